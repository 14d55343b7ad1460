import JSON

/// The recipes of Recipe Keeper's `recipes.html`, which marks their parts with microdata's
/// `itemprop`, but names no item that has them.
enum RecipeKeeper {
  /// The most recipes of one file.
  private static let most = 5000

  /// The recipes of a page; none where it is another program's.
  ///
  /// O(n).
  static func pages(_ bytes: [UInt8]) -> [RecipePage] {
    let starts = places(of: Array("class=\"recipe-details\"".utf8), in: bytes)
    guard !starts.isEmpty,
      !places(of: Array("itemprop=\"recipeDirections\"".utf8), in: bytes).isEmpty
    else { return [] }
    let begins = Array("<div itemscope itemtype=\"http://schema.org/Recipe\"><div ".utf8)
    return zip(starts, starts.dropFirst() + [bytes.count]).prefix(most).compactMap { start, end in
      let item = MicrodataReader.items(in: begins + bytes[start..<end]).first
      return item.map(page)
    }
  }

  private static func page(_ item: JSONValue) -> RecipePage {
    var page = RecipePage(
      .recipe([
        "name": item["name"], "recipeYield": item["recipeYield"],
        "recipeIngredient": .lines(of: item["recipeIngredients"]),
        "recipeInstructions": .lines(of: item["recipeDirections"]), "prepTime": item["prepTime"],
        "cookTime": item["cookTime"], "url": item["recipeSource"],
        "author": item["recipeSource"].flatMap { $0.string?.hasPrefix("http") == true ? nil : $0 },
        "recipeCategory": item["recipeCategory"], "recipeCuisine": item["recipeCourse"],
      ]))
    page.notes = item["recipeNotes"]?.string.map(HTMLText.lines) ?? []
    return page
  }

  private static func places(of word: [UInt8], in bytes: [UInt8]) -> [Int] {
    var found: [Int] = []
    var place = 0
    while place + word.count <= bytes.count {
      if bytes[place] == word[0], bytes[place..<place + word.count].elementsEqual(word) {
        found.append(place)
        place += word.count
      } else {
        place += 1
      }
    }
    return found
  }
}
