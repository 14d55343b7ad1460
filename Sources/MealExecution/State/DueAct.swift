package import KitchenModel

/// An act that a cook has not answered yet.
package struct DueAct: Sendable, Hashable {
  /// What is to be done.
  package var act: Act
  /// When it came due, from the run's start.
  package var since: Seconds
  /// The cook it falls to, by index in ``Kitchen/cooks``.
  package var cook: Int
  /// Whether the appliance is hotter than it is to be.
  package var isCooling = false
  /// How often the cook has been reminded of it.
  var reminderCount = 0

  /// Creates an act that is due.
  init(_ act: Act, since: Seconds, cook: Int, isCooling: Bool = false) {
    self.act = act
    self.since = since
    self.cook = cook
    self.isCooling = isCooling
  }
}

/// An act that will come due, as far as can be foretold.
package struct ComingAct: Sendable, Hashable {
  /// What is to be done.
  package var act: Act
  /// When, from the run's start.
  package var at: Seconds
  /// The cook who does it, by index in ``Kitchen/cooks``; nil where nobody can say yet.
  package var cook: Int?
  /// Whether the appliance is hotter than it is to be.
  package var isCooling: Bool
}
