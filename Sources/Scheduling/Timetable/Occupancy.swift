/// How many units of something are taken, as a step function of time.
///
/// Invariant: `times` ascends from the beginning of time, and neighbouring levels differ. A change or
/// a question costs O(log *n*) to find its place and then what it passes over.
struct Occupancy {
  /// Where each stretch of one level begins.
  private var times: [Int] = [.min]
  /// The units taken from there on.
  private var levels: [Int] = [0]

  /// Takes more units, or fewer where `amount` is negative, from `start` up to but not including `end`.
  mutating func add(_ amount: Int, from start: Int, to end: Int) {
    guard start < end, amount != 0 else { return }
    let first = split(at: start)
    let last = split(at: end)
    for index in first..<last { levels[index] += amount }
    join(at: last)
    join(at: first)
  }

  /// The units taken at an instant.
  func level(at instant: Int) -> Int { levels[index(of: instant)] }

  /// The whole of the first stretch that takes more than `limit` units and has an instant from
  /// `start` up to but not including `end`; nil where there is none.
  func stretch(above limit: Int, from start: Int, to end: Int) -> Range<Int>? {
    var index = index(of: start)
    while levels[index] <= limit {
      index += 1
      if index == times.count || times[index] >= end { return nil }
    }
    var first = index
    while first > 0, levels[first - 1] > limit { first -= 1 }
    while index + 1 < times.count, levels[index + 1] > limit { index += 1 }
    return times[first]..<(index + 1 < times.count ? times[index + 1] : .max)
  }

  /// The first instant after another at which fewer units are taken; nil where there is none.
  func decrease(after instant: Int) -> Int? {
    var index = index(of: instant) + 1
    while index < times.count {
      if levels[index] < levels[index - 1] { return times[index] }
      index += 1
    }
    return nil
  }

  /// The stretch that an instant lies in.
  private func index(of instant: Int) -> Int {
    times.withUnsafeBufferPointer { times in
      var low = 0
      var width = times.count - 1
      while width > 0 {
        let half = (width + 1) / 2
        if times[low + half] <= instant {
          low += half
          width -= half
        } else {
          width = half - 1
        }
      }
      return low
    }
  }

  /// Sees to it that a stretch begins at an instant, and says which.
  private mutating func split(at instant: Int) -> Int {
    let index = index(of: instant)
    if times[index] == instant { return index }
    times.insert(instant, at: index + 1)
    levels.insert(levels[index], at: index + 1)
    return index + 1
  }

  /// Joins a stretch to the one before where the two take as much.
  private mutating func join(at index: Int) {
    guard index > 0, levels[index] == levels[index - 1] else { return }
    times.remove(at: index)
    levels.remove(at: index)
  }
}
