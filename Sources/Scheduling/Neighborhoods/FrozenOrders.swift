/// A problem in which some activities are free and the others keep their modes, what they hold, and
/// their order in a schedule: they may move, but none overtakes another.
///
/// A partial order schedule: on each unit of a resource one activity waits for the one before (Policella
/// and others 2004; as neighbourhoods Godard, Laborie & Nuijten 2005). A start that needs somebody at
/// hand keeps its place among the work of one who was.
struct FrozenOrders {
  private let problem: SchedulingProblem
  private let schedule: Schedule
  private let isFree: [Bool]
  /// For each activity, the modes that are left to it.
  private let modes: [[Int]]
  private var lags: [TimeLag] = []

  /// The modes that a free activity has at most: of more, some are drawn.
  private static let mostModes = 6

  /// Freezes all activities but the free ones.
  ///
  /// - Parameter random: draws which of many modes a free activity has.
  init(
    _ problem: SchedulingProblem, _ schedule: Schedule, free isFree: [Bool],
    _ random: inout RandomNumbers
  ) {
    self.problem = problem
    self.schedule = schedule
    self.isFree = isFree
    modes = problem.activities.indices.map { activity in
      let all = Array(problem.activities[activity].modes.indices)
      if problem.activities[activity].decided != nil { return all }
      let present = schedule.assignments[activity].mode
      if !isFree[activity] { return [present] }
      if all.count <= Self.mostModes { return all }
      var drawn = Set([present])
      while drawn.count < Self.mostModes { drawn.insert(random.number(below: all.count)) }
      return drawn.sorted()
    }
    var attending: [[ActivityID]] = []
    for index in problem.resources.indices {
      let resource = ResourceID(index)
      let units = holders(of: resource)
      for holders in units {
        for (one, next) in zip(holders, holders.dropFirst()) {
          lags.append(TimeLag(from: one, to: next))
        }
      }
      if problem.attendants.contains(resource) { attending += units }
      keepSetups(of: resource)
    }
    for index in schedule.assignments.indices where isFrozen(index) {
      let activity = problem.activities[index]
      guard activity.modes[schedule.assignments[index].mode].needsSwitchPoint else { continue }
      attend(ActivityID(index), attending)
    }
  }

  /// The problem that is left, framed as the schedule is.
  var frozen: SchedulingProblem {
    var frozen = problem
    frozen.projectStart = .fixed(schedule.projectStart)
    frozen.completion = .fixed(schedule.completion)
    frozen.allowance = 0
    frozen.timeLags += lags
    for (index, assignment) in schedule.assignments.enumerated() {
      frozen.activities[index].modes = modes[index].map { problem.activities[index].modes[$0] }
      guard isFrozen(index) else { continue }
      for (place, held) in assignment.allocation.enumerated() where !held.isEmpty {
        frozen.activities[index].modes[0].requirements[place].candidates = held
        frozen.activities[index].modes[0].requirements[place].count = held.count
      }
    }
    for (index, term) in problem.standing.enumerated() {
      frozen.standing[index].keeps = modes[term.activity.index].map { term.keeps[$0] }
    }
    return frozen
  }

  /// A schedule of the whole problem that keeps what is frozen as one of the frozen problem.
  func frozen(_ schedule: Schedule) -> Schedule {
    var frozen = schedule
    for index in frozen.assignments.indices {
      let mode = schedule.assignments[index].mode
      frozen.assignments[index].mode = modes[index].firstIndex(of: mode) ?? 0
    }
    return frozen
  }

  /// A schedule of the frozen problem as one of the whole.
  func thawed(_ found: Schedule) -> Schedule {
    var thawed = found
    for index in found.assignments.indices {
      thawed.assignments[index].mode = modes[index][found.assignments[index].mode]
    }
    return thawed
  }

  /// What is decided is so without freezing.
  private func isFrozen(_ activity: Int) -> Bool {
    !isFree[activity] && problem.activities[activity].decided == nil
  }

  /// The activities that are not free on each unit of a resource, in order.
  private func holders(of resource: ResourceID) -> [[ActivityID]] {
    let units = schedule.unitAssignment(of: resource, in: problem)
    var holders = Array(
      repeating: [ActivityID](), count: problem.resources[resource.index].capacity)
    for activity in units.keys.sorted(by: {
      (schedule[$0].start.value, $0) < (schedule[$1].start.value, $1)
    })
    where !isFree[activity.index] {
      for unit in units[activity] ?? [] { holders[unit].append(activity) }
    }
    return holders
  }

  /// Has an attended start keep its place among the work of the first unit that is at hand.
  private mutating func attend(_ activity: ActivityID, _ units: [[ActivityID]]) {
    let start = schedule[activity].start.value
    for holders in units {
      let after = holders.firstIndex { schedule.end(of: $0, in: problem).value > start }
      if let after, schedule[holders[after]].start.value < start { continue }
      let place = after ?? holders.count
      if place > 0 { lags.append(TimeLag(from: holders[place - 1], to: activity)) }
      if let after { lags.append(TimeLag(from: activity, .start, to: holders[after])) }
      return
    }
  }

  /// Keeps the setups between those that a resource is held by in turn for them.
  private mutating func keepSetups(of resource: ResourceID) {
    let setups = problem.resources[resource.index].setups
    if setups.isEmpty { return }
    let holders = schedule.holders(of: resource, in: problem).filter { !isFree[$0.index] }
    for (place, later) in holders.enumerated() {
      for sooner in holders[..<place]
      where schedule.end(of: sooner, in: problem).value <= schedule[later].start.value {
        for first in schedule.families(on: resource, of: sooner, in: problem) {
          for second in schedule.families(on: resource, of: later, in: problem) {
            guard let setup = setups[first][second] else { continue }
            lags.append(TimeLag(from: sooner, to: later, minimum: setup))
          }
        }
      }
    }
  }
}
