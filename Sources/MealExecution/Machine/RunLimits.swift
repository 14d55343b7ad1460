package import KitchenModel

/// Limits that the menu states on the clock, resolved to the run's own time.
package struct RunLimits: Sendable, Hashable {
  /// When which cook is not there.
  package var absences: [CookAbsence]
  /// The moments before which steps must not start (`notBefore`).
  package var earliest: [StepReference: Seconds]

  /// Creates limits, by default none.
  package init(absences: [CookAbsence] = [], earliest: [StepReference: Seconds] = [:]) {
    self.absences = absences
    self.earliest = earliest
  }

  /// The same limits on the clock for a run that begins so much earlier.
  func moved(by early: Seconds) -> RunLimits {
    RunLimits(
      absences: absences.map {
        CookAbsence(cook: $0.cook, from: $0.from + early, to: $0.to + early)
      },
      earliest: earliest.mapValues { $0 + early })
  }

  /// A stretch of the run in which a cook is not there.
  package struct CookAbsence: Sendable, Hashable {
    /// Who, by index in ``Kitchen/cooks``.
    package var cook: Int
    /// When it begins, from the run's start; may be negative.
    package var from: Seconds
    /// When it ends.
    package var to: Seconds

    /// Creates an absence.
    package init(cook: Int, from: Seconds, to: Seconds) {
      self.cook = cook
      self.from = from
      self.to = to
    }
  }
}
