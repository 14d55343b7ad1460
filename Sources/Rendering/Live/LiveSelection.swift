package import KitchenModel

/// What keys of a live view are about.
package enum LiveSelection: Sendable, Hashable {
  /// An act that is due.
  case act(Act)
  /// A step that runs.
  case step(StepReference)
}

extension LiveState {
  /// What keys can be about, in the order in which it is shown: what is due, then what runs.
  package var choices: [LiveSelection] {
    let due = Set(acts.compactMap(\.act.step))
    let running = steps.filter { $0.status == .running && !due.contains($0.planned.reference) }
    return acts.map { .act($0.act) } + running.map { .step($0.planned.reference) }
  }
}
