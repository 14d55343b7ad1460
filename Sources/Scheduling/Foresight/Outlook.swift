/// How schedules of a problem fare where activities take other times than they say.
///
/// Whoever follows a schedule starts nothing before its gate, keeps the order on every resource, and
/// starts what is late as soon as it can be. That is a model of what happens, not a schedule of the
/// problem: greatest distances and deadlines may break, as they do in life.
struct Outlook {
  private let problem: SchedulingProblem
  private let draws: DurationDraws
  private let lagsTo: [[TimeLag]]
  private let groups: [Int?]
  private let offsets: [Int]
  private let isAttendant: [Bool]
  /// How many attendants there are.
  private let attendants: Int

  /// What a schedule comes to, summed over all draws.
  struct Expectation: Equatable {
    /// The completion.
    var completion = 0
    /// Slacks and standing, as ``Objective/staleness`` counts them.
    var staleness = 0
  }

  /// What a schedule comes to, and by how much that rises if a gate is later, by entry of the course.
  struct Sensitivity {
    var expectation = Expectation()
    var completion: [Int]
    var staleness: [Int]
  }

  /// The present moment.
  var now: Int { draws.now }

  /// Prepares to look ahead by draws of the problem's durations.
  init(_ problem: SchedulingProblem, _ draws: DurationDraws) {
    self.problem = problem
    self.draws = draws
    var isAttendant = [Bool](repeating: false, count: problem.resources.count)
    for id in problem.attendants { isAttendant[id.index] = true }
    self.isAttendant = isAttendant
    attendants = problem.resources.indices.reduce(0) {
      $0 + (isAttendant[$1] ? problem.resources[$1].capacity : 0)
    }
    var groups = [Int?](repeating: nil, count: problem.activities.count)
    for (index, group) in problem.groups.enumerated() {
      for id in group.activities { groups[id.index] = index }
    }
    self.groups = groups
    offsets = groups.map { $0.map { problem.groups[$0].offset.value } ?? 0 }
    var lagsTo = Array(repeating: [TimeLag](), count: problem.activities.count)
    for lag in problem.timeLags where lag.from != lag.to { lagsTo[lag.to.index].append(lag) }
    self.lagsTo = lagsTo
  }

  /// What somebody goes by who follows a schedule.
  func course(of schedule: Schedule) -> Course {
    Course(schedule, problem, lagsTo, groups, isAttendant)
  }

  /// What a schedule comes to.
  func expectation(of schedule: Schedule) -> Expectation {
    let course = course(of: schedule)
    return sensitivity(of: schedule, course, course.entries.map(\.gate)).expectation
  }

  /// The schedule that gates lead to if all goes as the modes say.
  func nominal(_ order: Schedule, _ course: Course, _ gates: [Int]) -> Schedule {
    var pass = CoursePass(problem.activities.count, attendants: attendants)
    pass.run(course, gates, from: now) {
      problem.activities[$0.activity].modes[$0.mode].duration.value
    }
    var schedule = order
    for index in schedule.assignments.indices {
      schedule.assignments[index].start = TimePoint(pass.starts[index])
    }
    if problem.completion == .free {
      schedule.completion = TimePoint(completion(of: pass, order).moment)
    }
    return schedule
  }

  /// What a schedule comes to with other gates, and how that depends on each of them.
  ///
  /// Complexity: O(draws · (activities + what they wait for)).
  func sensitivity(of order: Schedule, _ course: Course, _ gates: [Int]) -> Sensitivity {
    let none = [Int](repeating: 0, count: gates.count)
    var result = Sensitivity(completion: none, staleness: none)
    var pass = CoursePass(problem.activities.count, attendants: attendants)
    for draw in 0..<draws.count {
      pass.run(course, gates, from: now) {
        draws.duration(of: $0.activity, mode: $0.mode, in: draw)
      }
      let completion = completion(of: pass, order)
      result.expectation.completion += completion.moment
      if let root = completion.root { result.completion[root] += 1 }
      for group in problem.groups where group.weight > 0 {
        let end = pass.end(of: group)
        result.add(
          group.weight, times: completion.moment + group.offset.value - end.moment,
          from: end.root, to: completion.root)
      }
      for term in problem.standing {
        guard let keeps = term.keeps[order[term.activity].mode]?.value else { continue }
        let taken = pass.takenUp(term)
        let excess = taken.moment - pass.ends[term.activity.index] - keeps
        guard excess > 0 else { continue }
        result.add(
          term.weight, times: excess, from: pass.roots[term.activity.index], to: taken.root)
      }
    }
    return result
  }

  /// When everything is complete; a fixed completion is never earlier than it was.
  private func completion(of pass: CoursePass, _ order: Schedule) -> CoursePass.Moment {
    let least = problem.completion == .free ? order.projectStart.value : order.completion.value
    var completion = CoursePass.Moment(moment: least)
    for (index, end) in pass.ends.enumerated() where end - offsets[index] > completion.moment {
      completion = .init(moment: end - offsets[index], root: pass.roots[index])
    }
    return completion
  }
}

extension Outlook.Sensitivity {
  /// Adds what stands from one moment to another, by the gates that these hang on.
  fileprivate mutating func add(_ weight: Int, times length: Int, from: Int?, to: Int?) {
    expectation.staleness += weight * length
    if let from { staleness[from] -= weight }
    if let to { staleness[to] += weight }
  }
}
