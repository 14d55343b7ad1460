import KitchenModel
import MealExecution
import Testing

/// The contract's own example, whole.
struct LunchTests {
  @Test func `lunch says its eight lines when they are due`() throws {
    var run = MachineTimeline(try Lunch.plan())
    run.start()
    run.runToEnd()
    #expect(
      run.lines == [
        "0s Preparing lunch.",
        "0s Pasta will now cook.",
        "0s Meatloaf in the microwave.",
        "0s Peeling/slicing avocado.",
        "120s Avocado sliced.",
        "180s Meatloaf heated.",
        "600s Pasta ready.",
        "600s 10 min of prep time.",
      ])
    #expect(run.machine.status == .finished)
    #expect(run.machine.lastEnd == .minutes(10))
  }

  @Test func `a plan that holds the quick dishes back is kept to`() throws {
    var plan = try Lunch.plan()
    plan.steps[1].start = Seconds(420)
    plan.steps[1].end = Seconds(600)
    plan.steps[2].start = Seconds(480)
    plan.steps[2].end = Seconds(600)
    var run = MachineTimeline(plan)
    run.start()
    run.runToEnd()
    #expect(
      run.lines == [
        "0s Preparing lunch.",
        "0s Pasta will now cook.",
        "420s Meatloaf in the microwave.",
        "480s Peeling/slicing avocado.",
        "600s Avocado sliced.",
        "600s Meatloaf heated.",
        "600s Pasta ready.",
        "600s 10 min of prep time.",
      ])
  }

  @Test func `one thing at a time takes fifteen minutes`() throws {
    var run = MachineTimeline(try Lunch.plan(), .sequential)
    run.start()
    run.runToEnd()
    #expect(
      run.lines == [
        "0s Preparing lunch.",
        "0s Pasta will now cook.",
        "600s Pasta ready.",
        "600s Meatloaf in the microwave.",
        "780s Meatloaf heated.",
        "780s Peeling/slicing avocado.",
        "900s Avocado sliced.",
        "900s 15 min of prep time.",
      ])
  }

  @Test func `a live cook ends blocking steps and hears when their time is up`() throws {
    var run = MachineTimeline(try Lunch.plan(), .static, .cook)
    run.start()
    run.advance(to: 130)
    try run.say(.done(nil), at: 150)
    run.runToEnd()
    #expect(
      Array(run.lines.dropFirst(4)) == [
        "120s Avocado (Avocado): time is up (2 min).",
        "150s Avocado sliced.",
        "150s * free until 600 s",
        "180s Meatloaf heated.",
        "540s * serving in 60 s",
        "600s Pasta ready.",
        "600s 10 min of prep time.",
      ])
    #expect(
      run.events.filter { $0.kind == .stepFinished }.map(\.endedBy) == [.cook, .timer, .timer])
  }

  @Test func `events carry the instants at which they were due at any speed`() throws {
    var run = MachineTimeline(
      RunStateMachine(plan: try Lunch.plan(), settings: .test(speedThousandths: 60_000)))
    run.start()
    run.advance(to: 5000)
    #expect(
      run.events.map(\.at)
        == [0, 0, 0, 0, 2000, 3000, 10_000, 10_000, 10_000].map {
          Instant(milliseconds: $0)
        })
    #expect(run.events.map(\.elapsed.count) == [0, 0, 0, 0, 120, 180, 600, 600, 600])
  }

  @Test func `a step without words of its own is announced by title, dish and time`() throws {
    var plan = try Lunch.plan()
    plan.menu.dishes[1].dish.says = Dish.Says()
    var run = MachineTimeline(plan)
    run.start()
    run.runToEnd()
    #expect(run.lines.contains("0s Meatloaf (Meatloaf): start, 3 min."))
    #expect(run.lines.contains("180s Meatloaf (Meatloaf): done."))
  }
}
