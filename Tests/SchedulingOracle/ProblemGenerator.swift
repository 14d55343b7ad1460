import BenchmarkInstances
package import Scheduling

/// Draws tiny random scheduling problems: the same ones for the same mix, size and seed.
package struct ProblemGenerator {
  private var random: SeededGenerator
  private let features: ProblemMix.Features
  private let size: Int

  /// The resources, with what the generator needs to know of each.
  private var resources: [Resource] = []

  private init(_ mix: ProblemMix, size: Int, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    features = mix.features
    self.size = size
  }

  /// A problem of `size` activities with durations up to 4.
  package static func problem(_ mix: ProblemMix, size: Int, seed: UInt64) -> SchedulingProblem {
    var generator = ProblemGenerator(mix, size: size, seed: seed)
    return generator.problem()
  }

  private mutating func problem() -> SchedulingProblem {
    makeResources()
    var problem = SchedulingProblem(resources: resources)
    problem.activities = (0..<size).map { activity(named: "a\($0)") }
    problem.timeLags = timeLags()
    if features.contains(.groups) { problem.groups = groups() }
    if features.contains(.standing) { problem.standing = standing(problem) }
    if features.contains(.switchPoints) {
      let unary = resources.indices.filter { resources[$0].capacity == 1 }
      problem.attendants = unary.prefix(random.pick(1...2)).map { ResourceID($0) }
      if random.chance(20) { problem.attendants = [ResourceID(resources.count - 1)] }
    }
    if features.contains(.freeStart), random.chance(70) {
      problem.projectStart = .free
    } else if random.chance(30) {
      problem.projectStart = .fixed(TimePoint(random.pick(0...3)))
    }
    if features.contains(.fixedCompletion), random.chance(70) {
      problem.completion = .fixed(TimePoint(random.pick(size + 4...size * 3 + 2)))
    }
    if features.contains(.decided) { decide(&problem) }
    problem.objective = [.makespan, .staleness, .startSum][random.pick(0...2)]
    if !features.isDisjoint(with: [.groups, .standing]), random.chance(50) {
      problem.objective = .staleness
    }
    return problem
  }

  private mutating func makeResources() {
    if features.contains(.unary) {
      for index in 0..<random.pick(1...2) {
        resources.append(Resource(name: "unary \(index)", capacity: 1))
      }
    }
    if features.contains(.cumulative) {
      resources.append(Resource(name: "pool", capacity: random.pick(2...3)))
    }
    if features.contains(.choices) {
      let capacity = random.pick(1...2)
      for index in 0..<random.pick(2...3) {
        resources.append(Resource(name: "twin \(index)", capacity: capacity))
      }
    }
    for index in resources.indices {
      if features.contains(.setups) { resources[index].setups = setups() }
      if features.contains(.windows), random.chance(50) {
        let start = TimePoint(random.pick(0...8))
        resources[index].unavailable = [
          .init(start: start, end: start + TimeSpan(random.pick(1...4)))
        ]
      }
    }
  }

  /// Two families that may each overlap themselves.
  private mutating func setups() -> [[TimeSpan?]] {
    [
      [nil, TimeSpan(random.pick(0...2))],
      [TimeSpan(random.pick(0...2)), random.chance(50) ? nil : TimeSpan(random.pick(0...1))],
    ]
  }

  private mutating func activity(named name: String) -> Activity {
    let most = features.contains(.choices) ? 2 : 3
    let count = features.contains(.modes) ? random.pick(1...most) : 1
    var activity = Activity(name: name, modes: (0..<count).map { _ in mode() })
    if features.contains(.limits) {
      if random.chance(25) { activity.release = TimePoint(random.pick(0...5)) }
      if random.chance(20) {
        activity.deadline = TimePoint(random.pick(size + 2...size * 3))
      }
    }
    return activity
  }

  private mutating func mode() -> Mode {
    var mode = Mode(duration: random.chance(10) ? 0 : TimeSpan(random.pick(1...4)))
    for index in resources.indices where random.chance(resources.count < 3 ? 65 : 40) {
      let capacity = resources[index].capacity
      mode.requirements.append(
        Requirement(
          ResourceID(index), amount: random.pick(1...capacity), family: family()))
    }
    if features.contains(.choices), random.chance(60) {
      let twins = resources.indices.filter { resources[$0].name.hasPrefix("twin") }
      let capacity = resources[twins[0]].capacity
      mode.requirements = mode.requirements.filter { !twins.contains($0.candidates[0].index) }
      mode.requirements.append(
        Requirement(
          choose: random.chance(25) ? 2 : 1, of: twins.map { ResourceID($0) },
          amount: random.pick(1...capacity), family: family()))
    }
    if features.contains(.switchPoints) { mode.needsSwitchPoint = random.chance(60) }
    if features.contains(.leads), random.chance(40) { mode.lead = TimeSpan(random.pick(1...4)) }
    return mode
  }

  private mutating func family() -> Int? {
    features.contains(.setups) && random.chance(80) ? random.pick(0...1) : nil
  }

  private mutating func timeLags() -> [TimeLag] {
    guard !features.isDisjoint(with: [.minimumLags, .maximumLags]) else { return [] }
    return (0..<random.pick(1...size)).compactMap { _ in
      var from = random.pick(0...size - 1)
      var to = random.pick(0...size - 1)
      guard from != to else { return nil }
      // Most lags point down the list, so that most problems have a schedule.
      if from > to, random.chance(85) { swap(&from, &to) }
      let plain = random.chance(50)
      let minimum = plain ? 0 : random.pick(-3...3)
      let limited = features.contains(.maximumLags) && random.chance(45)
      return TimeLag(
        from: ActivityID(from), random.chance(70) ? .end : .start, to: ActivityID(to),
        minimum: limited && random.chance(20) ? nil : TimeSpan(minimum),
        maximum: limited ? TimeSpan(minimum + random.pick(0...5)) : nil)
    }
  }

  private mutating func groups() -> [CompletionGroup] {
    var groups: [CompletionGroup] = []
    var first = 0
    while first < size, random.chance(90) {
      let last = min(size - 1, first + random.pick(0...2))
      var group = CompletionGroup(
        name: "g\(groups.count)", activities: (first...last).map { ActivityID($0) },
        weight: random.pick(0...2))
      if features.contains(.courses) {
        if random.chance(40) { group.offset = TimeSpan(random.pick(-1...4)) }
        if random.chance(30) { group.maximumSlack = TimeSpan(random.pick(0...6)) }
      }
      groups.append(group)
      first = last + 1
    }
    return groups
  }

  /// What most activities make waits for those that follow them; sometimes for any others.
  private mutating func standing(_ problem: SchedulingProblem) -> [StandingTerm] {
    var terms: [StandingTerm] = []
    for index in problem.activities.indices {
      var takers = problem.timeLags.filter { $0.from.index == index && $0.moment == .end }
        .compactMap { lag in
          lag.minimum.flatMap { $0 < 0 ? nil : StandingTerm.Taker(lag.to, minimum: $0) }
        }
      if takers.isEmpty || random.chance(20) {
        for other in problem.activities.indices where other != index && random.chance(30) {
          takers.append(.init(ActivityID(other), minimum: random.chance(30) ? 1 : 0))
        }
      }
      if takers.isEmpty { continue }
      terms.append(
        StandingTerm(
          activity: ActivityID(index),
          keeps: problem.activities[index].modes.map { _ in
            random.chance(25) ? nil : random.chance(60) ? 0 : TimeSpan(random.pick(1...4))
          }, takenUpBy: takers, weight: random.pick(0...2)))
    }
    return terms
  }

  private mutating func decide(_ problem: inout SchedulingProblem) {
    for index in problem.activities.indices where random.chance(30) {
      let mode = random.pick(0...problem.activities[index].modes.count - 1)
      problem.activities[index].decided = .init(start: TimePoint(random.pick(-3...2)), mode: mode)
    }
  }
}
