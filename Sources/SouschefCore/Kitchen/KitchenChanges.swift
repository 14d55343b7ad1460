package import KitchenModel

/// What is to be different about a kitchen: what is not named stays.
package struct KitchenChanges: Sendable {
  /// The cooks from now on; nil for as they are.
  package var cooks: Kitchen.Cooks?
  /// Equipment from now on, in the order said; a count of 0 removes it.
  package var equipment: [(name: String, count: Int, slots: Int?)]
  /// Preheat times from now on.
  package var preheat: [(name: String, time: Seconds)]
  /// What equipment does from now on.
  package var heat: [(name: String, does: Heat)]

  /// When cooks are away from now on, beside when they were.
  package var away: [Absence]
  /// Cooks who are away no more.
  package var back: [String]

  /// Creates changes.
  package init(
    cooks: Kitchen.Cooks? = nil, equipment: [(name: String, count: Int, slots: Int?)] = [],
    preheat: [(name: String, time: Seconds)] = [], heat: [(name: String, does: Heat)] = [],
    away: [Absence] = [], back: [String] = []
  ) {
    self.cooks = cooks
    self.equipment = equipment
    self.preheat = preheat
    self.heat = heat
    self.away = away
    self.back = back
  }

  /// Whether nothing is said.
  package var isEmpty: Bool {
    cooks == nil && equipment.isEmpty && preheat.isEmpty && heat.isEmpty
      && away.isEmpty && back.isEmpty
  }

  /// The kitchen with the changes made.
  ///
  /// - Throws: a ``Diagnostic`` for a preheat or a heat of equipment that there is not.
  package func applied(to kitchen: Kitchen) throws(Diagnostic) -> Kitchen {
    var kitchen = kitchen
    if let cooks {
      kitchen.cooks = cooks
      // Who is not there at all is not away for a while.
      let keys = cooks.names.map { Name.key(of: $0) }
      kitchen.away.removeAll { !keys.contains(Name.key(of: $0.cook)) }
    }
    for cook in back {
      let (key, names) = (Name.key(of: cook), kitchen.cooks.names)
      guard names.contains(where: { Name.key(of: $0) == key }) else {
        throw Diagnostic(
          .couldNotBeDone,
          ModelFault.unknownCook(cook, nearest: NearMiss.best(of: names, for: cook), known: names))
      }
      kitchen.away.removeAll { Name.key(of: $0.cook) == key }
    }
    for absence in away where !kitchen.away.contains(absence) { kitchen.away.append(absence) }
    for (name, count, slots) in equipment {
      let place = kitchen.equipment.firstIndex { Name.key(of: $0.name) == Name.key(of: name) }
      switch (place, count) {
      case (let place?, 0): kitchen.equipment.remove(at: place)
      case (let place?, _):
        kitchen.equipment[place].count = count
        if let slots { kitchen.equipment[place].slots = slots }
      case (nil, 0):
        throw Self.unknown(name, in: kitchen)
      case (nil, _):
        kitchen.equipment.append(Equipment(name: name, count: count, slots: slots ?? 1))
      }
    }
    for (name, time) in preheat {
      kitchen.equipment[try Self.place(of: name, in: kitchen)].preheat = time
    }
    for (name, does) in heat {
      kitchen.equipment[try Self.place(of: name, in: kitchen)].heat = does
    }
    return kitchen
  }

  private static func place(
    of name: String, in kitchen: Kitchen
  ) throws(Diagnostic) -> Int {
    let key = Name.key(of: name)
    guard let place = kitchen.equipment.firstIndex(where: { Name.key(of: $0.name) == key }) else {
      throw unknown(name, in: kitchen)
    }
    return place
  }

  private static func unknown(_ name: String, in kitchen: Kitchen) -> Diagnostic {
    let names = kitchen.equipment.map(\.name)
    return Diagnostic(
      .couldNotBeDone, "The kitchen has no \"\(name)\".",
      hints: [
        NearMiss.question(of: names, for: name)
          ?? "It has: \(names.joined(separator: ", "))."
      ])
  }
}
