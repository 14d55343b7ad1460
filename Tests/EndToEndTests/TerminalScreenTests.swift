import Testing

/// The terminal that the end-to-end tests look at.
struct TerminalScreenTests {
  @Test(arguments: [
    ("one\r\ntwo\r\nthree\u{1B}[2;2H\u{1B}[J", ["one", "t"]),
    ("one\r\ntwo\r\nthree\u{1B}[2;2H\u{1B}[0J", ["one", "t"]),
    ("one\r\ntwo\u{1B}[2J", []), ("one\r\ntwo\u{1B}[1;2H\u{1B}[K", ["o", "two"]),
  ])
  func `what is erased begins at the cursor, unless all is`(text: String, lines: [String]) {
    var screen = TerminalScreen(width: 20, height: 4)
    screen.take(Array(text.utf8))
    let shown = screen.text.split(separator: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    #expect(shown.filter { !$0.isEmpty } == lines)
  }
}
