/// One way that a course may go: when each activity starts and ends, and the gate that this hangs on.
struct CoursePass {
  private(set) var starts: [Int]
  private(set) var ends: [Int]
  /// The entries whose gates, moved a little, move the activities; nil for none.
  private(set) var roots: [Int?]
  private let attendants: Int
  private var work: [Stretch] = []

  /// A moment, and the entry whose gate it hangs on; nil for none.
  struct Moment {
    var moment: Int
    var root: Int?
  }

  /// A stretch for which attendants are taken.
  private struct Stretch {
    var start: Int
    var end: Int
    var attending: Int
    var root: Int?
  }

  /// Prepares for so many activities, and so many attendants in all.
  init(_ count: Int, attendants: Int) {
    starts = Array(repeating: 0, count: count)
    ends = starts
    roots = Array(repeating: nil, count: count)
    self.attendants = attendants
  }

  /// Goes through a course in which nothing that is open starts before `now`.
  mutating func run(
    _ course: Course, _ gates: [Int], from now: Int, duration: (Course.Entry) -> Int
  ) {
    work.removeAll(keepingCapacity: true)
    for index in course.entries.indices {
      let entry = course.entries[index]
      var start = Moment(moment: gates[index], root: nil)
      if !entry.isDecided {
        start.root = index
        for limit in course.limits[entry.limits] {
          let latest = moment(of: limit)
          if latest.moment < start.moment { start = latest }
        }
        if start.moment < now { start = Moment(moment: now) }
        for wait in course.waits[entry.waits] {
          let earliest = moment(of: wait)
          if earliest.moment > start.moment { start = earliest }
        }
        if entry.needsAttention { waitForAttention(&start) }
      }
      let end = start.moment + duration(entry)
      starts[entry.activity] = start.moment
      ends[entry.activity] = end
      roots[entry.activity] = start.root
      if entry.attending > 0 {
        work.append(
          Stretch(
            start: start.moment, end: end, attending: entry.attending, root: start.root))
      }
    }
  }

  private func moment(of wait: Course.Wait) -> Moment {
    Moment(
      moment: (wait.isEnd ? ends : starts)[wait.activity] + wait.distance,
      root: roots[wait.activity])
  }

  /// Puts a start off until somebody is at hand.
  private func waitForAttention(_ start: inout Moment) {
    while true {
      var taken = 0
      var next: Moment?
      for stretch in work where stretch.start < start.moment && start.moment < stretch.end {
        taken += stretch.attending
        if stretch.end < next?.moment ?? .max {
          next = Moment(moment: stretch.end, root: stretch.root)
        }
      }
      guard taken >= attendants, let next else { return }
      start = next
    }
  }

  // MARK: - Reading

  /// When a group ends.
  func end(of group: CompletionGroup) -> Moment {
    var last = Moment(moment: .min)
    for id in group.activities where ends[id.index] > last.moment {
      last = Moment(moment: ends[id.index], root: roots[id.index])
    }
    return last
  }

  /// When what an activity makes is taken up.
  func takenUp(_ term: StandingTerm) -> Moment {
    var first = Moment(moment: .max)
    for taker in term.takers {
      let moment = starts[taker.activity.index] - taker.minimum.value
      if moment < first.moment {
        first = Moment(moment: moment, root: roots[taker.activity.index])
      }
    }
    return first
  }
}
