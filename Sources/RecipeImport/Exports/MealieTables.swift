import JSON

/// The recipes of a Mealie backup (`database.json`), which keeps its tables as they are.
struct MealieTables {
  private let root: JSONValue
  private let steps: [String: [JSONValue]]
  private let ingredients: [String: [JSONValue]]
  private let names: [String: String]

  init(_ root: JSONValue) {
    self.root = root
    steps = Self.rows(of: root["recipe_instructions"])
    ingredients = Self.rows(of: root["recipes_ingredients"])
    var names: [String: String] = [:]
    for table in ["ingredient_units", "ingredient_foods"] {
      for row in root[table]?.elements ?? [] {
        names[Self.key(row["id"])] = row["name"]?.string
      }
    }
    self.names = names
  }

  /// Each as schema.org has it.
  var recipes: [JSONValue] {
    (root["recipes"]?.elements ?? []).map { recipe in
      let id = Self.key(recipe["id"])
      return .recipe([
        "name": recipe["name"], "recipeYield": recipe["recipe_servings"] ?? recipe["recipe_yield"],
        "totalTime": recipe["total_time"], "prepTime": recipe["prep_time"],
        "cookTime": recipe["perform_time"] ?? recipe["cook_time"], "url": recipe["org_url"],
        "recipeIngredient": .array((ingredients[id] ?? []).compactMap(ingredient)),
        "recipeInstructions": .array(
          (steps[id] ?? []).flatMap { JSONValue.lines(of: $0["text"])?.elements ?? [] }),
      ])
    }
  }

  private func ingredient(_ row: JSONValue) -> JSONValue? {
    var members: [JSONValue.Member] = [
      .init("quantity", row["quantity"] ?? .null), .init("note", row["note"] ?? .null),
      .init("original_text", row["original_text"] ?? .null),
    ]
    for part in ["unit", "food"] {
      if let name = names[Self.key(row["\(part)_id"])] {
        members.append(.init(part, .string(name)))
      }
    }
    return ForeignRecipes.ingredient(.object(members))
  }

  /// The rows of each recipe in order of their position.
  private static func rows(of table: JSONValue?) -> [String: [JSONValue]] {
    var rows: [String: [JSONValue]] = [:]
    for row in table?.elements ?? [] { rows[key(row["recipe_id"]), default: []].append(row) }
    return rows.mapValues { $0.sorted { position($0) < position($1) } }
  }

  private static func position(_ row: JSONValue) -> Double {
    row["position"]?.double ?? 0
  }

  private static func key(_ value: JSONValue?) -> String {
    value?.string ?? value?.double.map { JSONValue.number($0).compactText } ?? ""
  }
}
