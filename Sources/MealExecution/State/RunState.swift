package import KitchenModel

/// The kitchen during a run: what is followed, how far each step has come, and when it is.
///
/// Undo goes back to one of these; readiness and order are pure functions of it.
package struct RunState: Sendable {
  /// The plan that is followed.
  package internal(set) var plan: Plan
  /// Every step of the menu in listed order.
  package internal(set) var steps: [StepProgress]
  /// The last moment that has been dealt with.
  package internal(set) var now: Seconds = .zero
  /// Where the run as a whole stands.
  package internal(set) var phase = RunPhase.ready
  /// What each step must keep a distance from.
  var graph: StepGraph
  /// The order of the steps on each cook and each appliance.
  var order: PlanOrder
  /// The true ends of running steps that end by timer; never shown to a planner.
  var due: [Int: Seconds] = [:]
  /// How many preheats of the plan have been announced, where nobody answers for them.
  var preheatsAnnounced = 0
  /// The acts that cooks have not answered, in the order in which they came due.
  package internal(set) var acts: [DueAct] = []
  /// What cooks have heated; nil where nobody answers for it.
  var appliances: Appliances?
  /// When which course was served.
  package internal(set) var served: [Seconds: Seconds] = [:]
  /// Whether this is what may come rather than what is: then nothing is served.
  var isForetold = false
  /// Since when a cook is asked to be at hand for a step, in what is foretold or at this moment: who was
  /// asked before something took their hands does that first.
  var asked: [StepReference: Seconds] = [:]

  /// Creates the state of a run that has not started.
  init(plan: Plan) {
    self.plan = plan
    graph = StepGraph(plan.menu)
    order = PlanOrder(plan, graph)
    let kitchen = plan.menu.kitchen
    var places: [StepReference: PlannedStep] = [:]
    for step in plan.steps { places[step.reference] = step }
    steps = graph.references.map { reference in
      if let planned = places[reference] { return StepProgress(planned: planned, in: kitchen) }
      var step = StepProgress(
        planned: PlannedStep(
          reference, kind: plan.menu[reference].ways[0].kind, start: .zero, end: .zero),
        in: kitchen)
      step.status = .dropped
      return step
    }
  }

  /// From the run's start to the end of its last step so far.
  package var lastEnd: Seconds { steps.compactMap(\.end).max() ?? .zero }

  /// Where the run stands, as far as somebody in the kitchen can know.
  package var situation: RunSituation {
    RunSituation(
      elapsed: now, plan: plan, steps: steps, releases: heatReleases, asked: Set(askedSince.keys))
  }

  /// Since when somebody has been asked to begin a waiting step.
  var askedSince: [StepReference: Seconds] {
    Dictionary(
      acts.compactMap { due in
        if case .putIn(let step) = due.act { (step, due.since) } else { nil }
      }, uniquingKeysWith: min)
  }

  /// Since when somebody has been asked to be at hand for a step that may begin: to begin it, or to take
  /// out what it follows.
  var attendedSince: [StepReference: Seconds] {
    var since = asked.merging(askedSince, uniquingKeysWith: min)
    for due in acts {
      guard case .takeOut(let reference) = due.act, let index = number(of: reference) else {
        continue
      }
      for next in pendingSteps(after: index) {
        since[next] = min(due.since, since[next] ?? due.since)
      }
    }
    return since
  }

  /// The steps to come that follow the end of another.
  func pendingSteps(after index: Int) -> [StepReference] {
    steps.indices.filter { next in
      steps[next].status == .pending
        && graph.limits[next].contains { $0.other == index && $0.dependency.from == .end }
    }.map { steps[$0].reference }
  }

  /// Lets time pass. Whoever was at hand at a moment is not at hand later for that.
  mutating func pass(to moment: Seconds) {
    guard moment > now else { return }
    now = moment
    if !isForetold { asked = [:] }
  }

  /// The way in which a step is to be done.
  func way(of step: StepProgress) -> Way { plan.menu[step.reference].ways[step.planned.option] }

  /// A step's number; nil where the menu has no such step.
  func number(of reference: StepReference) -> Int? {
    graph.contains(reference) ? graph.index(of: reference) : nil
  }

  /// Follows a plan from now on.
  ///
  /// Its menu may be longer than the old one's by whole dishes at the end. What has begun keeps what
  /// it holds.
  mutating func adopt(_ new: Plan) {
    let announced = plan.preheats.prefix(preheatsAnnounced)
    let oldSteps = steps
    let fresh = RunState(plan: new)
    plan = new
    graph = fresh.graph
    order = fresh.order
    steps = fresh.steps
    for old in oldSteps {
      guard old.status != .pending, let index = number(of: old.reference) else { continue }
      var kept = old
      if steps[index].status == .pending {
        // Its own estimate stays: what a plan allows an overdue step is only a guess.
        kept.planned.start = steps[index].planned.start
        kept.planned.end = steps[index].planned.start + old.planned.duration
        kept.planned.slack = steps[index].planned.slack
      }
      steps[index] = kept
    }
    let moment = now
    preheatsAnnounced = new.preheats.prefix { $0.start < moment || announced.contains($0) }.count
  }

  /// Sets the timer of a step that has started and ends by one.
  mutating func setTimer(_ index: Int, _ settings: RunStateMachine.Settings) {
    guard let start = steps[index].start else { return }
    let planned = steps[index].planned
    switch settings.ending {
    case .timer(let durations):
      due[index] = start + durations.duration(of: planned.reference, planned: planned.duration)
    case .cook:
      // Nobody has to say that a step of no length is done.
      let byTimer =
        planned.kind == .waiting || planned.duration == .zero || settings.answering == .everything
      due[index] = byTimer ? start + planned.duration : nil
    }
  }
}
