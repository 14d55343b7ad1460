import KitchenModel

/// What cooks have heated to what: known only where they answer for it.
struct Appliances: Sendable, Hashable {
  private var states: [Key: Heat] = [:]

  /// An appliance of the kitchen.
  private struct Key: Hashable {
    var equipment: String
    var unit: Int
  }

  /// How an appliance stands.
  struct Heat: Sendable, Hashable {
    /// To what it was set.
    var temperature: Temperature
    /// When it has that temperature.
    var readyAt: Seconds
  }

  /// How an appliance stands; nil where nobody has heated it.
  subscript(_ equipment: String, _ unit: Int) -> Heat? {
    get { states[Key(equipment: Name.key(of: equipment), unit: unit)] }
    set { states[Key(equipment: Name.key(of: equipment), unit: unit)] = newValue }
  }

  /// Whether an appliance is set to what a heating asks for.
  func isSet(_ heating: Act.Heating) -> Bool {
    self[heating.equipment, heating.unit].map { $0.temperature.meets(heating.temperature) } ?? false
  }

  /// Whether an appliance is hotter than a heating asks for.
  func isHotter(_ heating: Act.Heating) -> Bool {
    self[heating.equipment, heating.unit].map {
      $0.temperature.isHotter(than: heating.temperature)
    } ?? false
  }
}
