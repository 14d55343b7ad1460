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

  /// How long after serving time the last course is served.
  private var lastCourse: Seconds { plan.menu.dishes.map(\.dish.serveOffset).max() ?? .zero }

  /// How long it takes to the last course, as all the work does one thing at a time.
  private var length: Seconds { plan.makespan + lastCourse }

  /// `10 min instead of 15 (one at a time)`, to the last course; how long alone where nothing is
  /// gained.
  var gain: String {
    var alternatives: [String] = []
    if plan.sequential > length {
      alternatives.append("\(beside(plan.sequential)) (one at a time)")
    }
    if let inOrder = plan.inOrder, inOrder > plan.makespan {
      alternatives.append("\(beside(inOrder + lastCourse)) (in listed order)")
    }
    let text = length.spokenText
    return alternatives.isEmpty
      ? text : "\(text) instead of \(alternatives.joined(separator: " or "))"
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
    if plan.inOrder == nil {
      sentences.append("Cooking the dishes in the order listed would break a time limit.")
    }
    return sentences + (waits.isEmpty ? [nothingWaits] : waits)
  }

  /// `Everything comes hot.`, of what is to be hot.
  private var nothingWaits: String {
    let hot = plan.menu.dishes.map(\.dish).filter { $0.isHotAtTheEnd(in: plan.menu.kitchen) }
    return hot.isEmpty
      ? "Nothing stands too long."
      : hot.count == plan.menu.dishes.count ? "Everything comes hot." : "What is hot comes hot."
  }

  /// What waits to be served, and what stands too long between the steps of its dish; none where
  /// nothing does.
  var waits: [String] {
    let figures = plan.servingFigures
    let holds = zip(plan.menu.dishes, figures.dishes).filter { $1.hold > .zero }.map {
      "\(TerminalText.sanitized($0.label)) \($1.hold.spokenText)"
    }
    let words = StepWords(plan.menu)
    let stale = figures.stale.sorted { ($1.figures.excess, $0.step) < ($0.figures.excess, $1.step) }
    var stands = stale.prefix(Self.mostStands).map { step, figures in
      let keeps = figures.keeps.limit.flatMap { $0 > .zero ? " (keeps \($0.spokenText))" : nil }
      return "\(words.dish(step)) \((figures.stands ?? .zero).spokenText) after"
        + " \(words.step(step))\(keeps ?? "")"
    }
    if stale.count > stands.count { stands.append("\(stale.count - stands.count) more") }
    return [
      holds.isEmpty ? nil : "Finished early and waiting: \(holds.joined(separator: ", ")).",
      stands.isEmpty ? nil : "Standing between steps: \(stands.joined(separator: ", ")).",
    ].compactMap(\.self)
  }

  /// The most steps of which it is said how long what they make stands.
  private static let mostStands = 5

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
    guard let bound = plan.stalenessLowerBound else { return "Not proved best." }
    let staleness = plan.staleness
    if staleness > bound {
      return "Proved shortest; food waits at most \((staleness - bound).spokenText) longer"
        + " than it must."
    }
    return "Proved shortest, with the least waiting."
  }

  /// What limits the plan, in the planner's words.
  var reasons: [String] { plan.why.map(TerminalText.sanitized) }

  /// A length beside the plan's: without its unit where both are minutes alone.
  private func beside(_ length: Seconds) -> String {
    let text = length.spokenText
    guard isBareMinutes(length), isBareMinutes(self.length) else { return text }
    return String(text.dropLast(" min".count))
  }

  private func isBareMinutes(_ length: Seconds) -> Bool {
    length.count % 60 == 0 && length < Seconds(3600) && length > .zero
  }
}

extension Dish {
  /// Whether it is served hot: not what keeps, nor what comes out of something that chills.
  fileprivate func isHotAtTheEnd(in kitchen: Kitchen) -> Bool {
    serve == .hot
      && !(steps.last?.ways.allSatisfy { way in
        way.uses.contains { kitchen.equipment(named: $0.equipment)?.effect == .chills }
      } ?? false)
  }
}
