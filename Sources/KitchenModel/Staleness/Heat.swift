/// What equipment does to what is in it.
package enum Heat: String, Sendable, Hashable, Codable, CaseIterable {
  /// It heats: what comes out does not keep.
  case heats
  /// It chills: what is in it keeps.
  case chills
  /// Neither.
  case neither = "none"

  /// What equipment called `name` does unless its owner says otherwise, whatever the case.
  package init(ofEquipmentNamed name: String) {
    self = Self.byName[Name.key(of: name)] ?? .neither
  }

  private static let byName: [String: Heat] = {
    let heating = [
      "oven", "burner", "hob", "stove", "cooktop", "microwave", "grill", "broiler", "barbecue",
      "air fryer", "fryer", "deep fryer", "steamer", "slow cooker", "pressure cooker",
      "rice cooker", "toaster", "griddle", "kettle", "smoker", "sous vide",
    ]
    let chilling = [
      "fridge", "refrigerator", "freezer", "chiller", "blast chiller", "ice bath", "cool box",
    ]
    let pairs = heating.map { ($0, Heat.heats) } + chilling.map { ($0, Heat.chills) }
    return Dictionary(pairs) { first, _ in first }
  }()
}

extension Equipment {
  /// What it does: as its owner says, else by its name.
  package var effect: Heat { heat ?? Heat(ofEquipmentNamed: name) }
}
