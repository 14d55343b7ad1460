import KitchenModel

/// The steps that, each waiting for the one before it, lead from the plan's start to serving time.
///
/// A link is tight: the later step starts at the very moment that a rule allows after the earlier
/// one. Of all chains that reach from start to serving, the one with the fewest links through shared
/// cooks and equipment is taken, so that a recipe that is long by itself is named before the queue
/// at the oven is. O(*n*²) for *n* steps.
struct CriticalChain {
  /// The chain in order of time; nil where none spans the whole plan.
  let links: [Link]?

  /// A step with what it had to wait for.
  struct Link: Hashable {
    /// The step.
    var step: PlannedStep
    /// Why it could not start sooner.
    var cause: Cause
  }

  /// Why a step could not start sooner.
  enum Cause: Hashable {
    /// The plan starts with it.
    case planStart
    /// Its equipment heats up first, from the plan's start.
    case preheat(equipment: String)
    /// It follows the step before, at a distance.
    case follows(after: Seconds)
    /// A cook, by index, did the step before.
    case cook(Int)
    /// The step before held the equipment.
    case equipment(String)
    /// The equipment changes its temperature after the step before.
    case changeover(equipment: String)
    /// Everybody's hands were taken, so that nobody could start it.
    case hands
  }

  /// Follows a plan's steps back from serving time.
  init(_ plan: Plan) { links = ChainSearch(plan).best }

  /// The steps of the chain.
  var steps: [PlannedStep]? { links?.map(\.step) }

  /// From the first step's start to the last one's end.
  var length: Seconds {
    guard let links, let first = links.first, let last = links.last else { return .zero }
    if case .preheat = first.cause { return last.step.end }
    return last.step.end - first.step.start
  }
}

/// The search for the simplest chain that spans a plan.
private struct ChainSearch {
  private let plan: Plan
  private let steps: [PlannedStep]
  /// For each of the steps, those that it follows the end of, by how much at least.
  private let followed: [[(step: StepReference, after: Seconds)]]

  /// What a chain up to a step costs: links through shared things, then links in all.
  private struct Cost: Comparable {
    var shared = 0
    var links = 0
    static func < (a: Cost, b: Cost) -> Bool { (a.shared, a.links) < (b.shared, b.links) }
  }

  private struct Reached {
    var cost: Cost
    var cause: CriticalChain.Cause
    var before: Int?
  }

  init(_ plan: Plan) {
    self.plan = plan
    // Of steps that start together a shorter one comes first, so that one of no length is reached
    // before what follows it.
    steps = plan.steps.filter(\.isCritical).enumerated()
      .sorted {
        ($0.element.start, $0.element.end, $0.offset)
          < ($1.element.start, $1.element.end, $1.offset)
      }.map(\.element)
    let resolver = StepResolver(plan.menu)
    followed = steps.map { step in
      plan.menu[step.reference].after.compactMap { dependency in
        guard dependency.from == .end, let minimum = dependency.minimum, minimum >= .zero,
          let other = resolver.target(of: dependency, from: step.reference)
        else { return nil }
        return (other, minimum)
      }
    }
  }

  var best: [CriticalChain.Link]? {
    var reached = [Reached?](repeating: nil, count: steps.count)
    for place in steps.indices { reached[place] = reach(place, reached) }
    let last = steps.indices.filter { place in
      steps[place].end == due(steps[place]) && reached[place] != nil
        && steps[place].end > .zero
    }.min { a, b in
      (reached[a]?.cost ?? Cost(), a) < (reached[b]?.cost ?? Cost(), b)
    }
    guard var place = last else { return nil }
    var links: [CriticalChain.Link] = []
    while let state = reached[place] {
      if steps[place].duration > .zero {
        links.append(.init(step: steps[place], cause: state.cause))
      }
      guard let before = state.before else { break }
      place = before
    }
    return links.isEmpty ? nil : links.reversed()
  }

  private func due(_ step: PlannedStep) -> Seconds {
    plan.makespan + plan.menu.dishes[step.reference.dish].dish.serveOffset
  }

  private func reach(_ place: Int, _ reached: [Reached?]) -> Reached? {
    let step = steps[place]
    if step.start == .zero {
      return Reached(cost: Cost(links: 1), cause: .planStart, before: nil)
    }
    var best: Reached?
    if let equipment = heated(step).first(where: { $0.preheat == step.start }) {
      best = Reached(
        cost: Cost(links: 1), cause: .preheat(equipment: equipment.name), before: nil)
    }
    for before in steps.indices.prefix(place) {
      guard let state = reached[before], let cause = cause(of: place, after: steps[before]) else {
        continue
      }
      var cost = state.cost
      cost.links += 1
      if case .follows = cause {} else { cost.shared += 1 }
      if best.map({ cost < $0.cost }) ?? true {
        best = Reached(cost: cost, cause: cause, before: before)
      }
    }
    return best
  }

  /// The tight rule between two steps; nil where there is none.
  private func cause(of place: Int, after other: PlannedStep) -> CriticalChain.Cause? {
    let step = steps[place]
    for (reference, minimum) in followed[place]
    where reference == other.reference && other.end + minimum == step.start {
      return .follows(after: minimum)
    }
    guard other.duration > .zero else { return nil }
    if let equipment = heated(step).first(where: { other.end + $0.preheat == step.start }),
      equipment.preheat > .zero, sharesAppliance(step, other, equipment.name),
      let one = way(step).temperature, let two = way(other).temperature, !one.meets(two)
    {
      return .changeover(equipment: equipment.name)
    }
    guard other.end == step.start else { return nil }
    if let cook = step.cooks.first(where: other.cooks.contains) { return .cook(cook) }
    if let use = step.uses.first(where: { sharesAppliance(step, other, $0.equipment) }) {
      return .equipment(use.equipment)
    }
    let needsHands = step.kind == .waiting && !way(step).startsItself
    return needsHands && other.kind == .blocking && areAllHandsTaken(before: step.start)
      ? .hands : nil
  }

  private func areAllHandsTaken(before moment: Seconds) -> Bool {
    let busy = plan.steps.filter { $0.start < moment && moment <= $0.end }.flatMap(\.cooks)
    return Set(busy).count >= plan.menu.kitchen.cooks.count
  }

  private func sharesAppliance(
    _ step: PlannedStep, _ other: PlannedStep, _ equipment: String
  ) -> Bool {
    let units = step.uses.filter { $0.equipment == equipment }.map(\.unit)
    return other.uses.contains { $0.equipment == equipment && units.contains($0.unit) }
  }

  private func way(_ step: PlannedStep) -> Way { plan.menu[step.reference].ways[step.option] }

  private func heated(_ step: PlannedStep) -> [Equipment] {
    guard way(step).temperature != nil else { return [] }
    return step.uses.compactMap { plan.menu.kitchen.equipment(named: $0.equipment) }
  }
}
