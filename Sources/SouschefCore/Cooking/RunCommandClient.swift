import KitchenModel
import KitchenStore

/// Leaves verbs in the database for the process at a run, and waits for the answers.
struct RunCommandClient {
  let store: KitchenStore
  let workspace: Workspace

  /// How long an answer is waited for: a re-planning and a slow disk fit into it many times.
  private static let looks = 200
  private static let interval = Duration.milliseconds(10)

  /// Sends a verb and returns when it has been followed.
  ///
  /// - Throws: ``Diagnostic``: why it was refused, or `busy` where nobody answers.
  func send(_ verb: RunVerb, to run: Int) throws {
    let number = try store.runs.post(verb, to: run, at: workspace.clock())
    for _ in 0..<Self.looks {
      if let answer = try store.runs.answer(to: number).flatMap(PostedAnswer.init(text:)) {
        if var refusal = answer.refusal {
          // To the run it is a warning; to whoever asked, nothing was done.
          refusal.severity = .error
          throw refusal
        }
        return
      }
      workspace.wait(Self.interval)
    }
    throw Diagnostic(
      .busy, "The process that cooks has not answered.",
      hints: ["It is stopped or busy; it will do this when it goes on."])
  }
}
