/// How long what each step of a dish makes keeps, and which steps take it up.
///
/// The one home of the rules of standing: whoever plans, checks or adds up how food stands asks
/// here. A step takes up what another step of its dish makes where it follows that step's *end* at a
/// least distance of zero or more; what the earlier step made stands from its end until the first
/// such start, each counted back by its least distance. What nothing takes up does not stand, it
/// only waits for serving with its dish.
package struct StandingRules: Sendable {
  private let dish: Dish
  private let effects: [String: Heat]
  private let takersOfSteps: [[Taker]]

  /// A step that takes up what another one made.
  package struct Taker: Sendable, Hashable {
    /// Its index in ``Dish/steps``.
    package var step: Int
    /// How long after the other's end it may start at the soonest, zero or more: that long is
    /// meant, and does not count as standing.
    package var minimum: Seconds

    /// Creates a taker.
    package init(step: Int, minimum: Seconds) {
      self.step = step
      self.minimum = minimum
    }
  }

  /// Works out the rules for a dish that is cooked in `kitchen`: O(n) in its steps and their
  /// dependencies.
  ///
  /// A dependency on a step that the dish does not have counts for nothing.
  package init(_ dish: Dish, in kitchen: Kitchen) {
    self.dish = dish
    effects = Dictionary(kitchen.equipment.map { (Name.key(of: $0.name), $0.effect) }) {
      first, _ in first
    }
    var places: [String: Int] = [:]
    for (place, step) in dish.steps.enumerated() { places[Name.key(of: step.id)] = place }
    var takers = Array(repeating: [Taker](), count: dish.steps.count)
    for (place, step) in dish.steps.enumerated() {
      for dependency in step.after where dependency.from == .end && dish.owns(dependency) {
        guard let minimum = dependency.minimum, minimum >= .zero,
          let other = places[Name.key(of: dependency.step)], other != place
        else { continue }
        // Of two distances from one step the greater is the one that is meant.
        if let last = takers[other].indices.last, takers[other][last].step == place {
          takers[other][last].minimum = max(takers[other][last].minimum, minimum)
        } else {
          takers[other].append(Taker(step: place, minimum: minimum))
        }
      }
    }
    takersOfSteps = takers
  }

  /// The steps that take up what the step at `step` makes, in listed order, each once.
  package func takers(of step: Int) -> [Taker] { takersOfSteps[step] }

  /// How long what the step at `step` makes keeps when it is done in its way number `way`.
  ///
  /// What the step says counts. Where it says nothing: without end in a dish that need not be
  /// served hot, and out of what chills; an hour after hands-on work at nothing that heats, unless
  /// a step that takes it up begins by itself (it waits without equipment in all its ways, like
  /// proving or draining); else not at all.
  package func keeping(of step: Int, way: Int) -> Keeping {
    let spoken = dish.steps[step]
    if let keeps = spoken.keeps { return keeps }
    let way = spoken.ways[way]
    if dish.serve == .any || uses(way, .chills) { return .withoutEnd }
    guard way.kind == .blocking, !uses(way, .heats),
      !takers(of: step).contains(where: { beginsByItself(dish.steps[$0.step]) })
    else { return .notAtAll }
    return .limited(Self.handsOnWorkKeeps)
  }

  /// How long what was cut, mixed or laid out keeps where its step does not say.
  package static let handsOnWorkKeeps = Seconds.minutes(60)

  private func uses(_ way: Way, _ effect: Heat) -> Bool {
    way.uses.contains { use in
      let key = Name.key(of: use.equipment)
      return (effects[key] ?? Heat(ofEquipmentNamed: key)) == effect
    }
  }

  /// Proving, marinating, draining: nobody puts it anywhere.
  private func beginsByItself(_ step: Step) -> Bool {
    step.ways.allSatisfy { $0.kind == .waiting && $0.uses.isEmpty }
  }
}
