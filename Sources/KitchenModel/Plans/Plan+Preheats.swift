extension Plan {
  /// Whether an appliance is hotter than a preheat asks for, as it was last heated for something else,
  /// so that it is turned down.
  package func isCooling(_ preheat: Preheat) -> Bool {
    let before = preheats.filter { other in
      other.unit == preheat.unit && other.start < preheat.start
        && Name.key(of: other.equipment) == Name.key(of: preheat.equipment)
    }
    return before.max { $0.start < $1.start }
      .map { $0.temperature.isHotter(than: preheat.temperature) } ?? false
  }
}

extension Preheat {
  /// What is to be done for it.
  package var heating: Act.Heating {
    Act.Heating(equipment: equipment, unit: unit, temperature: temperature)
  }
}
