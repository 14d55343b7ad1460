import KitchenModel

/// The absence of a cook that keeps a step where it is, in kitchen words.
struct AbsenceNaming {
  private let kitchen: Kitchen
  private let moments: MomentNaming

  /// Prepares to tell the absences of a plan's kitchen.
  init(_ plan: Plan, _ moments: MomentNaming) {
    kitchen = plan.menu.kitchen
    self.moments = moments
  }

  /// That a cook whom a step needs is away at a time that bears on it; nil for none.
  ///
  /// Nobody but a cook who is alone is needed for what only waits: to begin it, and to end it.
  ///
  /// - Parameter bears: Whether it does, by when the cook goes and comes back, counted from the
  ///   plan's start.
  func sentence(
    about step: PlannedStep, where bears: (_ goes: Seconds, _ comes: Seconds) -> Bool
  ) -> String? {
    for absence in kitchen.away {
      let isNeeded =
        step.kind == .waiting
        ? kitchen.cooks.count == 1
        : step.cooks.contains { cook in
          Name.key(of: kitchen.cooks.names[cook]) == Name.key(of: absence.cook)
        }
      guard isNeeded, let window = moments.window(of: absence), bears(window.start, window.end)
      else { continue }
      return absence.sentence
    }
    return nil
  }
}

extension Absence {
  /// `Ana is away from 18:00 to 18:30`.
  var sentence: String { "\(cook.firstUpper) is away from \(from.text) to \(to.text)" }
}
