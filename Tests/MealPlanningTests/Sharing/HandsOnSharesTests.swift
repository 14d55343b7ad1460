import KitchenModel
import TestSupport
import Testing

@testable import MealPlanning

@Suite struct HandsOnSharesTests {
  /// A draw of overlapping work, who may do it, and who was to do it before.
  private func works(_ numbers: inout SeededNumbers, cooks: Int) -> [HandsOnShares.Work] {
    let everybody = CookSet(0..<cooks)
    let isPlain = numbers.happens(50)
    let isLate = numbers.happens(30)
    return (0..<1 + numbers.next(below: 6)).map { _ in
      let start = numbers.next(below: 12)
      var work = HandsOnShares.Work(
        start: start, end: start + 1 + numbers.next(below: 6), dish: numbers.next(below: 3),
        count: numbers.happens(15) ? 2 : 1, allowed: everybody)
      if !isPlain, numbers.happens(25) { work.required = [numbers.next(below: cooks)] }
      if !isPlain, numbers.happens(25) {
        work.allowed = CookSet(everybody.cooks.filter { $0 > 0 } + work.required.cooks)
      }
      if isLate, numbers.happens(60) { work.agreed = [numbers.next(below: cooks)] }
      return work
    }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// Every way to share the work out that keeps the rules.
  private func ways(_ works: [HandsOnShares.Work], cooks: Int) -> [[CookSet]] {
    let sets = (1..<1 << cooks).map { bits in CookSet((0..<cooks).filter { bits >> $0 & 1 == 1 }) }
    var ways: [[CookSet]] = [[]]
    for (index, work) in works.enumerated() {
      let fit = sets.filter { set in
        set.count == work.count
          && set.cooks.allSatisfy(work.allowed.contains)
          && work.required.cooks.allSatisfy(set.contains)
      }
      ways = ways.flatMap { way in
        fit.filter { set in
          !works[..<index].indices.contains { other in
            works[other].start < work.end && work.start < works[other].end
              && !way[other].isDisjoint(with: set)
          }
        }.map { way + [$0] }
      }
    }
    return ways
  }

  /// The cost, straight from its wording: changes, the busiest cook's time, hand-overs.
  private func cost(_ way: [CookSet], _ works: [HandsOnShares.Work], cooks: Int) -> [Int] {
    let changed = works.indices.filter { index in
      works[index].agreed.map { $0 != way[index] } ?? false
    }
    let times = (0..<cooks).map { cook in
      works.indices.reduce(0) { sum, index in
        way[index].contains(cook) ? sum + works[index].end - works[index].start : sum
      }
    }
    var handOvers = 0
    for dish in Set(works.map(\.dish)) {
      let own = works.indices.filter { works[$0].dish == dish }
      for (one, next) in zip(own, own.dropFirst()) where way[one].isDisjoint(with: way[next]) {
        handOvers += 1
      }
    }
    return [changed.count, times.max() ?? 0, handOvers]
  }

  @Test(arguments: 2...3)
  func `the shares are the best of all ways`(cooks: Int) {
    var compared = 0
    for seed in 0..<400 {
      var numbers = SeededNumbers(seed: seed)
      let works = works(&numbers, cooks: cooks)
      let ways = ways(works, cooks: cooks)
      guard let first = ways.randomElement(using: &numbers) else { continue }
      let best = HandsOnShares(works, cooks: cooks).best(
        from: first, effort: 100_000, isCancelled: { false })
      #expect(ways.contains(best), "seed \(seed)")
      let least = ways.map { cost($0, works, cooks: cooks) }.min {
        $0.lexicographicallyPrecedes($1)
      }
      #expect(cost(best, works, cooks: cooks) == least, "seed \(seed)")
      compared += 1
    }
    #expect(compared > 100)
  }

  @Test func `an evening of many dishes is shared evenly where the search is cut short`() {
    var numbers = SeededNumbers(seed: 7)
    var works: [HandsOnShares.Work] = []
    for place in 0..<120 {
      let length = 2 + numbers.next(below: 9)
      works.append(
        HandsOnShares.Work(
          start: place * 6, end: place * 6 + length, dish: numbers.next(below: 40), count: 1,
          allowed: [0, 1]))
    }
    let before = works.indices.map { CookSet([$0 % 2]) }
    let after = HandsOnShares(works, cooks: 2).best(
      from: before, effort: 20_000, isCancelled: { false })
    let (old, new) = (cost(before, works, cooks: 2), cost(after, works, cooks: 2))
    let total = works.reduce(0) { $0 + $1.end - $1.start }
    #expect(new[1] == (total + 1) / 2)
    #expect(new[2] < old[2])
  }

  @Test func `a plan shares the work of two cooks`() throws {
    let dish = { (name: String) in
      Dish(
        name: try Name(name),
        steps: [
          Step(id: "chop", title: "Chop", Way(.blocking, Estimate(.minutes(10)))),
          Step(
            id: "simmer", title: "Simmer", Way(.waiting, Estimate(.minutes(30))),
            after: [Dependency("chop")]),
          Step(
            id: "season", title: "Season", Way(.blocking, Estimate(.minutes(2))),
            after: [Dependency("simmer")]),
        ])
    }
    let menu = Menu(
      name: "dinner", dishes: try ["Soup", "Stew", "Curry", "Dal"].map(dish),
      kitchen: Kitchen(cooks: .named(["Ana", "Ben"]), equipment: []))
    let outcome = MealPlanner(stopwatch: { 0 }).plan(
      PlanRequest(menu: menu, now: Instant(epochSeconds: 0)))
    guard case .plan(let plan) = outcome else {
      Issue.record("there is a plan: \(outcome)")
      return
    }
    for cook in 0...1 {
      let time = plan.steps.filter { $0.cooks == [cook] }.reduce(Seconds.zero) { $0 + $1.duration }
      #expect(time == .minutes(24))
    }
  }
}
