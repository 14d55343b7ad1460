import Foundation
import Testing

/// Playing a past run.
struct ReplayTests {
  @Test func `a past run says what it said and changes nothing`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    try kitchen.does("cook", "lunch", "--simulate")
    let before = try kitchen.does("history", "--all", "--json").output
    let replayed = try kitchen.does("history", "replay", "1", "--speed", "6000")
    #expect(replayed.lines == LunchTests.spoken)
    #expect(try kitchen.does("history", "--all", "--json").output == before)
  }

  @Test func `as JSON it ends with the record`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let cooked = try kitchen.does("cook", "lunch", "--simulate", "--json")
    let replayed = try kitchen.does("history", "replay", "1", "--speed", "6000", "--json")
    #expect(replayed.lines == cooked.lines)
  }

  @Test func `a run that is not there is refused`() throws {
    try Kitchenette().refuses(
      "history", "replay", "7", code: 1,
      saying: "souschef: There is no run 7.\nHint: List them: souschef history\n")
  }

  @Test func `a speed that is none is refused`() throws {
    try Kitchenette().refuses(
      "history", "replay", "1", "--speed", "fast", code: 64,
      saying: """
        souschef: --speed must be 0.001 to 1000000 (got "fast").
        Hint: --speed 60 cooks a minute in a second.

        """)
  }
}
