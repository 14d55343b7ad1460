import KitchenModel
import Scheduling

/// A menu as a scheduling problem, and the way back from activities to steps.
struct MenuTranslation {
  /// The problem.
  var problem: SchedulingProblem
  /// The axis that the problem's times lie on.
  let frame: ClockFrame
  /// The step of each activity, in listed order.
  let steps: [StepReference]
  /// The cooks' side of the resources.
  let cooks: CookResources
  /// The equipment's side of the resources.
  let equipment: EquipmentResources
  /// Where each time lag comes from: the step whose `after` says it.
  private(set) var lagOwners: [LagOwner] = []
  private let menu: Menu

  /// One entry of a step's `after`.
  struct LagOwner {
    /// The step whose start is limited.
    let step: StepReference
    /// The step it follows.
    let other: StepReference
    /// What the entry says.
    let dependency: Dependency
  }

  /// Translates a request whose menu is sound.
  init(_ request: PlanRequest) {
    menu = request.menu
    frame = ClockFrame(request)
    steps = menu.stepReferences
    var resources: [Resource] = []
    cooks = CookResources(menu, frame: frame, appendingTo: &resources)
    equipment = EquipmentResources(request, appendingTo: &resources)
    problem = SchedulingProblem(
      resources: resources, attendants: cooks.ids, projectStart: frame.projectStart,
      completion: frame.completion,
      objective: request.objective == .hot ? .staleness : .startSum,
      allowance: TimeSpan(request.later))
    problem.activities = steps.map { activity(for: $0, in: request) }
    addTimeLags()
    addGroups()
    addStanding()
    addServingTime(of: request)
  }

  /// The activity of a step.
  func activity(of reference: StepReference) -> ActivityID? {
    steps.binarySearch(reference).map { ActivityID($0) }
  }

  private func activity(for reference: StepReference, in request: PlanRequest) -> Activity {
    let step = menu[reference]
    let serving = menu.dishes[reference.dish]
    let releases = [step.notBefore, serving.dish.notBefore].compactMap { $0 }
      .compactMap(frame.time)
    let deadlines = [step.notAfter, serving.dish.notAfter].compactMap { $0 }
      .compactMap(frame.time)
    var activity = Activity(
      name: "\(serving.label)/\(step.id)", modes: step.ways.map(mode), release: releases.max(),
      deadline: deadlines.min())
    if let progress = request.progress[reference] {
      // What has begun takes what it takes, whatever the estimate said.
      let way = step.ways[progress.option]
      activity.modes[progress.option].duration = TimeSpan(progress.end - progress.start)
      let held = cooks.allocation(of: way, to: progress.cooks)
      let used = equipment.allocation(of: way, to: progress.uses)
      activity.release = nil
      activity.deadline = nil
      activity.decided = .init(
        start: TimePoint(progress.start), mode: progress.option,
        allocation: held.flatMap { held in used.map { held + $0 } })
    } else if let elapsed = request.elapsed {
      let releases = [
        activity.release, TimePoint(elapsed), request.releases[reference].map { TimePoint($0) },
      ]
      activity.release = releases.compactMap(\.self).max()
      if let length = request.lengths[reference] {
        let option = request.current?.steps.first { $0.reference == reference }?.option ?? 0
        activity.modes[option].duration = TimeSpan(length)
      }
    }
    return activity
  }

  private func mode(of way: Way) -> Mode {
    Mode(
      duration: TimeSpan(way.duration.likely),
      requirements: cooks.requirements(of: way) + equipment.requirements(of: way),
      lead: equipment.lead(of: way),
      needsSwitchPoint: way.kind == .waiting && !way.startsItself)
  }

  private mutating func addTimeLags() {
    let resolver = StepResolver(menu)
    for (index, reference) in steps.enumerated() {
      for dependency in menu[reference].after {
        guard let other = resolver.target(of: dependency, from: reference),
          let from = activity(of: other)
        else { preconditionFailure("a sound menu has every step that another follows") }
        problem.timeLags.append(
          TimeLag(
            from: from, dependency.from == .start ? .start : .end, to: ActivityID(index),
            minimum: dependency.minimum.map { TimeSpan($0) },
            maximum: dependency.maximum.map { TimeSpan($0) }))
        lagOwners.append(LagOwner(step: reference, other: other, dependency: dependency))
      }
    }
  }

  /// In the middle of a meal nothing is served before the time that was asked for.
  private mutating func addServingTime(of request: PlanRequest) {
    guard request.elapsed != nil, let origin = frame.origin else { return }
    let asked: Instant
    if case .serve(let instant) = request.anchor {
      asked = instant.wholeSecond
    } else if let plan = request.current, plan.anchor == .serve, let serveAt = plan.serveAt {
      asked = serveAt
    } else {
      return
    }
    // Of no group, so that completion is not sooner than its end.
    problem.activities.append(
      Activity(
        name: "serving", modes: [Mode(duration: 0)],
        release: max(0, TimePoint(asked.seconds(since: origin)))))
  }

  private mutating func addGroups() {
    for (index, serving) in menu.dishes.enumerated() {
      let members = steps.indices.filter { steps[$0].dish == index }.map { ActivityID($0) }
      guard !members.isEmpty else { continue }
      problem.groups.append(
        CompletionGroup(
          name: serving.label, activities: members, offset: TimeSpan(serving.dish.serveOffset),
          weight: serving.dish.serve == .hot ? Self.weightOfHolding : 0,
          maximumSlack: serving.dish.holdMaximum.map { TimeSpan($0) }))
    }
  }

  /// What a second of a hot dish's hold counts beside one of standing: on the plate it cools
  /// fastest.
  private static let weightOfHolding = 2

  private mutating func addStanding() {
    for (index, serving) in menu.dishes.enumerated() {
      let rules = StandingRules(serving.dish, in: menu.kitchen)
      for (place, step) in serving.dish.steps.enumerated() {
        let takers = rules.takers(of: place)
        guard !takers.isEmpty, let maker = activity(of: StepReference(dish: index, step: place))
        else { continue }
        problem.standing.append(
          StandingTerm(
            activity: maker,
            keeps: step.ways.indices.map { way in
              rules.keeping(of: place, way: way).limit.map { TimeSpan($0) }
            },
            takenUpBy: takers.compactMap { taker in
              activity(of: StepReference(dish: index, step: taker.step)).map {
                .init($0, minimum: TimeSpan(taker.minimum))
              }
            }))
      }
    }
  }
}

extension [StepReference] {
  /// The index of an element of a sorted array.
  func binarySearch(_ element: StepReference) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == element ? low : nil
  }
}
