import KitchenModel
import Testing

@testable import MealPlanning
import Rendering

/// What a new plan gives up a little of so that dinner comes sooner, or stays when it is.
struct ReplanRoomTests {
  private let planner = MealPlanner(stopwatch: { 0 })
  private static let boil = StepReference(dish: 0, step: 0)
  private static let drain = StepReference(dish: 0, step: 1)

  private static func dish(_ name: String, _ kind: Way.Kind, _ minutes: Int) throws -> Dish {
    Dish(
      name: try Name(name),
      steps: [Step(id: "do", title: "Do", Way(kind, Estimate(.minutes(minutes))), after: [])])
  }

  /// Pasta that boils from 0 to 10 and is to be drained at once by the one cook there is, and other
  /// dishes that nobody has begun by minute 2.
  private func outcome(
    _ others: [Dish], _ objective: PlanObjective = .hot
  ) throws -> ReplanOutcome {
    let pasta = Dish(
      name: try Name("Pasta"),
      steps: [
        Step(id: "boil", title: "Boil", Way(.waiting, Estimate(.minutes(10))), after: []),
        Step(
          id: "drain", title: "Drain", Way(.blocking, Estimate(.minutes(5))),
          after: [Dependency("boil", maximum: .zero)]),
      ])
    let menu = Menu(name: "supper", dishes: [pasta] + others, kitchen: Kitchen())
    let now = Instant(epochSeconds: 0)
    guard
      case .plan(let plan) = planner.plan(
        PlanRequest(menu: menu, objective: objective, now: now))
    else { throw NoPlan() }
    let begun = BegunStep(option: 0, start: .zero, end: .minutes(10), cooks: [])
    return try #require(
      planner.replan(
        PlanRequest(
          menu: menu, objective: objective, now: now, progress: [Self.boil: begun],
          elapsed: .minutes(2), current: plan)))
  }

  private struct NoPlan: Error {}

  private func start(_ reference: StepReference, _ plan: Plan) -> Seconds? {
    plan.steps.first { $0.reference == reference }?.start
  }

  @Test func `a distance is exceeded by a minute where dinner comes much sooner for it`() throws {
    let outcome = try outcome([Self.dish("Salad", .blocking, 9)])
    #expect(outcome.plan.makespan == .minutes(16))
    #expect(start(Self.drain, outcome.plan) == .minutes(11))
    #expect(
      outcome.broken.map { BrokenLimitText.sentence($0, in: outcome.plan.menu) } == [
        "Drain (Pasta) starts 1 min later after Boil (Pasta) than it should."
      ])
  }

  @Test func `a distance is not exceeded by more than two minutes`() throws {
    let outcome = try outcome([Self.dish("Salad", .blocking, 13)])
    #expect(outcome.plan.makespan == .minutes(28))
    #expect(start(Self.drain, outcome.plan) == .minutes(10))
    #expect(outcome.broken.isEmpty)
  }

  @Test func `a distance is kept where nothing is gained`() throws {
    let outcome = try outcome([
      Self.dish("Salad", .blocking, 9), Self.dish("Bread", .blocking, 8),
    ])
    #expect(outcome.plan.makespan == .minutes(24))
    #expect(start(Self.drain, outcome.plan) == .minutes(10))
    #expect(outcome.broken.isEmpty)
  }

  @Test func `what was to start early starts early also where a distance is exceeded`() throws {
    let outcome = try outcome(
      [Self.dish("Salad", .blocking, 9), Self.dish("Jelly", .waiting, 3)], .early)
    #expect(outcome.plan.makespan == .minutes(16))
    #expect(start(StepReference(dish: 1, step: 0), outcome.plan) == .minutes(2))
    #expect(start(StepReference(dish: 2, step: 0), outcome.plan) == .minutes(2))
    #expect(outcome.broken.count == 1)
  }

  @Test func `a hot dish is not brought forward to leave room for surprises`() throws {
    let roast = try Self.dish("Roast", .waiting, 40)
    let rice = try Self.dish("Rice", .waiting, 10)
    let menu = Menu(name: "supper", dishes: [roast, rice], kitchen: Kitchen())
    let now = Instant(epochSeconds: 0)
    guard case .plan(let plan) = planner.plan(PlanRequest(menu: menu, now: now)) else {
      throw NoPlan()
    }
    let (roasting, boiling) = (StepReference(dish: 0, step: 0), StepReference(dish: 1, step: 0))
    #expect(start(boiling, plan) == .minutes(30))
    let begun = BegunStep(option: 0, start: .zero, end: .minutes(40), cooks: [])
    let outcome = try #require(
      planner.replan(
        PlanRequest(
          menu: menu, now: now, progress: [roasting: begun], elapsed: .minutes(10), current: plan)))
    #expect(outcome.plan.makespan == .minutes(40))
    #expect(start(boiling, outcome.plan) == .minutes(30))
    #expect(outcome.plan.hold == .zero)
  }
}
