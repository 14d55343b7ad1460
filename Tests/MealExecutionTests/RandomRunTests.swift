import KitchenModel
import MealExecution
import TestSupport
import Testing

/// Something random to say to a run.
struct RandomVerb {
  var step: StepReference?
  var choice: Int
  var amount: Seconds

  var verb: RunVerb {
    switch choice {
    case 0: .done(step)
    case 1: .start(step)
    case 2: .extend(step, by: amount)
    case 3: .shorten(step, by: amount)
    case 4: .skip(step)
    case 5: .pause
    case 6: .resume
    case 7: .hand(step, to: amount.count % 2)
    case 8: .drop(dish: amount.count % 4)
    default: .note("The oven runs hot.")
    }
  }
}

/// Whatever the true durations and the verbs, the log is consistent and ends.
struct RandomRunTests {
  @Test(arguments: 0..<300)
  func `an undisturbed run is the plan`(seed: Int) throws {
    var random = RandomKitchen(seed: UInt64(seed))
    let plan = SerialPlanner.plan(try random.menu())
    var run = MachineTimeline(plan)
    run.start()
    run.runToEnd()
    #expect(run.machine.status == .finished, "seed \(seed)")
    #expect(run.machine.lastEnd == plan.makespan, "seed \(seed)")
    for step in run.machine.steps {
      #expect(step.start == step.planned.start && step.end == step.planned.end, "seed \(seed)")
    }
    #expect(LogCheck.faults(run.events, plan) == [], "seed \(seed)")
  }

  @Test(arguments: 0..<120, [Run.Policy.static, .sequential, .replan, .inOrder])
  func `a run with surprises ends with a consistent log`(seed: Int, policy: Run.Policy) throws {
    var random = RandomKitchen(seed: UInt64(seed))
    let plan = SerialPlanner.plan(try random.menu())
    let truth = random.truth(plan.menu)
    var run = MachineTimeline(plan, policy, .timer(TrueDurations(truth)))
    run.replan = { situation, _ in SerialPlanner.plan(after: situation) }
    run.start()
    for _ in 0..<random.number(in: 0...8) {
      let moment = run.machine.now.count + random.number(in: 0...12)
      let verb = random.verb(plan.menu).verb
      do throws(VerbRefusal) {
        run.advance(to: moment)
        try run.handle(verb)
      } catch { continue }
    }
    if run.machine.status == .paused { try run.say(.resume, at: run.machine.now.count) }
    run.runToEnd()
    #expect(run.machine.status == .finished, "seed \(seed)")
    #expect(LogCheck.faults(run.events, run.machine.plan) == [], "seed \(seed)")
  }

  @Test(arguments: 0..<200)
  func `a run restored from any prefix of its log loses and doubles nothing`(seed: Int) throws {
    var random = RandomKitchen(seed: UInt64(seed))
    let plan = SerialPlanner.plan(try random.menu())
    let ending = StepEnding.timer(TrueDurations(random.truth(plan.menu)))
    var whole = MachineTimeline(plan, .static, ending)
    whole.start()
    whole.runToEnd()
    let kept = Array(whole.events.prefix(random.number(in: 1...(whole.events.count - 1))))
    let pause = random.number(in: 0...10)
    var rest = MachineTimeline(
      RunStateMachine(plan: plan, settings: .test(.static, ending), replaying: kept))
    rest.start(at: (kept.last?.elapsed.count ?? 0) + pause)
    rest.runToEnd()
    #expect(rest.machine.status == .finished, "seed \(seed)")
    #expect(LogCheck.faults(kept + rest.events, plan) == [], "seed \(seed)")
    // What was running ended when it was due, process or no process.
    for event in kept where event.kind == .stepStarted {
      let end: (RunEvent) -> Bool = { $0.step == event.step && $0.kind == .stepFinished }
      #expect(
        (kept + rest.events).first(where: end)?.elapsed == whole.events.first(where: end)?.elapsed,
        "seed \(seed)")
    }
  }
}
