import KitchenModel
import MealExecution
import TestSupport

/// A driver with everything around it, on a clock that a test holds in its hands.
struct Bench {
  let clock: ManualClock
  let journal = MemoryJournal()
  let listener: Listener
  let driver: RunDriver
  let say: AsyncStream<RunRequest>.Continuation

  /// Lays everything out; nothing runs yet.
  init(
    _ machine: RunStateMachine, replanner: (any Replanner)? = nil, startingAt start: Seconds = .zero
  ) {
    let (inbox, say) = AsyncStream.makeStream(of: RunRequest.self)
    self.say = say
    clock = ManualClock(startingAt: start)
    listener = Listener(journal, clock: clock)
    driver = RunDriver(
      machine: machine, clock: clock, journal: journal, announcer: listener, replanner: replanner,
      inbox: inbox)
  }

  /// Lays everything out for a new run of a plan.
  init(_ plan: Plan, _ ending: StepEnding, _ policy: Run.Policy = .static) {
    self.init(RunStateMachine(plan: plan, settings: .test(policy, ending)))
  }
}
