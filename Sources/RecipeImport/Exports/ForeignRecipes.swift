import JSON
import RecipeProse

/// Reads the recipes of other programs' files into the shape of schema.org's, which then is read as
/// any page's data: Paprika, Mealie, Tandoor, RecipeSage. (Nextcloud writes schema.org's itself.)
enum ForeignRecipes {
  /// The most recipes of one file.
  private static let most = 5000

  /// The recipes in a value, each told by the keys that its program writes; none for other values.
  ///
  /// O(n).
  static func pages(in value: JSONValue) -> [RecipePage] {
    let root = value.plain
    if root["recipes"] != nil, root["recipe_instructions"] != nil {
      return MealieTables(root).recipes.prefix(most).map { RecipePage($0) }
    }
    let candidates =
      root["recipes"]?.elements ?? root["data"]?["recipes"]?.elements ?? root.elements
    return candidates.prefix(most).compactMap(page)
  }

  /// Whether text has the keys of a program's recipe in it.
  static func areIn(_ text: String) -> Bool {
    func has(_ keys: String...) -> Bool { keys.allSatisfy { text.contains("\"\($0)\"") } }
    return has("directions", "ingredients", "name") || has("steps", "instruction")
      || has("recipeInstructions") || has("recipe_instructions")
      || has("recipes", "instructions", "title") || has("instructions", "ingredients", "title")
  }

  private static func page(_ recipe: JSONValue) -> RecipePage? {
    if recipe["directions"] != nil, recipe["ingredients"] != nil { return paprika(recipe) }
    if recipe["steps"] != nil, recipe["name"] != nil { return tandoor(recipe) }
    if recipe["recipeInstructions"] != nil { return mealie(recipe) }
    if recipe["instructions"] != nil, recipe["title"] ?? recipe["name"] != nil {
      return recipeSage(recipe)
    }
    return nil
  }

  // MARK: Programs

  /// `ingredients` and `directions` are texts of lines, times are words.
  private static func paprika(_ recipe: JSONValue) -> RecipePage {
    var page = RecipePage(
      .recipe([
        "name": recipe["name"], "recipeYield": recipe["servings"],
        "recipeIngredient": .lines(of: recipe["ingredients"]),
        "recipeInstructions": .lines(of: recipe["directions"]), "prepTime": recipe["prep_time"],
        "cookTime": recipe["cook_time"], "totalTime": recipe["total_time"],
        "author": recipe["source"], "url": recipe["source_url"],
        "recipeCategory": recipe["categories"],
      ]))
    page.notes = notes(recipe["notes"])
    return page
  }

  /// Ingredients and lengths belong to steps.
  private static func tandoor(_ recipe: JSONValue) -> RecipePage {
    let steps = recipe["steps"]?.elements ?? []
    let ingredients = steps.flatMap { $0["ingredients"]?.elements ?? [] }.filter {
      $0["is_header"] != .bool(true)
    }
    let instructions = steps.flatMap { step -> [JSONValue] in
      let lines = JSONValue.lines(of: step["instruction"])?.elements ?? []
      let timed = lines.count == 1 ? lines.map { Self.timed($0, step["time"]) } : lines
      let name = step["name"]?.string ?? ""
      guard !name.isEmpty, !timed.isEmpty else { return timed }
      return [
        .object([
          .init("name", .string(name)), .init("itemListElement", .array(timed)),
          .init("@type", .string("HowToSection")),
        ])
      ]
    }
    var page = RecipePage(
      .recipe([
        "name": recipe["name"], "recipeYield": recipe["servings"],
        "recipeIngredient": .array(ingredients.compactMap(ingredient)),
        "recipeInstructions": .array(instructions), "prepTime": recipe["working_time"],
        "cookTime": recipe["waiting_time"], "url": recipe["source_url"],
        "recipeCategory": .names(of: recipe["keywords"]),
      ]))
    page.notes = notes(recipe["description"])
    return page
  }

  /// A step's words with the minutes that the program has for it, where the words have none.
  private static func timed(_ text: JSONValue, _ minutes: JSONValue?) -> JSONValue {
    guard let minutes = minutes?.double, minutes > 0, minutes <= 14 * 1440,
      let words = text.string, DurationText.mentions(in: words).isEmpty
    else { return text }
    let end = words.last.map { ".!".contains($0) } == true ? String(words.dropLast()) : words
    return .string("\(end) (\(JSONValue.number(minutes).compactText) minutes).")
  }

  private static func mealie(_ recipe: JSONValue) -> RecipePage {
    let steps = (recipe["recipeInstructions"]?.elements ?? []).flatMap { step -> [JSONValue] in
      let lines = JSONValue.lines(of: step["text"] ?? step)?.elements ?? []
      let title = step["title"]?.string ?? step["summary"]?.string ?? ""
      guard !title.isEmpty else { return lines }
      return [
        .object([
          .init("name", .string(title)), .init("itemListElement", .array(lines)),
          .init("@type", .string("HowToSection")),
        ])
      ]
    }
    var servings = recipe["recipeYield"]
    if let count = recipe["recipeServings"]?.double, count >= 1 {
      servings = .string("\(JSONValue.number(count).compactText) servings")
    }
    var page = RecipePage(
      .recipe([
        "name": recipe["name"], "recipeYield": servings,
        "recipeIngredient": .array(
          (recipe["recipeIngredient"]?.elements ?? []).compactMap(ingredient)),
        "recipeInstructions": .array(steps), "totalTime": recipe["totalTime"],
        "prepTime": recipe["prepTime"], "cookTime": recipe["performTime"] ?? recipe["cookTime"],
        "url": recipe["orgURL"] ?? recipe["org_url"],
        "recipeCategory": .names(of: recipe["recipeCategory"]),
        "recipeCuisine": .names(of: recipe["tags"]),
      ]))
    page.notes = (recipe["notes"]?.elements ?? []).flatMap { note -> [String] in
      let title = note["title"]?.string ?? ""
      return (title.isEmpty ? [] : [title]) + notes(note["text"])
    }
    return page
  }

  /// `[Sauce]` on a line of its own is a heading there.
  private static func recipeSage(_ recipe: JSONValue) -> RecipePage {
    let ingredients = (JSONValue.lines(of: recipe["ingredients"])?.elements ?? []).filter {
      $0.string?.hasPrefix("[") != true
    }
    var page = RecipePage(
      .recipe([
        "name": recipe["title"] ?? recipe["name"], "recipeYield": recipe["yield"],
        "recipeIngredient": .array(ingredients),
        "recipeInstructions": .lines(of: recipe["instructions"]),
        "prepTime": recipe["activeTime"], "totalTime": recipe["totalTime"],
        "author": recipe["source"], "url": recipe["url"],
        "recipeCategory": .names(of: recipe["labels"]),
      ]))
    page.notes = notes(recipe["notes"])
    return page
  }

  // MARK: Pieces

  /// The words of an ingredient: as written once, else put together.
  static func ingredient(_ value: JSONValue) -> JSONValue? {
    if let text = value.string { return text.isEmpty ? nil : .string(text) }
    for key in ["display", "originalText", "original_text"] {
      if let text = value[key]?.string, !text.isEmpty { return .string(text) }
    }
    var parts: [String] = []
    if value["no_amount"] != .bool(true) {
      parts.append(amount(value["quantity"] ?? value["amount"]))
    }
    parts += [name(value["unit"]), name(value["food"])]
    let note = value["note"]?.string ?? ""
    let words = parts.filter { !$0.isEmpty }.joined(separator: " ")
    if words.isEmpty { return note.isEmpty ? nil : .string(note) }
    return .string(note.isEmpty ? words : "\(words), \(note)")
  }

  /// `250.0` is 250; nothing is not said.
  private static func amount(_ value: JSONValue?) -> String {
    guard let number = value?.double ?? value?.string.flatMap(Double.init), number > 0
    else { return "" }
    return JSONValue.number((number * 1000).rounded() / 1000).compactText
  }

  static func name(_ value: JSONValue?) -> String {
    value?["name"]?.string ?? value?.string ?? ""
  }

  private static func notes(_ value: JSONValue?) -> [String] {
    value?.string.map(HTMLText.lines) ?? []
  }
}

extension JSONValue {
  /// A recipe of schema.org with the members that there are.
  static func recipe(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(
      [.init("@type", .string("Recipe"))]
        + members.compactMap { key, value in
          guard let value, value != .null, value != .string("") else { return nil }
          return .init(key, value)
        })
  }

  /// The lines of a text as a list; other values as they are.
  static func lines(of value: JSONValue?) -> JSONValue? {
    guard let text = value?.string else { return value }
    return .array(HTMLText.lines(text).map { .string(IngredientLines.withoutBullet($0)) })
  }

  /// The names of labels, which are words or objects with a name.
  static func names(of value: JSONValue?) -> JSONValue? {
    let names = (value?.elements ?? []).map { $0["title"]?.string ?? ForeignRecipes.name($0) }
    return .array(names.filter { !$0.isEmpty }.map { .string($0) })
  }
}
