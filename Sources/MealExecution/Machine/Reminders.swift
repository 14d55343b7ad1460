import KitchenModel

/// What the cook has been reminded of in a live run.
struct Reminders: Sendable {
  /// The free stretch that was announced last.
  var gap: Gap?

  /// A stretch in which no hands are needed.
  struct Gap: Hashable, Sendable {
    /// When the next step wants somebody, or serving time.
    var until: Seconds
    /// What comes then; nil for serving.
    var next: StepReference?
    /// What is to be done then, where cooks answer for it.
    var act: Act?
    /// Whether the cook has heard that it is about to close.
    var isWarned = false
  }
}
