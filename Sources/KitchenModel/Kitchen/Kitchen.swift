/// The cooks and the equipment.
package struct Kitchen: Sendable, Hashable {
  /// Who cooks.
  package var cooks: Cooks
  /// What there is, in the order written; names are unique without regard to case.
  package var equipment: [Equipment]
  /// When a cook is not there.
  package var away: [Absence]

  /// Creates a kitchen; by default one cook and no equipment.
  package init(cooks: Cooks = .count(1), equipment: [Equipment] = [], away: [Absence] = []) {
    self.cooks = cooks
    self.equipment = equipment
    self.away = away
  }

  /// The kitchen of a new database.
  package static let standard = Kitchen(
    cooks: .count(1),
    equipment: [
      Equipment(name: "burner", count: 4),
      Equipment(name: "oven", count: 1, slots: 2, preheat: .minutes(10)),
      Equipment(name: "microwave", count: 1),
      Equipment(name: "fridge", count: 1, slots: 8),
    ])

  /// Who cooks.
  package enum Cooks: Sendable, Hashable {
    /// So many, at least 1, called `cook 1`, `cook 2`, ….
    case count(Int)
    /// These, at least one, names unique without regard to case.
    case named([String])

    /// How many there are.
    package var count: Int {
      switch self {
      case .count(let count): count
      case .named(let names): names.count
      }
    }

    /// What each is called.
    package var names: [String] {
      switch self {
      case .count(let count): (1...count).map { "cook \($0)" }
      case .named(let names): names
      }
    }
  }
}

/// A sort of appliance.
package struct Equipment: Sendable, Hashable {
  /// Its name: `oven`, `burner`.
  package var name: String
  /// How many appliances there are, at least 1.
  package var count: Int
  /// The slots of each (oven racks), at least 1.
  package var slots: Int
  /// How long one takes to reach its temperature; zero for no time.
  package var preheat: Seconds
  /// What it does to what is in it; nil for what its name says (``effect``).
  package var heat: Heat?

  /// Creates equipment; by default with one slot and nothing to preheat.
  package init(
    name: String, count: Int, slots: Int = 1, preheat: Seconds = .zero, heat: Heat? = nil
  ) {
    self.name = name
    self.count = count
    self.slots = slots
    self.preheat = preheat
    self.heat = heat
  }
}

/// A stretch in which a cook is not there.
package struct Absence: Sendable, Hashable {
  /// Who.
  package var cook: String
  /// When it begins.
  package var from: ClockTime
  /// When it ends.
  package var to: ClockTime

  /// Creates an absence.
  package init(cook: String, from: ClockTime, to: ClockTime) {
    self.cook = cook
    self.from = from
    self.to = to
  }
}
