package import KitchenModel

/// What keys of a live view are about.
package enum LiveSelection: Sendable, Hashable {
  /// An act that is due.
  case act(Act)
  /// A step that runs.
  case step(StepReference)

  /// The step it is about; nil for none.
  package var step: StepReference? {
    switch self {
    case .act(let act): act.step
    case .step(let step): step
    }
  }
}

extension LiveState {
  /// What keys can be about, in the order in which it is shown: what each cook has to do and has in hand,
  /// then what is waited for.
  package var choices: [LiveSelection] {
    let due = Set(acts.compactMap(\.act.step))
    let others = running.filter { !due.contains($0.planned.reference) }
    let cooks = menu.kitchen.cooks.names.indices
    let now = cooks.flatMap { cook -> [LiveSelection] in
      acts.filter { $0.cook == cook }.map { .act($0.act) }
        + others.filter { $0.planned.kind == .blocking && $0.cooks.contains(cook) }
        .map { .step($0.planned.reference) }
    }
    let waits = others.filter { $0.planned.kind == .waiting }.map {
      LiveSelection.step($0.planned.reference)
    }
    return (now + waits).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The running steps, those with the least time left first.
  var running: [Step] {
    steps.filter { $0.status == .running }.enumerated().sorted {
      ($0.element.expectedEnd ?? .zero, $0.offset) < ($1.element.expectedEnd ?? .zero, $1.offset)
    }.map(\.element)
  }
}
