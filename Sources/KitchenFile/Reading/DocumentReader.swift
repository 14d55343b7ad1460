import KitchenModel

/// Reads a document from nodes and keeps the place of each of its parts.
struct DocumentReader {
  /// Where the parts read stand.
  var places: [Site: Diagnostic.Place] = [:]

  /// Reads a whole file.
  mutating func document(_ node: SourceNode) throws(Diagnostic) -> KitchenDocument {
    let fields = try Fields(
      node, of: "a kitchen file", known: ["kitchen", "dishes", "meals"],
      elsewhere: ["name": "A dish goes into the list \"dishes\"."])
    var document = KitchenDocument()
    if let node = fields["kitchen"] { document.kitchen = try kitchen(node) }
    for (index, node) in try fields.list("dishes").enumerated() {
      document.dishes.append(try dish(node, at: index))
    }
    for (index, node) in try fields.list("meals").enumerated() {
      document.meals.append(try meal(node, at: index))
    }
    return document
  }

  private mutating func meal(_ node: SourceNode, at index: Int) throws(Diagnostic) -> Meal {
    let fields = try Fields(node, of: "a meal", known: ["name", "dishes"])
    places[.meal(index)] = node.place
    guard let nameNode = fields["name"] else {
      throw node.fault("A meal has no name.", "Add one, as in name: dinner.")
    }
    var dishes: [Name] = []
    for (place, dish) in try fields.list("dishes").enumerated() {
      places[.mealDish(meal: index, place)] = dish.place
      dishes.append(try dish.name(as: "dishes"))
    }
    return Meal(name: try nameNode.name(as: "name"), dishes: dishes)
  }

  private mutating func kitchen(_ node: SourceNode) throws(Diagnostic) -> Kitchen {
    let fields = try Fields(node, of: "the kitchen", known: ["cooks", "equipment", "away"])
    var kitchen = Kitchen()
    if let node = fields["cooks"] { kitchen.cooks = try cooks(node) }
    if let node = fields["equipment"] {
      guard case .map(let entries) = node.content else {
        throw node.fault(
          "\"equipment\" cannot be \(node.sort).", "Write each with its count, as in oven: 1.")
      }
      for (index, entry) in entries.enumerated() {
        places[.equipment(index)] = entry.place
        kitchen.equipment.append(try equipment(entry))
      }
    }
    for (index, node) in try fields.list("away").enumerated() {
      places[.absence(index)] = node.place
      kitchen.away.append(try absence(node))
    }
    return kitchen
  }

  private mutating func cooks(_ node: SourceNode) throws(Diagnostic) -> Kitchen.Cooks {
    places[.cooks] = node.place
    switch node.content {
    case .list(let items):
      var names: [String] = []
      for (index, item) in items.enumerated() {
        places[.cook(index)] = item.place
        names.append(try item.text(as: "cooks"))
      }
      return .named(names)
    case .scalar(let text, .plain) where Int(text) != nil:
      return .count(try node.number(as: "cooks"))
    default:
      throw node.fault(
        "\"cooks\" cannot be \(node.sort).", "Write how many there are, or their names in a list.")
    }
  }

  private func equipment(_ entry: SourceNode.Entry) throws(Diagnostic) -> Equipment {
    guard case .map = entry.value.content else {
      return Equipment(name: entry.key, count: try entry.value.number(as: entry.key))
    }
    let fields = try Fields(
      entry.value, of: "equipment", known: ["count", "slots", "preheat", "heat"])
    return Equipment(
      name: entry.key, count: try fields.number("count") ?? 1,
      slots: try fields.number("slots") ?? 1, preheat: try fields.seconds("preheat") ?? .zero,
      heat: try fields["heat"]?.heat(as: "heat"))
  }

  private func absence(_ node: SourceNode) throws(Diagnostic) -> Absence {
    let fields = try Fields(node, of: "an absence", known: ["cook", "from", "to"])
    guard let cook = try fields.text("cook"), let from = try fields.clockTime("from"),
      let to = try fields.clockTime("to")
    else {
      throw node.fault(
        "An absence lacks a key.", "Write who and when, as in {cook: Ana, from: 17:00, to: 17:20}.")
    }
    return Absence(cook: cook, from: from, to: to)
  }
}
