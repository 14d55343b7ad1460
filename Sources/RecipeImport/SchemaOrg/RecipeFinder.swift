import JSON

/// Finds the recipes in JSON-LD, wherever they are: at the top, in arrays, under `@graph` or
/// `mainEntity`, in lists.
enum RecipeFinder {
  /// The most recipes that are taken from one page.
  static let most = 200

  /// The recipe objects in the order written, none inside another; several of the same name, or
  /// of the same `@id`, are one, each filling in what those before it lack; one without ingredients
  /// and instructions is left out where another has them.
  ///
  /// O(n): a stack of its own, no recursion.
  static func recipes(in roots: [JSONValue]) -> [JSONValue] {
    var found: [JSONValue] = []
    var stack: [JSONValue] = roots.reversed()
    while let value = stack.popLast(), found.count < most {
      switch value {
      case .object(let members):
        if isRecipe(value) {
          found.append(value)
        } else {
          for member in members.reversed() where member.value.isContainer {
            stack.append(member.value)
          }
        }
      case .array(let elements):
        for element in elements.reversed() where element.isContainer { stack.append(element) }
      default: break
      }
    }
    let merged = merged(found)
    let full = merged.filter { has("recipeInstructions", $0) || has("recipeIngredient", $0) }
    return full.isEmpty ? merged : full
  }

  /// Whether a value says that it is a recipe.
  static func isRecipe(_ value: JSONValue) -> Bool {
    (value["@type"] ?? value["type"])?.elements.contains { type in
      guard let name = type.string?.lowercased() else { return false }
      return name == "recipe" || name.hasSuffix("/recipe") || name.hasSuffix(":recipe")
        || name.hasSuffix("#recipe")
    } == true
  }

  private static func has(_ key: String, _ value: JSONValue) -> Bool {
    switch value[key] {
    case nil, .null, .string(""), .array([]): false
    default: true
    }
  }

  private static func merged(_ recipes: [JSONValue]) -> [JSONValue] {
    var result: [JSONValue] = []
    var places: [String: Int] = [:]
    // The keys of those that have a twin.
    var known: [Int: Set<String>] = [:]
    for recipe in recipes {
      let names = ["@id", "name"].compactMap { key -> String? in
        guard let text = recipe[key]?.string, !text.isEmpty else { return nil }
        return key + " " + text
      }
      let twin = names.lazy.compactMap { places[$0] }.first
      for name in names { places[name] = twin ?? result.count }
      guard let twin, case .object(var members) = result[twin], case .object(let more) = recipe
      else {
        result.append(recipe)
        continue
      }
      // Taken out first, so that appending copies nothing.
      result[twin] = .null
      if known[twin] == nil { known[twin] = Set(members.map(\.key)) }
      let news = more.filter { known[twin]?.contains($0.key) == false }
      known[twin]?.formUnion(news.map(\.key))
      members += news
      result[twin] = .object(members)
    }
    return result
  }
}

extension JSONValue {
  /// Whether it holds other values.
  fileprivate var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }
}
