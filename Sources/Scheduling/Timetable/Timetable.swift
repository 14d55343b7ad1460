/// What holds which resource when, and who is at hand: says whether one more activity fits.
///
/// Where a start does not fit, the answer is a whole stretch of starts that break the same rule, so
/// that a search in either direction of time passes over it at once. Times between activities (lags,
/// frames, objectives) are not its business.
struct Timetable {
  private let resources: [Resource]
  /// The units held of each resource; within a window, all of them more than there are.
  private var held: [Occupancy]
  /// What holds a resource that has setups.
  private var families: [[FamilyStretch]]
  /// Attendants that are strictly inside an activity or an absence.
  private var away = Occupancy()
  /// The starts that need somebody at hand, ascending.
  private var attendedStarts: [Int] = []
  private let isAttendant: [Bool]
  private let attendants: Int

  private struct FamilyStretch: Equatable {
    var start: Int
    var end: Int
    var family: Int
  }

  /// Whether a mode fits at a start.
  enum Fit: Equatable {
    /// It does, holding these candidates.
    case fits([[ResourceID]])
    /// It does not, nor at any of these starts, the one asked for among them.
    case blocked(ClosedRange<Int>)
  }

  /// Creates a timetable with nothing in it but the windows of the resources.
  init(_ problem: SchedulingProblem) {
    resources = problem.resources
    held = Array(repeating: Occupancy(), count: resources.count)
    families = Array(repeating: [], count: resources.count)
    var isAttendant = [Bool](repeating: false, count: resources.count)
    for id in problem.attendants { isAttendant[id.index] = true }
    self.isAttendant = isAttendant
    var attendants = 0
    for (index, resource) in resources.enumerated() {
      if isAttendant[index] { attendants += resource.capacity }
      for window in resource.unavailable {
        held[index].add(Self.everything, from: window.start.value, to: window.end.value)
      }
      // Who is away twice at once is away once.
      guard isAttendant[index] else { continue }
      for window in resource.unavailable.joined {
        away.add(resource.capacity, from: window.start.value + 1, to: window.end.value)
      }
    }
    self.attendants = attendants
  }

  private static let everything = 1 << 32

  // MARK: - Taking and giving back

  /// Enters what a mode holds from a start on; what holds nothing may still need somebody at hand.
  mutating func enter(
    _ mode: Mode, _ allocation: [[ResourceID]], at start: Int, attended: Attendance
  ) {
    if attended == .needed { attendedStarts.insert(start, at: firstAttended(from: start)) }
    change(mode, allocation, at: start, by: 1)
    for (resource, stretch) in stretches(mode, allocation, at: start) {
      families[resource].append(stretch)
    }
  }

  /// Takes out what has been entered with the same arguments.
  mutating func remove(
    _ mode: Mode, _ allocation: [[ResourceID]], at start: Int, attended: Attendance
  ) {
    if attended == .needed { attendedStarts.remove(at: firstAttended(from: start)) }
    change(mode, allocation, at: start, by: -1)
    for (resource, stretch) in stretches(mode, allocation, at: start) {
      if let place = families[resource].firstIndex(of: stretch) {
        families[resource].swapAt(place, families[resource].count - 1)
        families[resource].removeLast()
      }
    }
  }

  /// Whether a start needs somebody at hand.
  enum Attendance { case needed, unneeded }

  private mutating func change(
    _ mode: Mode, _ allocation: [[ResourceID]], at start: Int, by sign: Int
  ) {
    guard mode.duration.value > 0 else { return }
    let end = start + mode.duration.value
    for (requirement, chosen) in zip(mode.requirements, allocation) {
      for resource in chosen {
        held[resource.index].add(sign * requirement.amount, from: start, to: end)
        if isAttendant[resource.index] {
          away.add(sign * requirement.amount, from: start + 1, to: end)
        }
      }
    }
  }

  /// What a mode holds of resources that have setups.
  private func stretches(
    _ mode: Mode, _ allocation: [[ResourceID]], at start: Int
  ) -> [(resource: Int, stretch: FamilyStretch)] {
    guard mode.duration.value > 0 else { return [] }
    var stretches: [(resource: Int, stretch: FamilyStretch)] = []
    for (requirement, chosen) in zip(mode.requirements, allocation) {
      guard let family = requirement.family else { continue }
      for resource in chosen where !resources[resource.index].setups.isEmpty {
        let stretch = FamilyStretch(start: start, end: start + mode.duration.value, family: family)
        stretches.append((resource.index, stretch))
      }
    }
    return stretches
  }

  private func firstAttended(from instant: Int) -> Int {
    var (low, high) = (0, attendedStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if attendedStarts[middle] < instant { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: - Asking

  /// Whether a mode fits at a start, holding the candidates `preferred` where they do, else the first
  /// that are free.
  func fit(
    _ mode: Mode, at start: Int, attended: Attendance, preferring preferred: [[ResourceID]]? = nil
  ) -> Fit {
    if attended == .needed,
      let busy = away.stretch(above: attendants - 1, from: start, to: start + 1)
    {
      return .blocked(busy.lowerBound...(busy.upperBound - 1))
    }
    guard mode.duration.value > 0 else {
      return .fits(preferred ?? mode.requirements.map { Array($0.candidates.prefix($0.count)) })
    }
    var allocation: [[ResourceID]] = []
    allocation.reserveCapacity(mode.requirements.count)
    var attending = 0
    for (place, requirement) in mode.requirements.enumerated() {
      switch fit(mode, place, at: start, beside: allocation, preferred?[place]) {
      case .fits(let chosen): allocation += chosen
      case .blocked(let starts): return .blocked(starts)
      }
      for resource in allocation[place] where isAttendant[resource.index] {
        attending += requirement.amount
      }
    }
    if attending > 0, let starts = disturbed(by: attending, mode.duration.value, at: start) {
      return .blocked(starts)
    }
    return .fits(allocation)
  }

  /// Whether the mode's requirement at a place is met beside what those before it hold.
  private func fit(
    _ mode: Mode, _ place: Int, at start: Int, beside taken: [[ResourceID]],
    _ preferred: [ResourceID]?
  ) -> Fit {
    let requirement = mode.requirements[place]
    if let preferred,
      preferred.allSatisfy({ blocked($0, mode, place, at: start, beside: taken) == nil })
    {
      return .fits([preferred])
    }
    var starts = Int.min...Int.max
    var chosen: [ResourceID] = []
    for candidate in requirement.candidates {
      if let blocked = blocked(candidate, mode, place, at: start, beside: taken) {
        starts = starts.clamped(to: blocked)
      } else {
        chosen.append(candidate)
        if chosen.count == requirement.count { return .fits([chosen]) }
      }
    }
    return .blocked(starts)
  }

  /// The starts around one at which a candidate cannot be held; nil where it can.
  private func blocked(
    _ candidate: ResourceID, _ mode: Mode, _ place: Int, at start: Int,
    beside taken: [[ResourceID]]
  ) -> ClosedRange<Int>? {
    let index = candidate.index
    let requirement = mode.requirements[place]
    let duration = mode.duration.value
    var limit = resources[index].capacity - requirement.amount
    for (other, chosen) in taken.enumerated() where chosen.contains(candidate) {
      limit -= mode.requirements[other].amount
    }
    if let full = held[index].stretch(above: limit, from: start, to: start + duration) {
      return Self.starts(of: duration, meeting: full)
    }
    guard let family = requirement.family, !families[index].isEmpty else { return nil }
    let setups = resources[index].setups
    for other in families[index] {
      guard let after = setups[other.family][family]?.value,
        let before = setups[family][other.family]?.value
      else { continue }
      let apart = other.start - before..<other.end + after
      if start < apart.upperBound, apart.lowerBound < start + duration {
        return Self.starts(of: duration, meeting: apart)
      }
    }
    return nil
  }

  /// The starts at which something of a length meets a stretch.
  private static func starts(of duration: Int, meeting stretch: Range<Int>) -> ClosedRange<Int> {
    let first = stretch.lowerBound == .min ? .min : stretch.lowerBound - duration + 1
    return first...(stretch.upperBound == .max ? .max : stretch.upperBound - 1)
  }

  /// The starts around one at which so many attendants would leave nobody at hand for another start.
  private func disturbed(by amount: Int, _ duration: Int, at start: Int) -> ClosedRange<Int>? {
    var place = firstAttended(from: start + 1)
    while place < attendedStarts.count, attendedStarts[place] < start + duration {
      let instant = attendedStarts[place]
      if away.level(at: instant) + amount >= attendants {
        return (instant - duration + 1)...(instant - 1)
      }
      place += 1
    }
    return nil
  }
}

extension [Resource.Window] {
  /// The windows, overlapping ones joined, by start: nobody is away twice at once.
  var joined: [Resource.Window] {
    var joined: [Resource.Window] = []
    for window in sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = joined.last, window.start < last.end {
        joined[joined.count - 1].end = Swift.max(last.end, window.end)
      } else {
        joined.append(window)
      }
    }
    return joined
  }
}
