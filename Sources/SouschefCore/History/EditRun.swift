package import KitchenModel
import KitchenStore

/// Says something of a run afterwards; kept beside its log, and taken back by undo.
package struct EditRun {
  private let id: Int
  private let remark: Remark
  private let rehearsing: Rehearsing

  /// What is said.
  package enum Remark: Sendable, Hashable {
    /// How good it was, from 1 to 5.
    case rating(Int)
    /// Something worth knowing.
    case note(String)
    /// When a step, `Dish/step` or a unique beginning of it, really started and ended.
    case amendment(step: String, StepTruth)
  }

  /// What was true of a step; what is not said stays.
  package struct StepTruth: Sendable, Hashable {
    /// Its start, from the run's start.
    package var start: Seconds?
    /// Its end, from the run's start.
    package var end: Seconds?
    /// How long it took.
    package var length: Seconds?

    /// Creates a truth; an end and a length exclude each other.
    package init(start: Seconds? = nil, end: Seconds? = nil, length: Seconds? = nil) {
      self.start = start
      self.end = end
      self.length = length
    }
  }

  /// Creates the request.
  package init(_ id: Int, _ remark: Remark, rehearsing: Rehearsing = .no) {
    self.id = id
    self.remark = remark
    self.rehearsing = rehearsing
  }

  /// Stores it.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such run or step.
  package func perform(in workspace: Workspace) throws -> Outcome<Void> {
    let store = try workspace.storeOfExisting(rehearsing)
    guard let run = try store.runs.run(id) else {
      throw Diagnostic(.noRun(id))
    }
    let kind = try kind(for: run)
    try store.change(at: workspace.now, rehearsing) { change in
      try change.edit(kind, run: id, at: workspace.now)
    }
    return Outcome(())
  }

  private func kind(for run: Run) throws -> RunEdit.Kind {
    switch remark {
    case .rating(let rating):
      guard (1...5).contains(rating) else {
        throw Diagnostic(
          .usage, "A rating must be 1 to 5 (got \(rating)).", hints: ["1 is poor, 5 is excellent."])
      }
      return .rated(rating)
    case .note(let text):
      guard !text.allSatisfy(\.isWhitespace) else {
        throw Diagnostic(.usage, "The note is empty.", hints: ["Write something."])
      }
      return .noted(text)
    case .amendment(let name, let truth):
      let step = try Naming.find(
        name, .stepOfRun(run.id), among: run.steps, .uniquePrefix,
        name: { "\($0.dish)/\($0.step)" })
      let start = truth.start ?? step.actualStart ?? step.plannedStart
      let end =
        truth.end ?? truth.length.map { start + $0 } ?? step.actualEnd
        ?? start + (step.plannedEnd - step.plannedStart)
      guard start >= .zero, end >= start else {
        throw Diagnostic(
          .usage,
          "A step cannot start at \(start.exactText) and end at \(end.exactText).",
          hints: [.advice(.sayStartAndEnd)])
      }
      return .amended(step.reference, start: start, end: end)
    }
  }
}

/// Takes a run out of the history; undo brings it back.
package struct RemoveRun {
  private let id: Int
  private let rehearsing: Rehearsing

  /// Creates the request.
  package init(_ id: Int, rehearsing: Rehearsing = .no) {
    self.id = id
    self.rehearsing = rehearsing
  }

  /// Removes it.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such run or it is still being cooked.
  package func perform(in workspace: Workspace) throws -> Outcome<Void> {
    let store = try workspace.storeOfExisting(rehearsing)
    try workspace.settleAbandoned(in: store)
    try store.change(at: workspace.now, rehearsing) { try $0.removeRun(id, at: workspace.now) }
    return Outcome(())
  }
}
