/// Equipment that has several names: where a dish asks for a hob, a kitchen's burners are meant.
extension Kitchen {
  /// The names of what a pan stands on.
  private static let burners = ["burner", "hob", "stove", "cooktop", "cooker"]

  /// What this kitchen calls `name`, where it has the thing under another of its names; else `name`.
  package func ownName(ofEquipment name: String) -> String {
    let names = Self.burners
    guard equipment(named: name) == nil, names.contains(Name.key(of: name)) else { return name }
    return equipment.first { names.contains(Name.key(of: $0.name)) }?.name ?? name
  }

  /// A dish with its equipment called as this kitchen calls it.
  package func naming(_ dish: Dish) -> Dish {
    var dish = dish
    for step in dish.steps.indices {
      for way in dish.steps[step].ways.indices {
        dish.steps[step].ways[way].uses = renamed(dish.steps[step].ways[way].uses)
      }
    }
    return dish
  }

  /// Uses under the kitchen's own names; two that turn out to be of one thing become one.
  private func renamed(_ uses: [Way.Use]) -> [Way.Use] {
    var renamed: [Way.Use] = []
    for use in uses {
      let name = ownName(ofEquipment: use.equipment)
      let isNew = name != use.equipment
      if isNew, let place = renamed.firstIndex(where: { $0.equipment == name }) {
        let (sum, overflow) = renamed[place].units.addingReportingOverflow(use.units)
        renamed[place].units = overflow ? .max : sum
      } else {
        renamed.append(isNew ? Way.Use(name, units: use.units) : use)
      }
    }
    return renamed
  }
}
