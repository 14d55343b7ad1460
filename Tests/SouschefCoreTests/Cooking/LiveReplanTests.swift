import Foundation
import KitchenModel
import MealPlanning
import TestSupport
import Testing

@testable import MealExecution
@testable import SouschefCore

/// Live evenings in which a cook answers every act, some a little late, and one to three hands-on steps
/// take another time than planned.
///
/// `SOUSCHEF_EVENINGS=200` cooks as many.
@Suite struct LiveReplanTests {
  static let evenings =
    ProcessInfo.processInfo.environment["SOUSCHEF_EVENINGS"].flatMap { Int($0) } ?? 24

  @Test(arguments: 1...evenings)
  func `no new plan leaves anybody idle who could begin something`(seed: Int) async throws {
    var menus = RandomMenu(seed: UInt64(seed), dishes: 3...5)
    guard let plan = LiveEvening.plan(try menus.next()) else { return }
    var evening = LiveEvening(plan, seed: seed)
    await evening.cook()
    #expect(
      evening.faults.isEmpty,
      """
      seed \(seed): \(evening.faults.joined(separator: "\n"))
      \(evening.log.joined(separator: "\n"))
      """)
  }

  @Test(arguments: 1...evenings)
  func `a pause of a second moves nothing`(seed: Int) async throws {
    var menus = RandomMenu(seed: UInt64(seed), dishes: 3...5)
    guard let plan = LiveEvening.plan(try menus.next()) else { return }
    var evening = LiveEvening(plan, seed: seed)
    await evening.cook(until: Seconds(plan.makespan.count * (seed % 10) / 10))
    guard evening.machine.status == .running else { return }
    let before = evening.machine.forecast
    try await evening.say(.pause)
    await evening.pass(Seconds(1))
    try await evening.say(.resume)
    let after = evening.machine.forecast
    #expect(after.makespan <= before.makespan + Seconds(1), "seed \(seed)")
    for (old, new) in zip(before.inOrder, after.inOrder) {
      #expect(new.start <= old.start + Seconds(1), "seed \(seed): \(new.reference)")
    }
  }

  @Test func `an oven heated some seconds late puts dinner off by no more`() async throws {
    let hot = try Temperature(parsing: "200C")
    let roast = Dish(
      name: try Name("Roast"),
      steps: [
        Step(
          id: "roast", title: "Roast",
          Way(.waiting, Estimate(.minutes(60)), uses: [Way.Use("oven")], temperature: hot))
      ])
    let soup = Dish(
      name: try Name("Soup"),
      steps: [
        Step(id: "chop", title: "Chop", Way(.blocking, Estimate(.minutes(10)))),
        Step(
          id: "sweat", title: "Sweat", Way(.blocking, Estimate(.minutes(20))),
          after: [Dependency("chop")]),
      ], serve: .any)
    let menu = Menu(
      name: "supper", dishes: [roast, soup],
      kitchen: Kitchen(
        cooks: .count(1), equipment: [Equipment(name: "oven", count: 1, preheat: .minutes(10))]))
    let plan = try #require(LiveEvening.plan(menu))
    #expect(plan.makespan == .minutes(70))
    var evening = LiveEvening(plan)
    await evening.pass(Seconds(8))
    let heat = try #require(evening.machine.state.acts.first { $0.act.kind == .heat })
    try await evening.say(.answer(heat.act))
    #expect(evening.machine.forecast.makespan == .minutes(70) + Seconds(8))
    #expect(evening.machine.idleFaults.isEmpty)
  }

  /// What is said during a pause, and what undo makes of it.
  @Test(arguments: 1...12)
  func `what is foretold during a pause is what it comes to`(seed: Int) async throws {
    var menus = RandomMenu(seed: UInt64(seed), dishes: 3...5)
    guard let plan = LiveEvening.plan(try menus.next()) else { return }
    let other = try menus.next().dishes[0].dish
    var evening = LiveEvening(plan, seed: seed)
    await evening.cook(until: Seconds(plan.makespan.count / 3))
    guard evening.machine.status == .running else { return }
    try await evening.say(.pause)
    let before = evening.machine.forecast
    let left = evening.machine.steps.first { !$0.isOver }?.reference.dish ?? 0
    for verbs: [RunVerb] in [
      [.drop(dish: left)], [.add([other])], [.drop(dish: left), .add([other])],
      [.add([other]), .drop(dish: left)],
    ] {
      guard let start = try await evening.said(verbs) else { continue }
      let paused = evening.machine.forecast.makespan
      var resumed = evening
      try await resumed.say(.resume)
      let drift = resumed.machine.forecast.makespan - paused
      #expect(abs(drift.count) <= 60, "seed \(seed), \(verbs.count) verbs from \(start)")
      for _ in verbs { try await evening.say(.undo) }
      let labels = evening.machine.plan.menu.dishes.map(\.label)
      #expect(labels == plan.menu.dishes.map(\.label), "seed \(seed)")
      let after = evening.machine.forecast
      #expect(after.makespan == before.makespan, "seed \(seed)")
      #expect(after.servingFigures.staleness <= before.servingFigures.staleness, "seed \(seed)")
    }
  }

  @Test func `a step to come that is given more time keeps it, and is said once`() async throws {
    let steps = [("peel", 10), ("fry", 10), ("plate", 5)].enumerated().map { index, step in
      Step(
        id: step.0, title: step.0.capitalized, Way(.blocking, Estimate(.minutes(step.1))),
        after: index > 0 ? [Dependency(["peel", "fry"][index - 1])] : [])
    }
    let menu = Menu(
      name: "tea", dishes: [Dish(name: try Name("Hash"), steps: steps)],
      kitchen: Kitchen(cooks: .count(1)))
    let plan = try #require(LiveEvening.plan(menu))
    var evening = LiveEvening(plan)
    let fry = StepReference(dish: 0, step: 1)
    for (minutes, total) in [(5, 30), (3, 33)] {
      let told = evening.replans
      try await evening.say(.extend(fry, by: .minutes(minutes)))
      #expect(evening.machine.forecast.makespan == .minutes(total))
      #expect(evening.replans == told + 1)
    }
    try await evening.say(.undo)
    #expect(
      evening.machine.lastOutcome
        == .undone(.retimed(fry, by: .minutes(3), takes: .minutes(15))))
    #expect(evening.machine.forecast.makespan == .minutes(30))
  }
}

/// A live run on a clock that a test moves, with a cook who answers every act.
struct LiveEvening {
  private(set) var machine: RunStateMachine
  /// What was said, and what was asked about.
  private(set) var log: [String] = []
  private(set) var faults: [String] = []
  /// How many new plans were followed.
  private(set) var replans = 0
  private let truth: [StepReference: Seconds]
  private var next: Seconds?

  /// Begins an evening in which one to three hands-on steps take up to 40 per cent more or less than
  /// planned; none without a seed.
  init(_ plan: Plan, seed: Int? = nil) {
    var truth: [StepReference: Seconds] = [:]
    let steps = plan.steps.filter { $0.kind == .blocking }
    if let seed, !steps.isEmpty {
      var numbers = SeededNumbers(seed: seed)
      for _ in 0..<1 + numbers.next(below: 3) {
        let step = steps[numbers.next(below: steps.count)]
        truth[step.reference] = Seconds(step.duration.count * (60 + numbers.next(below: 81)) / 100)
      }
    }
    self.truth = truth
    machine = RunStateMachine(
      plan: plan,
      settings: .init(
        policy: .replan, ending: .cook,
        timeline: RunTimeline(startedAt: Instant(epochSeconds: 0)), answering: .byCook),
      placer: PlannerPlacer())
    hear(machine.start())
  }

  static func plan(_ menu: Menu) -> Plan? {
    let request = PlanRequest(menu: menu, now: Instant(epochSeconds: 0))
    guard case .plan(let plan) = MealPlanner(stopwatch: { 0 }).plan(request) else { return nil }
    return plan
  }

  /// Cooks until a moment, or to the end.
  mutating func cook(until end: Seconds? = nil) async {
    for _ in 0..<3000 where machine.status == .running {
      let answer = answers.min { $0.at < $1.at }
      guard let moment = [answer?.at, next].compactMap(\.self).min() else {
        faults.append("stuck at \(machine.now.count)")
        return
      }
      if let end, moment > end { return }
      let told = replans
      if moment > machine.now || answer == nil { await perform(machine.advance(to: moment)) }
      if let answer, answer.at <= moment,
        machine.state.acts.contains(where: { $0.act == answer.act })
      {
        do { try await say(.answer(answer.act)) } catch { faults.append("\(error)") }
      }
      // While something is to be answered, what comes after it is only foretold.
      guard replans > told, machine.state.acts.allSatisfy({ $0.act.kind == .perform }) else {
        continue
      }
      faults += machine.idleFaults
    }
  }

  /// Says something now.
  mutating func say(_ verb: RunVerb) async throws { await perform(try machine.handle(verb)) }

  /// Says several things now; nil, with nothing said, where one makes no sense.
  mutating func said(_ verbs: [RunVerb]) async throws -> Seconds? {
    let before = self
    for verb in verbs {
      do { try await say(verb) } catch is VerbRefusal {
        self = before
        return nil
      }
    }
    return machine.now
  }

  /// Lets time pass in which nobody says anything.
  mutating func pass(_ time: Seconds) async {
    await perform(machine.advance(to: machine.now + time))
  }

  /// When each act that is due will be answered: a hands-on step when it is done, the rest within half a
  /// minute.
  private var answers: [(act: Act, at: Seconds)] {
    machine.state.acts.map { due in
      guard case .perform(let reference) = due.act else {
        return (due.act, max(machine.now, due.since + Seconds(due.act.delay)))
      }
      let step = machine.steps.first { $0.reference == reference }
      let takes = truth[reference] ?? step?.planned.duration ?? .zero
      return (due.act, max(machine.now, (step?.start ?? .zero) + takes))
    }
  }

  private mutating func perform(_ first: [RunAction]) async {
    var actions = first
    while true {
      hear(actions)
      guard case .consult(let situation, let cause) = actions.last else { return }
      let replanner = Run.Policy.replan.replanner(for: .simulated, in: .gmt)
      actions = machine.apply(await replanner?.plan(after: situation, cause: cause))
    }
  }

  private mutating func hear(_ actions: [RunAction]) {
    for case .record(let entry) in actions {
      log.append("\(entry.event.elapsed.count) \(entry.event.kind) \(entry.event.text ?? "")")
      if entry.event.kind == .planReplaced { replans += 1 }
    }
    if case .wait(let moment) = actions.last { next = moment }
  }
}

extension Act {
  /// How long a cook takes to answer it, in seconds.
  fileprivate var delay: Int { ((step?.step ?? 3) * 5 + (step?.dish ?? 1) * 11) % 25 }
}

extension Plan {
  /// The steps in listed order.
  fileprivate var inOrder: [PlannedStep] { steps.sorted { $0.reference < $1.reference } }

  /// When each step is done and by whom, for a failure's message.
  fileprivate var places: String {
    steps.map {
      "\($0.reference.dish).\($0.reference.step) \($0.start.count)-\($0.end.count) \($0.cooks)"
    }
    .joined(separator: "; ")
  }
}

extension RunStateMachine {
  /// The hands-on steps that could begin now, by whom they are to be done, without harm: dinner is as
  /// soon, no food stands longer and nothing else is put off.
  fileprivate var idleFaults: [String] {
    guard state.phase == .running else { return [] }
    let present = forecast
    return steps.indices.compactMap { index -> String? in
      let step = steps[index]
      guard step.status == .pending, step.planned.kind == .blocking, step.planned.duration > .zero,
        state.readiness(of: index, .possible, under: settings) == .ready,
        let place = present.steps.firstIndex(where: { $0.reference == step.reference }),
        present.steps[place].start > now + Seconds(30)
      else { return nil }
      var moved = present
      moved.steps[place].start = now
      moved.steps[place].end = now + step.planned.duration
      moved.steps.sort { ($0.start, $0.reference) < ($1.start, $1.reference) }
      var trial = self
      trial.state.adopt(moved)
      let after = trial.forecast
      guard after.steps.contains(where: { $0.reference == step.reference && $0.start == now }),
        merit(of: after) <= merit(of: present),
        merit(of: after).staleness <= merit(of: present).staleness,
        merit(of: after).excess <= merit(of: present).excess,
        after.steps.allSatisfy({ new in
          guard let old = present.steps.first(where: { $0.reference == new.reference }) else {
            return true
          }
          return new.start <= old.start
        })
      else { return nil }
      return
        """
        \(now.count): \(step.reference) waits until \(present.steps[place].start.count)
        \(present.places) \(merit(of: present))
        \(after.places) \(merit(of: after))
        """
    }
  }
}
