import KitchenModel
import KitchenStore

/// Leaves verbs in the database for the process at a run, and waits for the answers.
struct RunCommandClient {
  let store: KitchenStore
  let workspace: Workspace

  /// How long an answer is waited for: a re-planning and a slow disk fit into it many times.
  private static let looks = 200
  private static let interval = Duration.milliseconds(10)
  /// How often the run itself is looked at meanwhile.
  private static let looksAtTheRun = 10
  private static let looksAfterTheEnd = 50

  /// Sends a verb and returns when it has been followed.
  ///
  /// - Returns: What it led to, in a sentence; nil where nothing need be said.
  ///
  /// - Throws: ``Diagnostic``: why it was refused, or `busy` where nobody answers.
  @discardableResult
  func send(_ verb: RunVerb, to run: Int) throws -> String? {
    let number = try store.runs.post(verb, to: run, at: workspace.clock())
    // The answer to what ends the run comes a little after the end.
    var looksAfterTheEnd = 0
    for look in 1...Self.looks {
      if let answer = try answer(to: number) { return answer.said }
      if looksAfterTheEnd > 0 || look.isMultiple(of: Self.looksAtTheRun),
        try !store.runs.isOpen(run)
      {
        looksAfterTheEnd += 1
      }
      guard looksAfterTheEnd < Self.looksAfterTheEnd else {
        throw Diagnostic(.runEndedFirst(run))
      }
      workspace.wait(Self.interval)
    }
    throw Diagnostic(
      .busy, "The program that cooks has not answered.",
      hints: [
        "It is stopped or busy. It will do this when it continues, unless the run ends first."
      ])
  }

  /// The answer to a verb that has been followed; nil while there is none.
  ///
  /// - Throws: ``Diagnostic``, also why it was refused.
  private func answer(to number: Int) throws -> PostedAnswer? {
    guard let answer = try store.runs.answer(to: number).flatMap(PostedAnswer.init(text:)) else {
      return nil
    }
    guard var refusal = answer.refusal else { return answer }
    // To the run it is a warning; to whoever asked, nothing was done.
    refusal.severity = .error
    throw refusal
  }
}
