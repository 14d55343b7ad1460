import Glibc
import KitchenModel
import Rendering
import SouschefCore

/// Asks the cook about each draft before it is stored.
struct DraftQuestions {
  private let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// Puts every question of an import.
  ///
  /// - Throws: a ``Diagnostic`` where the cook breaks off; then nothing is to be stored.
  func put(_ session: inout ImportSession) throws {
    let before = signal(SIGINT, Self.breakOff)
    // Whoever started the program may have kept it from hearing any.
    var heard = sigset_t()
    sigemptyset(&heard)
    sigaddset(&heard, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &heard, nil)
    defer { signal(SIGINT, before) }
    // What the cook wrote and could not be read, so that nobody has to write it again.
    var unread: String?
    session.ask()
    while let question = session.question {
      do {
        switch try reply(to: question) {
        case .edit:
          let draft = question.draft
          let written = try Editor.edit(
            unread ?? DraftEditing.text(of: draft), named: "\(draft.dish.name.text).yaml")
          unread = written
          try session.edit(to: written, in: workspace)
        case .answer(let answer): try session.answer(answer)
        }
        unread = nil
      } catch let broken as BrokenOff {
        throw broken.reason
      } catch let diagnostic as Diagnostic {
        Output.report([diagnostic])
      } catch {
        Output.report([
          Diagnostic(.couldNotBeDone, "The editor failed: \(FileFault.reason(error)).")
        ])
      }
    }
  }

  /// Says before Ctrl-C ends the program that no yes was acted on yet; calls nothing that a handler of
  /// signals may not.
  private static let breakOff: @convention(c) (Int32) -> Void = { _ in
    let words: StaticString = "\nNothing was stored.\n"
    _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
    _exit(130)
  }

  /// That nobody answers any more.
  private struct BrokenOff: Error {
    let reason: any Error
  }

  private enum Reply {
    case answer(ImportSession.Answer)
    case edit
  }

  /// Shows what is asked about and reads the reply.
  private func reply(to question: ImportSession.Question) throws -> Reply {
    do {
      Output.show(DraftCard.text(of: question.draft, width: Output.width))
      try Output.flush()
      Output.report(question.draft.warnings)
      guard let difference = question.difference else {
        return try reply(to: "Store it?", isLast: question.isLast)
      }
      Output.show(DifferenceText.text(of: difference, width: Output.width))
      return try reply(to: "Replace what is stored?", isLast: question.isLast)
    } catch {
      throw BrokenOff(reason: error)
    }
  }

  private func reply(to question: String, isLast: Bool) throws -> Reply {
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
      case "y", "yes": return .answer(.yes)
      case "e", "edit": return .edit
      case "n", "no": return .answer(.no)
      case "a" where !isLast, "all" where !isLast: return .answer(.all)
      case "q" where !isLast, "quit" where !isLast: return .answer(.quit)
      default: continue
      }
    }
  }
}
