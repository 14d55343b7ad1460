package import JSON
package import KitchenModel

extension JSONValue {
  /// A kitchen as `souschef.kitchen/1`.
  ///
  /// `cooks` is how many there are, `cookNames` what each is called; `heat` is what equipment does,
  /// be it said of it or taken from its name.
  package init(_ kitchen: Kitchen) {
    self = [
      "format": "souschef.kitchen/1",
      "cooks": .int(kitchen.cooks.count),
      "cookNames": .texts(kitchen.cooks.names),
      "equipment": .array(
        kitchen.equipment.map { equipment in
          [
            "equipment": .string(equipment.name),
            "count": .int(equipment.count),
            "slots": .int(equipment.slots),
            "preheatSeconds": .seconds(equipment.preheat),
            "heat": .string(equipment.effect.rawValue),
          ]
        }),
      "away": .array(
        kitchen.away.map { absence in
          [
            "cook": .string(absence.cook),
            "from": .string(absence.from.text),
            "to": .string(absence.to.text),
          ]
        }),
    ]
  }

  /// A meal as `souschef.meal/1`.
  package init(_ meal: Meal) {
    self = [
      "format": "souschef.meal/1",
      "name": .string(meal.name.text),
      "dishes": .texts(meal.dishes.map(\.text)),
    ]
  }
}
