import KitchenModel
import Rendering
import Testing

struct DiagnosticTextTests {
  @Test func `the place stands first and each hint has its line`() {
    let diagnostic = Diagnostic(
      .badContent, "Unknown key \"wating\" in a dish.",
      at: .init(file: "lunch.yaml", line: 4, column: 5),
      hints: ["Did you mean \"waiting\"?", "See `souschef help import`."])
    #expect(
      DiagnosticText.text(of: diagnostic) == """
        lunch.yaml:4:5: Unknown key "wating" in a dish.
        Hint: Did you mean "waiting"?
        Hint: See `souschef help import`.

        """)
  }

  @Test(arguments: [
    (nil, "souschef: Odd.\n"),
    (Diagnostic.Place(), "souschef: Odd.\n"),
    (Diagnostic.Place(file: "a.yaml"), "a.yaml: Odd.\n"),
    (Diagnostic.Place(file: "a.yaml", line: 3), "a.yaml:3: Odd.\n"),
    (Diagnostic.Place(line: 3, column: 7), "line 3:7: Odd.\n"),
  ])
  func `what is known of the place is said`(_ place: Diagnostic.Place?, _ text: String) {
    #expect(DiagnosticText.text(of: Diagnostic(.badContent, "Odd.", at: place)) == text)
  }

  @Test func `what is no error says so`() {
    let warning = Diagnostic(.badContent, "Odd.", severity: .warning)
    let remark = Diagnostic(.badContent, "Odd.", at: .init(file: "f"), severity: .remark)
    #expect(DiagnosticText.text(of: warning) == "souschef: warning: Odd.\n")
    #expect(DiagnosticText.text(of: remark) == "f: note: Odd.\n")
  }

  @Test func `a message stays on its line and moves no cursor`() {
    let diagnostic = Diagnostic(
      .badContent, "No \"\u{1B}[2Ja\nb\".", at: .init(file: "x\u{7}\ny", line: 1), hints: ["c\nd"])
    #expect(DiagnosticText.text(of: diagnostic) == "x y:1: No \"a b\".\nHint: c d\n")
  }
}
