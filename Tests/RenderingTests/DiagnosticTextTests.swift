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
      DiagnosticText.text(of: diagnostic, in: PlainWords()) == """
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
    let diagnostic = Diagnostic(.badContent, "Odd.", at: place)
    #expect(DiagnosticText.text(of: diagnostic, in: PlainWords()) == text)
  }

  @Test func `what is not an error says so`() {
    let warning = Diagnostic(.badContent, "Odd.", severity: .warning)
    let remark = Diagnostic(.badContent, "Odd.", at: .init(file: "f"), severity: .remark)
    #expect(DiagnosticText.text(of: warning, in: PlainWords()) == "souschef: warning: Odd.\n")
    #expect(DiagnosticText.text(of: remark, in: PlainWords()) == "f: note: Odd.\n")
  }

  @Test func `on a terminal lines break between words, and no path or command is cut`() {
    let diagnostic = Diagnostic(
      .unreadable, "There is no file \"/home/ana/recipes/sunday-roast-for-twelve.yaml\" here.",
      hints: ["Check the spelling and the folder."])
    #expect(
      DiagnosticText.text(of: diagnostic, in: PlainWords(), width: 30) == """
        souschef: There is no file
          "/home/ana/recipes/sunday-roast-for-twelve.yaml"
          here.
        Hint: Check the spelling and
          the folder.

        """)
  }

  @Test func `a message stays on its line and moves no cursor`() {
    let diagnostic = Diagnostic(
      .badContent, "No \"\u{1B}[2Ja\nb\".", at: .init(file: "x\u{7}\ny", line: 1), hints: ["c\nd"])
    #expect(
      DiagnosticText.text(of: diagnostic, in: PlainWords())
        == "x y:1: No \"a b\".\nHint: c d\n")
  }

  @Test func `a front end names values and says what to do in its own words`() {
    let many = Diagnostic(
      .usage, "101 is too many.", about: .cooks,
      hints: ["Write 100 or fewer.", .advice(.showStatus)])
    #expect(
      DiagnosticText.text(of: many, in: PlainWords())
        == "souschef: cooks: 101 is too many.\nHint: Write 100 or fewer.\nHint: Do showStatus.\n")
    #expect(
      DiagnosticText.text(of: Diagnostic(.noRun(7)), in: PlainWords())
        == "souschef: There is no run 7.\nHint: Do list(run).\n")
    #expect(
      DiagnosticText.text(of: Diagnostic(.rangeReversed), in: PlainWords())
        == "souschef: Backwards.\nHint: Swap them.\n")
  }
}

/// The words of a front end that has few.
private struct PlainWords: FrontEndWords {
  var program: String { "souschef" }
  func sentence(_ failure: Failure) -> String? { failure == .rangeReversed ? "Backwards." : nil }
  func name(_ field: RequestField) -> String { field.rawValue }
  func sentence(_ advice: Advice) -> String {
    if case .list(let thing) = advice { return "Do list(\(thing.rawValue))." }
    return "Do \(advice)."
  }
}
