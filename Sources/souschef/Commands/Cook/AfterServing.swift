import Glibc
import KitchenModel
import Rendering
import SouschefCore

/// What is asked once dinner is served: how good it was, and what is worth knowing next time.
///
/// The run is over and stored by then: whoever answers nothing, or goes, loses nothing.
struct AfterServing {
  let workspace: Workspace
  let run: Run

  /// Asks and stores the answers, each as soon as it is given.
  ///
  /// - Throws: a ``Diagnostic`` where one cannot be stored.
  func ask() throws {
    Interrupts.leaveToTheSystem()
    // Keys that were meant for the kitchen are not answers.
    tcflush(STDIN_FILENO, TCIFLUSH)
    guard let rating = try rating() else { return }
    try store(rating.map(EditRun.Remark.rating))
    guard let note = try answer("A note for next time? (Enter for none) ") else { return }
    try store(note.isEmpty ? nil : .note(note))
  }

  /// Nil where nobody answers any more, and `.some(nil)` for none.
  private func rating() throws -> Int?? {
    while let answer = try answer("How was it? 1 to 5 (Enter for no rating) ") {
      if answer.isEmpty { return .some(nil) }
      if let rating = Int(answer), (1...5).contains(rating) { return rating }
      Output.print("\(answer.quoted) is not from 1 to 5.")
    }
    return nil
  }

  private func answer(_ question: String) throws -> String? {
    Output.write(question)
    try Output.flush()
    guard let line = readLine() else {
      Output.print("")
      return nil
    }
    return line.trimmed
  }

  private func store(_ remark: EditRun.Remark?) throws {
    guard let remark else { return }
    Output.report(try EditRun(run.id, remark).perform(in: workspace).remarks)
  }
}
