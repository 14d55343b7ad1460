package import KitchenModel

/// Who tells the cook.
package protocol RunAnnouncer: Sendable {
  /// Says what has happened; it is durable already.
  func announce(_ entry: RunEntry) async
  /// Says something that is not a fact of the run.
  func remark(_ remark: RunRemark) async
  /// Says at once what has happened while the process was stopped; all of it is durable already.
  func summarize(_ entries: [RunEntry], missed: Seconds) async
  /// Shows where the run stands now.
  func show(_ machine: RunStateMachine) async
  /// Answers a request: what it led to, or why it was refused.
  func answer(_ request: RunRequest, _ answer: Result<VerbOutcome, VerbRefusal>) async
}

extension RunAnnouncer {
  package func summarize(_ entries: [RunEntry], missed: Seconds) async {
    for entry in entries { await announce(entry) }
  }

  package func show(_ machine: RunStateMachine) async {}
}

/// A verb on its way to a run.
package struct RunRequest: Sendable, Hashable {
  /// What is asked.
  package var verb: RunVerb
  /// By what the sender recognises the answer; nil where nobody waits for one.
  package var ticket: Int?

  /// Creates a request.
  package init(_ verb: RunVerb, ticket: Int? = nil) {
    self.verb = verb
    self.ticket = ticket
  }
}
