import Glibc
import KitchenModel
import Rendering
import SouschefCore

/// Asks the cook about each draft before it is stored.
struct DraftConfirmation {
  private let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// What may be stored, as the cook left it.
  ///
  /// - Throws: a ``Diagnostic`` where the cook breaks off; then nothing is to be stored.
  func confirmed(_ content: ImportContent) throws -> ImportContent {
    var confirmed = content
    confirmed.recipes = []
    for recipe in content.recipes {
      if let recipe = try ask(about: recipe) { confirmed.recipes.append(recipe) }
    }
    return confirmed
  }

  private enum Answer {
    case yes, edit, no
  }

  private func ask(about recipe: ImportContent.Recipe) throws -> ImportContent.Recipe? {
    var recipe = recipe
    while true {
      let difference = try difference(of: recipe)
      if case .same = difference { return recipe }
      Output.show(DraftCard.text(of: recipe.draft, width: Output.width))
      try Output.flush()
      Output.report(recipe.draft.warnings)
      var question = "Store it?"
      if case .differs(let difference) = difference {
        Output.show(DifferenceText.text(of: difference, width: Output.width))
        question = "Replace what is stored?"
      }
      switch try answer(to: question) {
      case .no: return nil
      case .yes:
        recipe.mayReplace = true
        return recipe
      case .edit: edit(&recipe)
      }
    }
  }

  private enum Comparison {
    case new, same
    case differs(ImportReport.Difference)
  }

  private func difference(of recipe: ImportContent.Recipe) throws -> Comparison {
    let report = try ImportFiles(
      ImportContent(of: recipe), onDifference: .replace, rehearsing: .dryRun
    ).perform(in: workspace).value
    if let difference = report.differences.first { return .differs(difference) }
    return report.unchanged.isEmpty ? .new : .same
  }

  private func answer(to question: String) throws -> Answer {
    while true {
      Output.write("\(question) [y]es, [e]dit, [n]o: ")
      try Output.flush()
      guard let line = readLine() else {
        throw Diagnostic(
          .couldNotBeDone, "The question was not answered; nothing was stored.",
          hints: ["Import again, or store without questions with --yes."])
      }
      switch line.lowercased().split(separator: " ").first {
      case "y", "yes": return .yes
      case "e", "edit": return .edit
      case "n", "no": return .no
      default: continue
      }
    }
  }

  /// Opens the draft in the editor; what cannot be read is said, and the draft stays as it was.
  private func edit(_ recipe: inout ImportContent.Recipe) {
    do {
      let text = DraftEditing.text(of: recipe.draft)
      let name = "\(recipe.draft.dish.name.text).yaml"
      recipe.draft = try DraftEditing.draft(
        recipe.draft, editedTo: try Editor.edit(text, named: name))
    } catch let diagnostic as Diagnostic {
      Output.report([diagnostic])
    } catch {
      Output.report([
        Diagnostic(.couldNotBeDone, "The editor failed: \(FileFault.reason(error)).")
      ])
    }
  }
}
