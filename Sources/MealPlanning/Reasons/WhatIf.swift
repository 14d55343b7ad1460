package import KitchenModel
import Scheduling

extension MealPlanner {
  /// What would help a plan to serve sooner, or as soon and fresher: it is made again with more
  /// cooks, and with more of each sort of equipment that it uses.
  ///
  /// - Parameters:
  ///   - plan: The plan of `request`.
  ///   - more: How many more of each are tried, at least 1.
  ///   - isCancelled: asked often; returning true ends the search with what is known.
  /// - Returns: a sentence for each change that helps, the best first; where none does, one
  ///   sentence that names those which are proved not to.
  package func whatIf(
    _ plan: Plan, _ request: PlanRequest, more: Int = 1,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> [String] {
    let usesHands = plan.steps.contains { !$0.cooks.isEmpty || $0.kind == .waiting }
    var tries: [(words: String, kitchen: Kitchen)] = []
    if usesHands {
      var kitchen = request.menu.kitchen
      kitchen.addCooks(more)
      let words = more == 1 ? "one more cook" : "\(more) more cooks"
      tries.append((words, kitchen))
    }
    for (place, sort) in request.menu.kitchen.equipment.enumerated()
    where plan.steps.contains(where: { $0.uses.contains { $0.equipment == sort.name } }) {
      var kitchen = request.menu.kitchen
      kitchen.equipment[place].count += more
      let words =
        more > 1
        ? "\(more) more of the \(sort.name)"
        : sort.count == 1 ? "a second \(sort.name)" : "one more \(sort.name)"
      tries.append((words, kitchen))
    }
    var gains: [(place: Int, words: String, makespan: Seconds)] = []
    var useless: [(words: String, kitchen: Kitchen)] = []
    for (place, attempt) in tries.enumerated() {
      let result = solve(request, in: attempt.kitchen, for: .makespan, isCancelled)
      if let makespan = result.schedule.map({ Seconds($0.makespan) }), makespan < plan.makespan {
        gains.append((place, attempt.words, makespan))
      } else if result.isOptimal {
        useless.append(attempt)
      }
    }
    let fresher = useless.compactMap { attempt in
      waiting(plan, request, in: attempt.kitchen, isCancelled).map { waits in
        "With \(attempt.words): the same time, but food waits \(waits.then.exactText) in all instead of"
          + " \(waits.now.exactText)."
      }
    }
    guard !gains.isEmpty || !fresher.isEmpty else {
      return useless.isEmpty
        ? [] : ["No time saved with \(useless.map(\.words).listed("or"))."]
    }
    return gains.sorted { ($0.makespan, $0.place) < ($1.makespan, $1.place) }.map { gain in
      "With \(gain.words): \(gain.makespan.exactText) instead of \(plan.makespan.exactText)."
    } + fresher
  }

  /// How long food waits and stands in all, now and in another kitchen; nil where it is not fresher
  /// there, or not known to be.
  private func waiting(
    _ plan: Plan, _ request: PlanRequest, in kitchen: Kitchen,
    _ isCancelled: @escaping @Sendable () -> Bool
  ) -> (now: Seconds, then: Seconds)? {
    let now = plan.servingFigures
    guard request.objective == .hot, now.staleness > .zero, !isCancelled() else { return nil }
    let result = solve(request, in: kitchen, for: .staleness, isCancelled)
    guard let schedule = result.schedule, schedule.makespan <= TimeSpan(plan.makespan) else {
      return nil
    }
    var changed = request
    changed.menu.kitchen = kitchen
    let other = PlanAssembly(changed, MenuTranslation(changed)).plan(
      schedule, from: result, taking: 0)
    let then = other.servingFigures
    let (longer, shorter) = (now.hold + now.standing, then.hold + then.standing)
    return then.staleness < now.staleness && shorter < longer ? (longer, shorter) : nil
  }

  private func solve(
    _ request: PlanRequest, in kitchen: Kitchen, for objective: Objective,
    _ isCancelled: @escaping @Sendable () -> Bool
  ) -> SolveResult {
    var changed = request
    changed.menu.kitchen = kitchen
    var problem = MenuTranslation(changed).problem
    problem.objective = objective
    return problem.solveUnchecked(SolveOptions(explainsClash: false, isCancelled: isCancelled))
  }
}
