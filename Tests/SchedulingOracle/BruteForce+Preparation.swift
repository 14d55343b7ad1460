import Scheduling

extension BruteForce {
  /// A distance that stands for none.
  static var unlimited: Int { -1_000_000 }

  /// The problem with its activities in another order.
  static func reordered(_ problem: SchedulingProblem, _ order: [Int]) -> SchedulingProblem {
    var places = order
    for (place, index) in order.enumerated() { places[index] = place }
    var result = problem
    result.activities = order.map { problem.activities[$0] }
    result.timeLags = problem.timeLags.map {
      TimeLag(
        from: ActivityID(places[$0.from.index]), $0.moment, to: ActivityID(places[$0.to.index]),
        minimum: $0.minimum, maximum: $0.maximum)
    }
    for index in result.groups.indices {
      result.groups[index].activities = problem.groups[index].activities.map {
        ActivityID(places[$0.index])
      }
    }
    for index in result.standing.indices {
      let maker = problem.standing[index].activity
      result.standing[index].activity = ActivityID(places[maker.index])
      for (number, taker) in problem.standing[index].takers.enumerated() {
        result.standing[index].takers[number].activity = ActivityID(places[taker.activity.index])
      }
    }
    return result
  }

  /// The activity's modes with every allocation; of a decided one, the ways that are left.
  static func options(of activity: Activity, in problem: SchedulingProblem) -> [Option] {
    var options: [Option] = []
    for (index, mode) in activity.modes.enumerated() {
      for allocation in allocations(of: mode) {
        if let decided = activity.decided {
          guard decided.mode == index else { continue }
          let wanted = (decided.allocation ?? allocation).map { Set($0) }
          guard wanted == allocation.map({ Set($0) }) else { continue }
        }
        var option = Option(
          mode: index, allocation: allocation, duration: mode.duration.value, lead: mode.lead.value,
          isAttended: mode.needsSwitchPoint && activity.decided == nil,
          held: Array(repeating: 0, count: problem.resources.count), families: [])
        for (requirement, held) in zip(mode.requirements, allocation) {
          for resource in held {
            option.held[resource.index] += requirement.amount
            if let family = requirement.family {
              option.families.append((resource.index, family))
            }
          }
        }
        options.append(option)
      }
    }
    return options
  }

  private static func allocations(of mode: Mode) -> [[[ResourceID]]] {
    mode.requirements.reduce([[]]) { chosen, requirement in
      let choices = choices(of: requirement.count, from: requirement.candidates[...])
      return chosen.flatMap { prefix in choices.map { prefix + [$0] } }
    }
  }

  private static func choices(
    of count: Int, from candidates: ArraySlice<ResourceID>
  ) -> [[ResourceID]] {
    guard count > 0 else { return [[]] }
    guard candidates.count >= count, let first = candidates.first else { return [] }
    let rest = candidates.dropFirst()
    return choices(of: count - 1, from: rest).map { [first] + $0 } + choices(of: count, from: rest)
  }

  /// The last instant named in the problem; everything after it is the same at every time.
  static func lastEvent(in problem: SchedulingProblem) -> Int {
    var last = 0
    for activity in problem.activities {
      last = max(last, activity.release?.value ?? 0, activity.deadline?.value ?? 0)
      let longest = activity.modes.map(\.duration.value).max() ?? 0
      if let decided = activity.decided { last = max(last, decided.start.value + longest) }
    }
    for resource in problem.resources {
      for window in resource.unavailable { last = max(last, window.end.value) }
    }
    if case .fixed(let instant) = problem.projectStart { last = max(last, instant.value) }
    if case .fixed(let instant) = problem.completion { last = max(last, instant.value) }
    return last
  }

  /// In a schedule whose starts add up to the least, a chain of tight rules leads from every start
  /// back to a fixed instant, each activity at most once in it. This is the length of all such steps.
  static func longestChain(in problem: SchedulingProblem) -> Int {
    let setup =
      problem.resources.flatMap { $0.setups.flatMap { $0.compactMap { $0?.value } } }.max() ?? 0
    let lead = problem.activities.flatMap { $0.modes.map(\.lead.value) }.max() ?? 0
    let offsets = problem.groups.map(\.offset.value) + [0]
    let spread = (offsets.max() ?? 0) - (offsets.min() ?? 0)
    return problem.activities.indices.reduce(lead + spread) { sum, index in
      let longest = problem.activities[index].modes.map(\.duration.value).max() ?? 0
      var step = longest + setup
      for lag in problem.timeLags {
        if lag.from.index == index { step = max(step, longest + (lag.minimum?.value ?? 0)) }
        if lag.to.index == index { step = max(step, -(lag.maximum?.value ?? 0)) }
      }
      return sum + step
    }
  }

  /// The greatest distances from start to start that the lags imply, for whatever modes are chosen.
  static func distances(in problem: SchedulingProblem) -> [[Int]] {
    let count = problem.activities.count
    var distances = Array(repeating: Array(repeating: unlimited, count: count), count: count)
    for lag in problem.timeLags {
      let (from, to) = (lag.from.index, lag.to.index)
      let lengths = lag.moment == .end ? problem.activities[from].modes.map(\.duration.value) : [0]
      if let minimum = lag.minimum?.value {
        distances[from][to] = max(distances[from][to], (lengths.min() ?? 0) + minimum)
      }
      if let maximum = lag.maximum?.value {
        distances[to][from] = max(distances[to][from], -(lengths.max() ?? 0) - maximum)
      }
    }
    for middle in 0..<count {
      for from in 0..<count where distances[from][middle] > unlimited {
        for to in 0..<count where distances[middle][to] > unlimited {
          distances[from][to] = max(
            distances[from][to], distances[from][middle] + distances[middle][to])
        }
      }
    }
    return distances
  }

  /// The least distance from each start to the completion, by way of the activities that follow.
  static func tails(
    in problem: SchedulingProblem, _ distances: [[Int]], _ groupOf: [Int?]
  ) -> [Int] {
    let own = problem.activities.enumerated().map { index, activity in
      (activity.modes.map(\.duration.value).min() ?? 0)
        - (groupOf[index].map { problem.groups[$0].offset.value } ?? 0)
    }
    return own.indices.map { index in
      own.indices.filter { distances[index][$0] > unlimited }
        .reduce(own[index]) { max($0, distances[index][$1] + own[$1]) }
    }
  }

  var hasPositiveCycle: Bool { distances.indices.contains { distances[$0][$0] > 0 } }
}
