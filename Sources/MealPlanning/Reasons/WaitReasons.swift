import KitchenModel

/// Why food has to wait: whose hands or which appliance it waits for, and what has them.
///
/// What stands could be taken up sooner, or be made later; what waits to be served could be made
/// later. A reason is a step that begins or ends at the very moment and shares a cook or an
/// appliance, another step that is waited for too, or a cook who goes or comes back. O(*n*²) for *n*
/// steps.
struct WaitReasons {
  private let plan: Plan
  private let words: StepNaming
  private let moments: MomentNaming
  private let absences: AbsenceNaming
  private let places: [StepReference: PlannedStep]
  private let resolver: StepResolver

  /// At most this many are given, those that harm most.
  private static let mostTold = 2
  /// What is shorter is not worth a sentence.
  private static let least = Seconds.minutes(1)

  /// Prepares to explain the waits of a plan.
  init(_ plan: Plan, _ words: StepNaming, _ moments: MomentNaming) {
    self.plan = plan
    self.words = words
    self.moments = moments
    absences = AbsenceNaming(plan, moments)
    resolver = StepResolver(plan.menu)
    places = Dictionary(plan.steps.map { ($0.reference, $0) }) { first, _ in first }
  }

  /// A sentence for each wait that has a reason, the most harmful first.
  var sentences: [String] {
    let figures = plan.servingFigures
    guard figures.staleness >= Self.least else { return [] }
    var waits: [(harm: Seconds, sentence: () -> String?)] = []
    for (dish, served) in figures.dishes.enumerated() where served.hold >= Self.least {
      waits.append(
        (served.hold + served.hold, { sentence(ofHeld: dish, ready: served.ready, served.hold) }))
    }
    for (step, standing) in figures.stale where standing.excess >= Self.least {
      waits.append((standing.excess, { sentence(ofStanding: step, standing) }))
    }
    let ordered = waits.enumerated().sorted {
      ($1.element.harm, $0.offset) < ($0.element.harm, $1.offset)
    }
    return Array(ordered.lazy.compactMap { $0.element.sentence() }.prefix(Self.mostTold))
  }

  private func sentence(ofHeld dish: Int, ready: Seconds?, _ hold: Seconds) -> String? {
    let last = plan.steps.last { $0.reference.dish == dish && $0.end == ready }
    guard let last, let reason = whatFollows(last) else { return nil }
    return "Waiting to be served: \(plan.menu.dishes[dish].label) \(hold.exactText), as \(reason)."
  }

  private func sentence(
    ofStanding reference: StepReference, _ standing: ServingFigures.Step
  ) -> String? {
    guard let maker = places[reference], let stands = standing.stands else { return nil }
    let dish = plan.menu.dishes[reference.dish].dish
    let takers = StandingRules(dish, in: plan.menu.kitchen).takers(of: reference.step)
    let taker = takers.compactMap { taker -> PlannedStep? in
      let step = places[StepReference(dish: reference.dish, step: taker.step)]
      return step?.start == maker.end + stands + taker.minimum ? step : nil
    }.first
    guard let taker, let reason = whatPrecedes(taker, beside: maker) ?? whatFollows(maker) else {
      return nil
    }
    let label = plan.menu.dishes[reference.dish].label
    return "Standing: \(label) \(stands.exactText) after \(words.title(reference)), as \(reason)."
  }

  /// Why a step does not start sooner.
  private func whatPrecedes(_ step: PlannedStep, beside maker: PlannedStep) -> String? {
    let others = plan.steps.filter {
      $0.end == step.start && $0.duration > .zero && $0.reference != maker.reference
    }
    let moment = moments.text(step.start)
    for other in others {
      if let shared = shared(step, other) {
        return "\(words.name(other.reference)) has \(shared) until \(moment)"
      }
    }
    for dependency in plan.menu[step.reference].after where dependency.from == .end {
      guard let target = resolver.target(of: dependency, from: step.reference),
        let other = places[target], target != maker.reference,
        let minimum = dependency.minimum, other.end + minimum == step.start
      else { continue }
      return "\(words.name(step.reference)) waits for \(words.name(target)) until \(moment)"
    }
    return absences.sentence(about: step) { _, comes in step.start == comes }
  }

  /// Why a step does not end later.
  private func whatFollows(_ step: PlannedStep) -> String? {
    let others = plan.steps.filter {
      $0.start == step.end && $0.duration > .zero && $0.reference.dish != step.reference.dish
    }
    for other in others {
      if let shared = shared(step, other) {
        return "\(words.name(other.reference)) needs \(shared) from \(moments.text(step.end))"
      }
    }
    return absences.sentence(about: step) { goes, _ in
      goes == (step.kind == .waiting ? step.start : step.end)
    }
  }

  /// The hands or the appliance that two steps both hold.
  private func shared(_ one: PlannedStep, _ other: PlannedStep) -> String? {
    if let cook = one.cooks.first(where: other.cooks.contains) {
      return CookNaming(plan.menu.kitchen).handsOf(cook)
    }
    let use = one.uses.first { use in
      let count = plan.menu.kitchen.equipment(named: use.equipment)?.count
      // Of several burners any will do.
      guard use.unit != nil || count == 1 else { return false }
      return other.uses.contains { $0.equipment == use.equipment && $0.unit == use.unit }
    }
    return use.map { "the \($0.equipment)" }
  }
}
