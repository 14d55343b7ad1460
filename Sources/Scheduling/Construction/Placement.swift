/// A schedule that is being put together block by block, from the completion backwards.
///
/// What is placed keeps every rule; leads, releases and the project start only where the frame has
/// a beginning.
struct Placement {
  let model: PlacementModel
  private(set) var starts: [Int]
  private(set) var modes: [Int]
  private(set) var durations: [Int]
  private(set) var allocations: [[[ResourceID]]]
  private(set) var isPlaced: [Bool]
  private var timetable: Timetable
  /// The latest starts of the block that is being placed.
  private var latest: [Int]

  /// Between which instants to place.
  struct Frame: Equatable {
    /// Nil where the project start may be overrun.
    var projectStart: Int?
    var completion: Int
  }

  /// Where a block's activities were, to put them there again.
  struct Memory {
    fileprivate var entries: [(activity: Int, start: Int, mode: Int, allocation: [[ResourceID]])] =
      []
  }

  /// Creates a placement of what is decided alone.
  init(_ model: PlacementModel) {
    self.model = model
    let activities = model.problem.activities
    timetable = Timetable(model.problem)
    starts = Array(repeating: 0, count: activities.count)
    modes = activities.map { activity in
      activity.decided?.mode ?? Self.plainest(activity.modes)
    }
    durations = zip(activities, modes).map { $0.modes[$1].duration.value }
    allocations = Array(repeating: [], count: activities.count)
    isPlaced = Array(repeating: false, count: activities.count)
    latest = starts
    for (index, activity) in activities.enumerated() {
      guard let decided = activity.decided else { continue }
      let mode = activity.modes[decided.mode]
      var allocation = decided.allocation
      if allocation == nil,
        case .fits(let free) = timetable.fit(mode, at: decided.start.value, attended: .unneeded)
      {
        allocation = free
      }
      enter(
        index, at: decided.start.value,
        allocation ?? mode.requirements.map { Array($0.candidates.prefix($0.count)) })
    }
  }

  /// The mode that takes the least of hands and appliances, then of time.
  private static func plainest(_ modes: [Mode]) -> Int {
    func work(_ mode: Mode) -> Int {
      mode.requirements.reduce(0) { $0 + $1.count * $1.amount } * mode.duration.value
    }
    return modes.indices.min {
      (work(modes[$0]), modes[$0].duration, $0) < (work(modes[$1]), modes[$1].duration, $1)
    } ?? 0
  }

  /// The way to do an activity that is not placed.
  mutating func choose(mode: Int, of activity: Int) {
    modes[activity] = mode
    durations[activity] = model.problem.activities[activity].modes[mode].duration.value
  }

  // MARK: - Placing

  /// Places a block as late as it can be, each activity in turn; false, and nothing is placed,
  /// where there is no room. Its ends lie `delay` or more before they are due.
  mutating func place(_ block: Int, in frame: Frame, dueEarlier delay: Int = 0) -> Bool {
    let members = model.blocks[block]
    for activity in members {
      let due = frame.completion + model.offsets[activity] - delay
      let deadline = model.problem.activities[activity].deadline?.value ?? due
      latest[activity] = min(due, deadline) - durations[activity]
    }
    var budget = 20 + 6 * members.count
    var place = 0
    while place < members.count {
      let activity = members[place]
      if isPlaced[activity] {
        place += 1
        continue
      }
      var bound = latest[activity]
      for arc in model.leaving[activity] where isPlaced[arc.to] {
        bound = min(bound, starts[arc.to] - arc.length(durations))
      }
      guard budget > 0, enter(activity, notAfter: bound, in: frame),
        let back = drawAlong(activity, at: place)
      else {
        remove(members[...])
        return false
      }
      if back <= place { budget -= 1 }
      place = back
    }
    if keepsSlacks(block, frame) { return true }
    remove(members[...])
    return false
  }

  /// Takes out those members that a limit draws to an earlier start now that an activity is placed.
  ///
  /// - Returns: where to go on placing; nil where one cannot be drawn.
  private mutating func drawAlong(_ activity: Int, at place: Int) -> Int? {
    var back = place + 1
    for arc in model.reaching[activity] where isPlaced[arc.from] {
      let limit = starts[activity] - arc.length(durations)
      if starts[arc.from] <= limit { continue }
      if model.position[arc.from] < 0 { return nil }
      latest[arc.from] = min(latest[arc.from], limit)
      remove([arc.from])
      back = min(back, model.position[arc.from])
    }
    return back
  }

  private func keepsSlacks(_ block: Int, _ frame: Frame) -> Bool {
    model.groups[block].allSatisfy { index in
      let group = model.problem.groups[index]
      guard let maximum = group.maximumSlack?.value else { return true }
      return frame.completion + group.offset.value - end(of: group) <= maximum
    }
  }

  /// Enters an activity at its latest start up to a bound; false where there is none.
  private mutating func enter(_ activity: Int, notAfter bound: Int, in frame: Frame) -> Bool {
    let details = model.problem.activities[activity]
    let mode = details.modes[modes[activity]]
    let earliest = frame.projectStart.map {
      max($0 + mode.lead.value, details.release?.value ?? .min)
    }
    var start = bound
    while start >= earliest ?? Self.distantPast {
      switch timetable.fit(mode, at: start, attended: attendance(of: activity)) {
      case .fits(let allocation):
        enter(activity, at: start, allocation)
        return true
      case .blocked(let starts):
        if starts.lowerBound == .min { return false }
        start = starts.lowerBound - 1
      }
    }
    return false
  }

  private static let distantPast = Int.min / 4

  private func attendance(of activity: Int) -> Timetable.Attendance {
    let details = model.problem.activities[activity]
    return details.decided == nil && details.modes[modes[activity]].needsSwitchPoint
      ? .needed : .unneeded
  }

  private mutating func enter(_ activity: Int, at start: Int, _ allocation: [[ResourceID]]) {
    let mode = model.problem.activities[activity].modes[modes[activity]]
    timetable.enter(mode, allocation, at: start, attended: attendance(of: activity))
    starts[activity] = start
    allocations[activity] = allocation
    isPlaced[activity] = true
  }

  private mutating func remove(_ members: ArraySlice<Int>) {
    for activity in members where isPlaced[activity] {
      let mode = model.problem.activities[activity].modes[modes[activity]]
      timetable.remove(
        mode, allocations[activity], at: starts[activity], attended: attendance(of: activity))
      isPlaced[activity] = false
    }
  }

  // MARK: - Taking out and putting back

  /// Takes a block out.
  mutating func remove(_ block: Int) { remove(model.blocks[block][...]) }

  /// Notes where a block is.
  func remember(_ block: Int, in memory: inout Memory) {
    for activity in model.blocks[block] {
      memory.entries.append(
        (activity, starts[activity], modes[activity], allocations[activity]))
    }
  }

  /// Moves every open activity as late as it can be while the others stay, the last one first: gaps
  /// go to the front.
  mutating func shiftLate(in frame: Frame) {
    let ends = starts.indices.map { starts[$0] + durations[$0] }
    for activity in model.blocks.joined().sorted(by: { (-ends[$0], $0) < (-ends[$1], $1) }) {
      let due = frame.completion + model.offsets[activity]
      let deadline = model.problem.activities[activity].deadline?.value ?? due
      var bound = min(due, deadline) - durations[activity]
      for arc in model.leaving[activity] {
        bound = min(bound, starts[arc.to] - arc.length(durations))
      }
      let (start, allocation) = (starts[activity], allocations[activity])
      guard bound > start else { continue }
      remove([activity])
      // Where it is now, it fits.
      if !enter(activity, notAfter: bound, in: frame) || starts[activity] < start {
        remove([activity])
        enter(activity, at: start, allocation)
      }
    }
  }

  /// Moves every block as late as it can be while the others stay, the last one first; what that
  /// would not make later on the whole stays where it is.
  mutating func shiftBlocksLate(in frame: Frame) {
    func last(_ block: Int) -> Int {
      model.blocks[block].reduce(Int.min) { max($0, starts[$1] + durations[$1]) }
    }
    func sum(_ block: Int) -> Int { model.blocks[block].reduce(0) { $0 + starts[$1] } }
    for block in model.blocks.indices.sorted(by: { (-last($0), $0) < (-last($1), $1) }) {
      var memory = Memory()
      remember(block, in: &memory)
      let before = sum(block)
      remove(block)
      if place(block, in: frame) {
        if sum(block) >= before { continue }
        remove(block)
      }
      restore(memory)
    }
  }

  /// Puts blocks that are not placed back to where they were.
  mutating func restore(_ memory: Memory) {
    for entry in memory.entries {
      choose(mode: entry.mode, of: entry.activity)
      enter(entry.activity, at: entry.start, entry.allocation)
    }
  }

  /// Places everything open as it is in a schedule.
  mutating func place(_ schedule: Schedule) {
    for block in model.blocks.indices { remove(block) }
    for activity in model.blocks.joined() {
      let assignment = schedule.assignments[activity]
      choose(mode: assignment.mode, of: activity)
      enter(activity, at: assignment.start.value, assignment.allocation)
    }
  }
}
