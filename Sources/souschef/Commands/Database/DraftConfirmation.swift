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
    let before = signal(SIGINT, Self.breakOff)
    // Whoever started the program may have kept it from hearing any.
    var heard = sigset_t()
    sigemptyset(&heard)
    sigaddset(&heard, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &heard, nil)
    defer { signal(SIGINT, before) }
    var confirmed = content
    confirmed.recipes = []
    var declined: [String] = []
    var standing: Answer?
    for (index, recipe) in content.recipes.enumerated() {
      let isLast = index + 1 == content.recipes.count
      if let recipe = try ask(about: recipe, &standing, isLast: isLast) {
        confirmed.recipes.append(recipe)
      } else {
        declined.append(recipe.draft.dish.name.text)
      }
    }
    return (confirmed, declined)
  }

  /// Says before Ctrl-C ends the program that no yes was acted on yet; calls nothing that a handler of
  /// signals may not.
  private static let breakOff: @convention(c) (Int32) -> Void = { _ in
    let words: StaticString = "\nNothing was stored.\n"
    _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
    _exit(130)
  }

  private enum Answer {
    case yes, edit, no
    /// Yes to this one and all that are new behind it; no to this one and all behind it.
    case all, quit
  }

  /// The recipe as the cook says yes to it; nil for a no. `standing` is an answer for all that follow.
  private func ask(
    about recipe: ImportContent.Recipe, _ standing: inout Answer?, isLast: Bool
  ) throws -> ImportContent.Recipe? {
    if standing == .quit { return nil }
    var recipe = recipe
    // What the cook wrote and could not be read, so that nobody has to write it again.
    var unread: String?
    while true {
      let difference = try difference(of: recipe)
      if case .same = difference { return recipe }
      if standing == .all, case .new = difference, !recipe.draft.dish.steps.isEmpty {
        return recipe
      }
      Output.show(DraftCard.text(of: recipe.draft, width: Output.width))
      try Output.flush()
      Output.report(recipe.draft.warnings)
      var question = "Store it?"
      if case .differs(let difference) = difference {
        Output.show(DifferenceText.text(of: difference, width: Output.width))
        question = "Replace what is stored?"
      }
      let answer = try answer(to: question, isLast: isLast)
      if answer == .all || answer == .quit { standing = answer }
      switch answer {
      case .no, .quit: return nil
      case .edit: edit(&recipe, &unread)
      case .yes, .all:
        recipe.mayReplace = true
        recipe.seen = difference.seen
        if !recipe.draft.dish.steps.isEmpty { return recipe }
        Output.report([
          Diagnostic(
            .badContent, "A dish without steps cannot be stored.",
            hints: ["Edit it and give it steps, or say no."])
        ])
      }
    }
  }

  private enum Comparison {
    case new, same
    case differs(ImportReport.Difference)

    /// What the cook sees of what is stored.
    var seen: ImportContent.Recipe.Seen? {
      switch self {
      case .new: .nothing
      case .same: nil
      case .differs(let difference): .dish(difference.stored)
      }
    }
  }

  private func difference(of recipe: ImportContent.Recipe) throws -> Comparison {
    let report = try ImportFiles(
      ImportContent(of: recipe), onDifference: .replace, rehearsing: .dryRun
    ).perform(in: workspace).value
    if let difference = report.differences.first { return .differs(difference) }
    return report.unchanged.isEmpty ? .new : .same
  }

  private func answer(to question: String, isLast: Bool) throws -> Answer {
    let more = isLast ? "" : ", [a]ll that are new, [q]uit asking"
    while true {
      Output.write("\(question) [y]es, [e]dit, [n]o\(more): ")
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
      case "a" where !isLast, "all" where !isLast: return .all
      case "q" where !isLast, "quit" where !isLast: return .quit
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
