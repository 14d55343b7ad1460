extension Kitchen {
  /// The most appliances of a sort, slots of an appliance, units of a use or cooks.
  package static let mostUnits = 1000

  /// What is wrong in this kitchen, in the order of its parts.
  package var findings: [Finding] {
    cookFindings + equipmentFindings + absenceFindings
      + rangeFaults.map { Finding(.equipment(0), $0) }
  }

  private var cookFindings: [Finding] {
    switch cooks {
    case .count(let count):
      return Self.countFault("the number of cooks", count).map { [Finding(.cooks, $0)] } ?? []
    case .named(let names):
      guard !names.isEmpty else { return [Finding(.cooks, .notPositive("the number of cooks", 0))] }
      guard names.count <= Self.mostUnits else {
        return [Finding(.cooks, .tooMany("the number of cooks", names.count))]
      }
      return Self.nameFaults("cook", names).map { Finding(.cook($0), $1) }
    }
  }

  private var equipmentFindings: [Finding] {
    let names = Self.nameFaults("equipment", equipment.map(\.name)).map {
      Finding(.equipment($0), $1)
    }
    let numbers = equipment.enumerated().flatMap { index, sort -> [Finding] in
      var faults = [
        Self.countFault("the count of \(sort.name.quoted)", sort.count),
        Self.countFault("the slots of \(sort.name.quoted)", sort.slots),
      ].compactMap { $0 }
      if sort.preheat < .zero { faults.append(.negative("\"preheat\"", sort.preheat)) }
      return faults.map { Finding(.equipment(index), $0) }
    }
    return names + numbers
  }

  private var absenceFindings: [Finding] {
    away.enumerated().flatMap { index, absence -> [Finding] in
      [cookFault(absence.cook), ClockTime.windowFault(from: absence.from, to: absence.to)]
        .compactMap { $0 }.map { Finding(.absence(index), $0) }
    }
  }

  /// The fault in naming `cook`; nil for a cook of this kitchen.
  package func cookFault(_ cook: String) -> ModelFault? {
    // Of a count beyond all sense only as many are named as a message could show.
    let known = cooks.count > Self.mostUnits || cooks.count < 1 ? [] : cooks.names
    if known.contains(where: { Name.key(of: $0) == Name.key(of: cook) }) { return nil }
    return .unknownCook(cook, nearest: NearMiss.best(of: known, for: cook), known: known)
  }

  /// The sort of equipment called `name`, without regard to case.
  package func equipment(named name: String) -> Equipment? {
    equipment.first { Name.key(of: $0.name) == Name.key(of: name) }
  }

  /// The fault in naming equipment that this kitchen lacks.
  package func unknownEquipment(_ name: String) -> ModelFault {
    let known = equipment.map(\.name)
    return .unknownEquipment(name, nearest: NearMiss.best(of: known, for: name), known: known)
  }

  static func countFault(_ what: String, _ count: Int) -> ModelFault? {
    if count < 1 { return .notPositive(what, count) }
    return count > mostUnits ? .tooMany(what, count) : nil
  }

  /// The names among `names` that are none or come again, by index.
  private static func nameFaults(_ what: String, _ names: [String]) -> [(Int, ModelFault)] {
    var seen: Set<String> = []
    return names.enumerated().compactMap { index, name -> (Int, ModelFault)? in
      do throws(NameFault) {
        let read = try Name(name)
        return seen.insert(read.key).inserted ? nil : (index, .duplicate(what, name))
      } catch {
        return (index, .badName(what, error))
      }
    }
  }
}

extension ClockTime {
  /// The longest window that bare clock times are taken to mean: 18 hours.
  ///
  /// One from 22:00 to 07:00 goes over midnight. One that would last nearly until its own beginning
  /// has its ends the wrong way round.
  private static let longestWindow = 18 * 3600

  /// The fault of a window that ends before it begins; nil where it does not, or where one of its
  /// ends has a date and the other none.
  static func windowFault(from: ClockTime, to: ClockTime) -> ModelFault? {
    let isReversed =
      switch (from, to) {
      case (.dated(let y1, let m1, let d1, let t1), .dated(let y2, let m2, let d2, let t2)):
        [y2, m2, d2, t2.secondsFromMidnight]
          .lexicographicallyPrecedes([y1, m1, d1, t1.secondsFromMidnight])
      case (.timeOfDay(let begin), .timeOfDay(let end)):
        end.secondsFromMidnight < begin.secondsFromMidnight
          && end.secondsFromMidnight + 86_400 - begin.secondsFromMidnight > longestWindow
      default: false
      }
    return isReversed ? .endsBeforeBeginning(from: from, to: to) : nil
  }
}
