// What no text of a value can say, and a damaged or a stranger's record can: lengths beyond the longest,
// estimates and ranges out of order, hours that no clock shows.

extension Dish {
  /// The most servings of a dish.
  package static let mostServings = 1_000_000

  /// Values of the dish itself that are out of range.
  var rangeFaults: [ModelFault] {
    var faults: [ModelFault] = []
    if let servings, servings > Self.mostServings {
      let most = "more than \(Self.mostServings)"
      faults.append(.outOfRange("\"servings\" of \(servings), \(most),"))
    }
    if let holdMaximum, holdMaximum > .longest { faults.append(.outOfRange("\"holdMax\"")) }
    if let keepsFor, keepsFor > .longest { faults.append(.outOfRange("\"keepsFor\"")) }
    if serveOffset > .longest { faults.append(.outOfRange("\"serveOffset\"")) }
    return faults + [notBefore, notAfter].compactMap(\.self).clockFaults
  }
}

extension Step {
  /// Values of the step and its ways that are out of range.
  var rangeFaults: [ModelFault] {
    var faults = [notBefore, notAfter].compactMap(\.self).clockFaults
    if ways.isEmpty { faults.append(.outOfRange("the number of ways to do \(id.quoted)")) }
    if ways.contains(where: { !$0.duration.isInRange }) {
      faults.append(.outOfRange("how long \(id.quoted) takes"))
    }
    if ways.contains(where: { !($0.temperature?.isInRange ?? true) }) {
      faults.append(.outOfRange("the temperature of \(id.quoted)"))
    }
    if let limit = keeps?.limit, limit > .longest { faults.append(.outOfRange("\"keeps\"")) }
    for lag in after.flatMap({ [$0.minimum, $0.maximum] }).compactMap(\.self)
    where lag.count.magnitude > Seconds.longest.count.magnitude {
      faults.append(.outOfRange("the distance before \(id.quoted)"))
    }
    return faults
  }
}

extension Kitchen {
  /// Values of the kitchen that are out of range.
  var rangeFaults: [ModelFault] {
    let preheats = equipment.filter { $0.preheat > .longest }.map {
      ModelFault.outOfRange("the preheat of \($0.name.quoted)")
    }
    return preheats + away.flatMap { [$0.from, $0.to] }.clockFaults
  }
}

extension Estimate {
  /// Whether its values are in order, and lengths that a text could say.
  fileprivate var isInRange: Bool {
    minimum <= likely && likely <= maximum && maximum <= .longest
  }
}

extension [ClockTime] {
  fileprivate var clockFaults: [ModelFault] {
    filter { !$0.isInRange }.map { _ in .outOfRange("a clock time") }
  }
}

extension ClockTime {
  /// The years that dates may be in: an instant of the first or the last of four digits might be of
  /// another one elsewhere on earth.
  package static let years = 1...9998

  fileprivate var isInRange: Bool {
    switch self {
    case .timeOfDay(let time): return time.isInRange
    case .dated(let year, let month, let day, let time):
      guard Self.years.contains(year), (1...12).contains(month), (1...31).contains(day) else {
        return false
      }
      let days = Instant.daysSinceEpoch(year: year, month: month, day: day)
      return time.isInRange && Instant.civil(daysSinceEpoch: days) == (year, month, day)
    }
  }
}

extension ClockTime.TimeOfDay {
  fileprivate var isInRange: Bool {
    (0..<24).contains(hour) && (0..<60).contains(minute) && (0..<60).contains(second)
  }
}
