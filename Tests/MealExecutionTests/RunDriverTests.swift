import KitchenModel
import MealExecution
import TestSupport
import Testing

/// The driver on clocks that tests hold in their hands.
struct RunDriverTests {
  private let eightLines = [
    "0s Preparing lunch.", "0s Pasta will now cook.", "0s Meatloaf in the microwave.",
    "0s Peeling/slicing avocado.", "120s Avocado sliced.", "180s Meatloaf heated.",
    "600s Pasta ready.", "600s 10 min of prep time.",
  ]

  @Test func `a simulated lunch finishes at once, every event durable before it is said`()
    async throws
  {
    let journal = MemoryJournal()
    let listener = Listener(journal)
    let clock = SimulatedRunClock()
    let driver = RunDriver(
      machine: RunStateMachine(plan: try Lunch.plan(), settings: .test()), clock: clock,
      journal: journal, announcer: listener)
    #expect(try await driver.run() == .finished)
    #expect(listener.lines == eightLines)
    #expect(listener.undurable == [])
    #expect(clock.elapsed == .minutes(10))
  }

  @Test func `timers ring when the clock gets there`() async throws {
    let kitchen = Bench(try Lunch.plan(), .timer(TrueDurations()))
    async let status = kitchen.driver.run()
    await kitchen.clock.untilSomebodySleeps(until: Seconds(120))
    #expect(kitchen.listener.lines == Array(eightLines.prefix(4)))
    kitchen.clock.advance(to: Seconds(119))
    kitchen.clock.advance(to: Seconds(120))
    await kitchen.clock.untilSomebodySleeps(until: Seconds(180))
    #expect(kitchen.listener.lines == Array(eightLines.prefix(5)))
    // The process slept through the rest: everything still counts when it was due.
    kitchen.clock.advance(to: Seconds(5000))
    #expect(try await status == .finished)
    #expect(kitchen.listener.lines == eightLines)
  }

  @Test func `the beginning counts when it was due, however long it took to get there`()
    async throws
  {
    let kitchen = Bench(try Lunch.plan(), .timer(TrueDurations()))
    kitchen.clock.advance(to: Seconds(2))
    async let status = kitchen.driver.run()
    await kitchen.clock.untilSomebodySleeps(until: Seconds(120))
    #expect(kitchen.listener.lines == Array(eightLines.prefix(4)))
    kitchen.clock.advance(to: Seconds(600))
    #expect(try await status == .finished)
    #expect(kitchen.listener.lines == eightLines)
  }

  @Test func `a cook's word ends a blocking step`() async throws {
    let kitchen = Bench(try Lunch.plan(), .cook)
    async let status = kitchen.driver.run()
    await kitchen.clock.untilSomebodySleeps(until: Seconds(120))
    kitchen.clock.advance(to: Seconds(90))
    kitchen.say.yield(RunRequest(.done(Lunch.pasta, at: Seconds(95)), ticket: 7))
    await kitchen.listener.hears("answer 7")
    kitchen.say.yield(RunRequest(.done(nil), ticket: 8))
    await kitchen.listener.hears("answer 8")
    #expect(kitchen.listener.answers == [.outOfTime(Lunch.pasta, Seconds(95)), nil])
    kitchen.clock.advance(to: Seconds(600))
    #expect(try await status == .finished)
    #expect(
      kitchen.journal.entries.map(\.event).filter { $0.kind == .stepFinished }
        .map { "\($0.elapsed.count)s \($0.endedBy?.rawValue ?? "")" } == [
          "90s cook", "180s timer", "600s timer",
        ])
  }

  @Test func `a cancelled run is left interrupted and can be taken up`() async throws {
    let kitchen = Bench(try Lunch.plan(), .timer(TrueDurations()))
    let running = Task { try await kitchen.driver.run() }
    await kitchen.clock.untilSomebodySleeps(until: Seconds(120))
    kitchen.clock.advance(to: Seconds(100))
    running.cancel()
    #expect(try await running.value == .interrupted)
    #expect(kitchen.listener.lines == eightLines.prefix(4) + ["100s Interrupted after 1 min 40 s."])

    let journal = MemoryJournal()
    let listener = Listener(journal)
    let restored = RunStateMachine(
      plan: try Lunch.plan(), settings: .test(),
      replaying: kitchen.journal.entries.map(\.event))
    let driver = RunDriver(
      machine: restored, clock: SimulatedRunClock(startingAt: Seconds(150)), journal: journal,
      announcer: listener)
    #expect(try await driver.run() == .finished)
    #expect(
      listener.lines == [
        "120s Avocado sliced.", "150s Resumed.", "180s Meatloaf heated.", "600s Pasta ready.",
        "600s 10 min of prep time.",
      ])
  }

  @Test func `a new plan is durable before it is followed`() async throws {
    var plan = try Lunch.plan()
    plan.steps[1].start = Seconds(420)
    plan.steps[1].end = Seconds(600)
    var better = plan
    better.steps[1].start = Seconds(60)
    better.steps[1].end = Seconds(240)
    let journal = MemoryJournal()
    let listener = Listener(journal)
    let driver = RunDriver(
      machine: RunStateMachine(
        plan: plan, settings: .test(.replan, .timer(TrueDurations([Lunch.avocado: Seconds(60)])))),
      clock: SimulatedRunClock(), journal: journal, announcer: listener,
      replanner: FixedReplanner(answer: better))
    #expect(try await driver.run() == .finished)
    #expect(
      Array(listener.lines.dropFirst(3).prefix(4)) == [
        "60s Avocado sliced.",
        "60s Start Meatloaf (Meatloaf) now. Avocado (Avocado) 1 min early: ready after 10 min.",
        "60s Meatloaf in the microwave.", "240s Meatloaf heated.",
      ])
    #expect(listener.undurable == [])
    #expect(
      journal.entries.compactMap(\.cause) == [.endedOffPlan([Lunch.avocado])])
    #expect(journal.entries.compactMap(\.plan) == [better])
  }

  @Test func `nothing is said that the journal did not take`() async throws {
    let journal = MemoryJournal(room: 5)
    let listener = Listener(journal)
    let driver = RunDriver(
      machine: RunStateMachine(plan: try Lunch.plan(), settings: .test()),
      clock: SimulatedRunClock(), journal: journal, announcer: listener)
    await #expect(throws: MemoryJournal.Full.self) { try await driver.run() }
    #expect(listener.lines == Array(eightLines.prefix(5)))
  }

  @Test func `a run that waits for a cook alone can be aborted`() async throws {
    let plan = Plan(
      menu: Menu(name: "snack", dishes: [try Lunch.menu().dishes[2].dish], kitchen: .standard),
      [
        PlannedStep(
          StepReference(dish: 0, step: 0), kind: .blocking, start: .zero, end: Seconds(120),
          cooks: [0])
      ])
    let kitchen = Bench(plan, .cook)
    async let status = kitchen.driver.run()
    await kitchen.clock.untilSomebodySleeps(until: Seconds(120))
    kitchen.clock.advance(to: Seconds(130))
    await kitchen.listener.hears("120s Avocado (Avocado): time is up (2 min).")
    kitchen.say.yield(RunRequest(.abort))
    #expect(try await status == .aborted)
    #expect(kitchen.listener.lines.suffix(2) == ["130s Aborted after 2 min 10 s.", "answer 0"])
  }
}
