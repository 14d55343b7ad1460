import KitchenModel

/// Says in sentences what a plan gains, when to serve, what waits and how good it is.
struct PlanSentences {
  private let plan: Plan
  private let clock: PlanClock

  init(_ plan: Plan, _ clock: PlanClock) {
    self.plan = plan
    self.clock = clock
  }

  /// `lunch: 10 min instead of 15 (one at a time) or 12 (in listed order).`
  var headline: String { "\(TerminalText.sanitized(plan.menu.name)): \(gain)." }

  /// `10 min instead of 15 (one at a time)`; how long alone where nothing is gained.
  var gain: String {
    var alternatives: [String] = []
    if plan.sequential > plan.makespan {
      alternatives.append("\(beside(plan.sequential)) (one at a time)")
    }
    if let inOrder = plan.inOrder, inOrder > plan.makespan {
      alternatives.append("\(beside(inOrder)) (in listed order)")
    }
    let length = plan.makespan.spokenText
    return alternatives.isEmpty
      ? length : "\(length) instead of \(alternatives.joined(separator: " or "))"
  }

  /// `Start at 18:35, serve at 18:45, Sunday 22 November.`; nil where no clock time is known.
  var times: String? {
    guard let day = clock.dayText(.zero), let servingDay = clock.dayText(plan.makespan) else {
      return nil
    }
    let (start, serve) = (clock.text(.zero), clock.text(plan.makespan))
    if day == servingDay { return "Start at \(start), serve at \(serve), \(day)." }
    return "Start at \(start) on \(day), serve at \(serve) on \(servingDay)."
  }

  /// What waits to be served and how long, by dish; and how much work there is.
  var remarks: [String] {
    var sentences = ["Hands-on \(plan.handsOn.spokenText)."]
    if plan.inOrder == nil { sentences.append("Cooked in listed order, a limit would break.") }
    let holds = self.holds
    if holds.isEmpty {
      sentences.append("Nothing waits to be served.")
    } else {
      let list = holds.map { "\($0.dish) \($0.hold.spokenText)" }.joined(separator: ", ")
      sentences.append("Ready and waiting to be served: \(list).")
    }
    return sentences
  }

  /// How far the proof came.
  var proof: String {
    if plan.status == .optimal { return "Proved best." }
    let excess = plan.makespan - plan.lowerBound
    if excess > .zero {
      return "At most \(excess.spokenText) from the best possible; more time may find better."
    }
    guard plan.objective == .hot else {
      return "Proved shortest; not proved that nothing could start earlier."
    }
    guard let bound = plan.holdLowerBound else { return "Not proved best." }
    if plan.hold > bound {
      return "Proved shortest; food waits at most \((plan.hold - bound).spokenText) longer"
        + " than it must."
    }
    return "Proved shortest, with the least waiting."
  }

  /// What limits the plan, in the planner's words.
  var reasons: [String] { plan.why.map(TerminalText.sanitized) }

  /// The hot dishes that wait to be served, in listed order.
  private var holds: [(dish: String, hold: Seconds)] {
    plan.menu.dishes.indices.compactMap { index in
      let serving = plan.menu.dishes[index]
      let end = plan.steps.filter { $0.reference.dish == index }.map(\.end).max()
      guard serving.dish.serve == .hot, let end else { return nil }
      let hold = plan.makespan + serving.dish.serveOffset - end
      return hold > .zero ? (TerminalText.sanitized(serving.label), hold) : nil
    }
  }

  /// A length beside the makespan: without its unit where both are minutes alone.
  private func beside(_ length: Seconds) -> String {
    let text = length.spokenText
    guard isBareMinutes(length), isBareMinutes(plan.makespan) else { return text }
    return String(text.dropLast(" min".count))
  }

  private func isBareMinutes(_ length: Seconds) -> Bool {
    length.count % 60 == 0 && length < Seconds(3600) && length > .zero
  }
}
