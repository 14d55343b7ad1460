package import JSON

extension RecipePage {
  /// Reads a recipe object of schema.org.
  ///
  /// O(n).
  package init(_ written: JSONValue) {
    let recipe = written.plain
    title = Self.line(recipe["name"] ?? recipe["headline"]) ?? ""
    totalTime = PageDuration.read(recipe["totalTime"])
    prepTime = PageDuration.read(recipe["prepTime"])
    cookTime = PageDuration.read(recipe["cookTime"])
    unreadTimes = ["totalTime", "prepTime", "cookTime"].compactMap { key in
      guard let text = recipe[key]?.string.map(HTMLText.line),
        text.contains(where: { ("1"..."9").contains($0) }), PageDuration.read(recipe[key]) == nil
      else { return nil }
      return UnreadTime(key: key, text: String(text.prefix(60)))
    }
    ingredients = IngredientLines.read(recipe["recipeIngredient"] ?? recipe["ingredients"])
    let yields = recipe["recipeYield"] ?? recipe["yield"]
    yield = Self.longestLine(yields)
    let lines = (yields?.elements ?? []).prefix(20).compactMap(Self.line)
    servings =
      yield.flatMap(Servings.read) ?? lines.lazy.compactMap(Servings.read).first
    let steps = recipe["recipeInstructions"] ?? recipe["instructions"]
    instructions = steps.map(InstructionReader.instructions) ?? []
    author = Self.name(recipe["author"])
    address = Self.address(recipe)
    tags = [recipe["recipeCategory"], recipe["recipeCuisine"]].flatMap { value in
      (value?.elements ?? []).prefix(20).compactMap(Self.line)
    }
  }

  static func line(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text)?:
      let line = HTMLText.line(text)
      return line.isEmpty ? nil : line
    case .array(let elements)?:
      return elements.first.flatMap { $0.string }.flatMap { line(.string($0)) }
    case .object?: return value?["@value"]?.string.map(HTMLText.line)
    default: return value?.double.map { JSONValue.number($0).compactText }
    }
  }

  /// Of `["4", "4 servings"]` the one that says more.
  private static func longestLine(_ value: JSONValue?) -> String? {
    (value?.elements ?? []).prefix(20).compactMap(line).reduce(nil) { best, line in
      line.utf8.count > (best ?? "").utf8.count ? line : best
    }
  }

  private static func name(_ value: JSONValue?) -> String? {
    guard let first = value?.elements.first else { return nil }
    if case .object = first { return line(first["name"]) }
    return line(first)
  }

  private static func address(_ recipe: JSONValue) -> String? {
    let candidates = [recipe["url"], recipe["mainEntityOfPage"], recipe["@id"]]
    for candidate in candidates {
      let text = candidate?.string ?? candidate?["@id"]?.string ?? candidate?["url"]?.string
      if let text, text.hasPrefix("http://") || text.hasPrefix("https://"), text.utf8.count < 2000 {
        return HTMLText.line(text)
      }
    }
    return nil
  }
}
