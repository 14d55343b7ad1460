import KitchenModel
import Testing

@testable import KitchenStore

struct PlanRepositoryTests {
  private let now = Samples.now

  @Test func `a plan comes back as it was saved, whatever becomes of its dishes`() throws {
    let store = try KitchenStore.inMemory()
    var dish = try Samples.dish("Pasta")
    dish.notes = "With a lid.\nOr without."
    dish.tags = ["quick"]
    dish.ingredients = ["500 g pasta"]
    try store.dishes.add(dish, at: now)
    var plan = Samples.plan("lunch", [dish, dish])
    plan.startAt = now
    plan.serveAt = now + .minutes(10)
    plan.why = ["The oven is taken."]
    let id = try store.plans.save(plan, at: now)
    try store.dishes.remove(Name("Pasta"), at: now)
    let stored = try #require(try store.plans.plan(id))
    #expect(stored.plan == plan)
    #expect(
      stored.summary
        == .init(
          id: 1, name: "lunch", createdAt: now, cause: .saved, status: .optimal, objective: .hot,
          makespan: .minutes(10), hold: .zero, standing: .zero, runs: 0, liveRuns: 0))
    #expect(try store.plans.plan(2) == nil)
  }

  @Test func `a plan that makes no sense is as good as unreadable`() throws {
    let store = try KitchenStore.inMemory()
    var plan = try Samples.lunch()
    plan.steps[0].option = 1
    let id = try store.plans.save(plan, at: now)
    #expect(throws: Diagnostic.self) { try store.plans.plan(id) }
    #expect(try store.integrity().findings.map(\.message) == ["Plan 1 cannot be read."])
  }

  @Test func `plans are listed newest first`() throws {
    let store = try KitchenStore.inMemory()
    for name in ["a", "b", "c"] {
      _ = try store.plans.save(Samples.plan(name, [Samples.dish("Pasta")]), at: now)
    }
    #expect(try store.plans.list().map(\.name) == ["c", "b", "a"])
    #expect(try store.plans.list(limit: 2).map(\.id) == [3, 2])
  }

  @Test func `a plan is removed unless a run began with it, and its number is not given again`()
    throws
  {
    let store = try KitchenStore.inMemory()
    _ = try store.plans.save(Samples.lunch(), at: now)
    let run = try store.runs.begin(
      .new(Samples.lunch()), mode: .live, policy: .replan, startedAt: now, lease: Samples.lease)
    _ = try store.plans.save(Samples.lunch(), cause: .replanned(run: run), at: now)
    #expect(try store.plans.list().map(\.cause) == [.replanned(run: 1), .cooked, .saved])
    #expect(
      throws: Diagnostic(
        .couldNotBeDone, "Plan 2 belongs to the history: it was cooked as run 1.",
        hints: ["Plans that were cooked stay as long as their runs do."])
    ) { try store.plans.remove(2) }
    try store.plans.remove(1)
    try store.plans.remove(3)
    #expect(try store.plans.save(Samples.lunch(), at: now) == 4)
    #expect(
      throws: Diagnostic(.noPlan(1))
    ) { try store.plans.remove(1) }
  }
}
