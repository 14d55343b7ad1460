import Foundation
import Testing

/// Plain sentences in the place of a screen that is drawn over, once and for good.
struct AccessibleViewTests {
  private let kitchen: Kitchenette

  init() throws {
    kitchen = try Kitchenette()
    try kitchen.stockLunch()
  }

  private func cook(_ options: [String] = [], accessible: String? = nil) throws -> String {
    let said = try kitchen.converse(
      ["cook", "lunch", "--speed", "6000"] + options, typing: "",
      environment: accessible.map { ["ACCESSIBLE": $0] } ?? [:])
    #expect(said.code == 0)
    return said.screen
  }

  @Test func `ACCESSIBLE makes sentences the default`() throws {
    #expect(try cook(accessible: "1").hasPrefix("Preparing lunch.\n"))
    #expect(try !cook(accessible: "1").contains("\u{1B}"))
    #expect(try cook(accessible: "0").contains("\u{1B}[?1049h"))
  }

  @Test func `so does what was chosen for good`() throws {
    #expect(try cook().contains("\u{1B}[?1049h"))
    #expect(
      try kitchen.does("kitchen", "set", "--view", "plain").output
        == "Live runs are shown as plain sentences.\n")
    #expect(try !cook().contains("\u{1B}"))
    try kitchen.does("kitchen", "set", "--view", "screen")
    #expect(try cook().contains("\u{1B}[?1049h"))
  }

  @Test func `an option counts more than either`() throws {
    try kitchen.does("kitchen", "set", "--view", "plain")
    #expect(try cook(["--no-plain"], accessible: "1").contains("\u{1B}[?1049h"))
    try kitchen.does("kitchen", "set", "--view", "screen")
    #expect(try !cook(["--plain"]).contains("\u{1B}"))
  }
}
