import KitchenModel
import Rendering
import SouschefCore

/// Changes a dish in the cook's editor, where others may change it meanwhile.
struct DishEditing {
  let workspace: Workspace
  let name: String
  let rehearsing: Rehearsing

  /// Opens the dish in the editor and stores what comes back.
  ///
  /// - Throws: a ``Diagnostic``; what was written in the editor is then kept in a file that it
  ///   names.
  func run() throws -> Outcome<Edited<Dish>> {
    var opened = try EditedDishText(name: name).perform(in: workspace).value
    var edited = try Editor.edit(
      opened, named: "\(name).yaml",
      missing: Diagnostic(
        .usage, "Nothing to change was given, and there is no editor: EDITOR is not set.",
        hints: ["Use options (see --help), or set EDITOR."]))
    do {
      while true {
        let outcome = try ReplaceDish(
          name: name, text: edited, opened: opened, rehearsing: rehearsing
        ).perform(in: workspace)
        switch outcome.value {
        case .replaced(let dish): return Outcome(dish, remarks: outcome.remarks)
        case .hasChanged(let difference):
          switch try answer(to: difference) {
          case .overwrite: break
          case .edit:
            edited = try Editor.edit(
              Self.remark(on: difference) + edited, named: "\(name).yaml")
          }
          // What is there now has been seen; another change is asked about again.
          opened = difference.read
        }
      }
    } catch var diagnostic as Diagnostic {
      if let file = Editor.keep(edited, named: "\(name).yaml") {
        diagnostic.hints.append("Your text is kept in \"\(file)\".")
      }
      throw diagnostic
    }
  }

  private enum Answer {
    case overwrite, edit
  }

  /// Shows what somebody else has changed, and asks what to do about it.
  ///
  /// - Throws: a ``Diagnostic`` where nobody answers, or nothing is to be done.
  private func answer(to difference: ImportReport.Difference) throws -> Answer {
    Output.writeError("\(name) was changed elsewhere while it was in your editor.\n")
    Output.writeError(DifferenceText.text(of: difference, width: Output.width).plainText)
    let declined = Diagnostic(
      .couldNotBeDone, "\(name.quoted) keeps the other change; your text is not stored.",
      hints: ["Edit it again: souschef dish edit \(name.quoted)"])
    guard Output.isInteractive else { throw declined }
    while true {
      Output.write("[o]verwrite that, [e]dit your text again, [n]othing? ")
      try Output.flush()
      switch readLine()?.trimmed.lowercased() {
      case "o", "overwrite": return .overwrite
      case "e", "edit": return .edit
      case "n", "nothing", nil: throw declined
      default: continue
      }
    }
  }

  /// What was changed elsewhere, as remarks above the text.
  private static func remark(on difference: ImportReport.Difference) -> String {
    DifferenceText.text(of: difference, width: 10_000).plainText.split(separator: "\n")
      .map { "# \($0)\n" }.joined()
  }
}
