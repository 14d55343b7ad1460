import Glibc
import KitchenModel
import Rendering
import SouschefCore

/// Asks the cook about each draft before it is stored.
struct DraftConfirmation {
  private let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// What may be stored, as the cook left it, and the names of what may not.
  ///
  /// - Throws: a ``Diagnostic`` where the cook breaks off; then nothing is to be stored.
  func confirmed(
    _ content: ImportContent
  ) throws -> (content: ImportContent, declined: [String]) {
    var confirmed = content
    confirmed.recipes = []
    var declined: [String] = []
    for recipe in content.recipes {
      if let recipe = try ask(about: recipe) {
        confirmed.recipes.append(recipe)
      } else {
        declined.append(recipe.draft.dish.name.text)
      }
    }
    return (confirmed, declined)
  }

  private enum Answer {
    case yes, edit, no
  }

  private func ask(about recipe: ImportContent.Recipe) throws -> ImportContent.Recipe? {
    var recipe = recipe
    // What the cook wrote and could not be read, so that nobody has to write it again.
    var unread: String?
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
      case .edit: edit(&recipe, &unread)
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
        Output.write("\n")
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

  /// Opens the draft in the editor, or again what could not be read; what cannot be read is said,
  /// and the draft stays as it was.
  private func edit(_ recipe: inout ImportContent.Recipe, _ unread: inout String?) {
    do {
      let name = "\(recipe.draft.dish.name.text).yaml"
      let written = try Editor.edit(
        unread ?? DraftEditing.text(of: recipe.draft), named: name)
      unread = written
      recipe.draft = try DraftEditing.draft(recipe.draft, editedTo: written)
      unread = nil
    } catch let diagnostic as Diagnostic {
      Output.report([diagnostic])
    } catch {
      Output.report([
        Diagnostic(.couldNotBeDone, "The editor failed: \(FileFault.reason(error)).")
      ])
    }
  }
}
