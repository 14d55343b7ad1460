import Testing

/// Long answers on a terminal, page by page.
struct PagerTests {
  private func kitchen() throws -> Kitchenette {
    let kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "Rice", "--waiting", "9")
    for _ in 1...4 { try kitchen.does("cook", "Rice", "--simulate") }
    return kitchen
  }

  @Test func `the pager has the keyboard`() throws {
    let kitchen = try kitchen()
    let terminal = try PseudoTerminal(width: 80, height: 5)
    try terminal.run(
      ["history", "list", "--all"], in: kitchen,
      environment: ["PAGER": "cat; echo More?; read answer < /dev/tty; echo \"Read $answer.\""])
    try terminal.wait { $0.text.contains("More?") }
    terminal.type("yes\n")
    #expect(try terminal.finish() == 0)
    #expect(terminal.screen.text.contains("Read yes."))
  }

  @Test func `without a pager everything is shown`() throws {
    let kitchen = try kitchen()
    let terminal = try PseudoTerminal(width: 80, height: 6)
    try terminal.run(
      ["history", "list", "--all"], in: kitchen, environment: ["PAGER": "no-such-pager"])
    #expect(try terminal.finish() == 0)
    #expect(terminal.screen.text.contains("Rice"))
  }
}
