import KitchenModel

/// The lines of a page in the kitchen.
struct KitchenEntries {
  private let words: LiveWords
  private var state: LiveState { words.state }

  init(_ words: LiveWords) { self.words = words }

  /// The acts that are due, the steps in hand, and until when whoever has neither is free.
  var now: [KitchenView.Entry] {
    guard state.status == .running || state.status == .paused else { return [] }
    let due = state.acts.map(entry)
    let named = Set(state.acts.compactMap(\.act.step))
    let inHand = words.running.filter {
      $0.planned.kind == .blocking && !named.contains($0.planned.reference)
    }.map { entry(of: $0, urgency: .due) }
    let busy = Set(
      (due + inHand).compactMap(\.cook)
        + words.running.filter { $0.planned.kind == .blocking }.flatMap(\.cooks))
    let free = state.menu.kitchen.cooks.names.indices.filter { !busy.contains($0) }
    return due + inHand
      + free.map { cook in
        .init(
          key: "free:\(cook)", cook: cook, text: words.freedom(of: cook).asSentence, detail: "",
          until: nil, clock: "", urgency: .free, act: nil)
      }
  }

  /// The steps that nobody is needed for.
  var waiting: [KitchenView.Entry] {
    let due = Set(state.acts.compactMap(\.act.step))
    return words.running.filter {
      $0.planned.kind == .waiting && !due.contains($0.planned.reference)
    }.map { entry(of: $0, urgency: .running) }
  }

  /// The next three acts.
  var next: [KitchenView.Entry] {
    words.next.prefix(3).enumerated().map { index, next in
      let cook = state.menu.kitchen.cooks.count > 1 ? next.cook : nil
      return .init(
        key: "next:\(next.at.count):\(next.text)", cook: cook, text: next.text, detail: "",
        until: state.instant(at: next.at), clock: words.clockText(at: next.at), urgency: .plain,
        act: nil)
    }
  }

  /// What is over.
  var done: [KitchenView.Entry] {
    words.done.map { step in
      .init(
        key: key(step.planned.reference), cook: step.cooks.first,
        text: words.name(step) + (step.status == .finished ? "" : " (\(step.status.rawValue))"),
        detail: "", until: nil, clock: step.end.map(words.clockText) ?? "", urgency: .plain,
        act: nil)
    }
  }

  private func entry(of due: LiveState.DueAct) -> KitchenView.Entry {
    let step = due.act.step.flatMap { reference in
      state.steps.first { $0.planned.reference == reference }
    }
    let isOver = words.elapsed - due.deadline >= .minutes(1)
    return .init(
      key: ActKey.text(of: due.act), cook: due.cook, text: words.text(of: due),
      detail: step.map(words.quantities) ?? "", until: state.instant(at: due.deadline),
      clock: "", urgency: isOver ? .over : .due, act: ActKey.text(of: due.act))
  }

  private func entry(
    of step: LiveState.Step, urgency: KitchenView.Urgency
  ) -> KitchenView.Entry {
    let details = [words.equipment(step), urgency == .due ? words.quantities(step) : ""]
    return .init(
      key: key(step.planned.reference), cook: step.cooks.first, text: words.name(step),
      detail: details.filter { !$0.isEmpty }.joined(separator: ", "),
      until: step.expectedEnd.map(state.instant),
      clock: step.expectedEnd.map(words.clockText) ?? "",
      urgency: words.left(of: step) < .zero ? .over : urgency, act: nil)
  }

  private func key(_ step: StepReference) -> String { "step:\(step.dish):\(step.step)" }
}

extension String {
  /// The text with a capital at its beginning and a full stop at its end.
  fileprivate var asSentence: String {
    firstUpper + (hasSuffix(".") ? "" : ".")
  }
}
