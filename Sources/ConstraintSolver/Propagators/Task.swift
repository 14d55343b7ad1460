/// A task on a resource: a start, a fixed duration, and whether it takes place at all.
package struct Task: BitwiseCopyable, Sendable {
  /// Its start.
  package var start: Moment
  /// The time from start to end, at least 0.
  package var duration: Int
  /// The units it holds, at least 1.
  package var amount: Int
  /// Whether it takes place on this resource.
  package var presence: Literal

  /// Creates a task.
  package init(
    start: Moment, duration: Int, amount: Int = 1, presence: Literal = .always
  ) {
    self.start = start
    self.duration = duration
    self.amount = amount
    self.presence = presence
  }

  /// Its end.
  package var end: Moment { start + duration }

  /// The task mirrored in time: it starts at minus its end.
  package var mirrored: Task {
    Task(start: end.negated, duration: duration, amount: amount, presence: presence)
  }
}
