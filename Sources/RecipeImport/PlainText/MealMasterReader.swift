/// Reads recipes in the format of Meal-Master, which old collections are kept in.
///
/// A recipe begins with a line of hyphens or `M`s that names the program, has its title, categories
/// and yield on lines of their own, then ingredients in fixed columns: seven for the quantity, two
/// for the unit, the rest for the name, perhaps in two columns of 41. O(n).
enum MealMasterReader {
  /// The recipes of a text; none where it is in another format.
  static func pages(_ text: String) -> [RecipePage] {
    guard text.prefix(1 << 16).contains("Meal-Master") || text.hasPrefix("MMMMM") else { return [] }
    var pages: [RecipePage] = []
    var lines: [Substring] = []
    var isOpen = false
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if isBeginning(line) {
        if isOpen { pages.append(page(lines)) }
        (lines, isOpen) = ([], true)
      } else if isOpen, isEnd(line) {
        pages.append(page(lines))
        isOpen = false
      } else if isOpen {
        lines.append(line)
      }
    }
    if isOpen { pages.append(page(lines)) }
    return pages.filter { !$0.title.isEmpty }
  }

  private static func isBeginning(_ line: Substring) -> Bool {
    (line.hasPrefix("MMMMM") || line.hasPrefix("-----")) && line.contains("Meal-Master")
  }

  private static func isEnd(_ line: Substring) -> Bool {
    let rest = line.trimmedOfSpaces
    return rest == "MMMMM" || rest == "-----"
  }

  private static func page(_ lines: [Substring]) -> RecipePage {
    var page = RecipePage()
    var steps: [StepLines.Line] = []
    var hasSteps = false
    var isBlank = true
    for line in lines {
      let words = String(line.trimmedOfSpaces)
      if words.isEmpty {
        isBlank = true
        continue
      }
      if page.title.isEmpty || page.yield == nil, let (key, value) = field(words) {
        take(key, value, into: &page)
      } else if !hasSteps, let found = ingredients(of: line) {
        for ingredient in found { add(ingredient, to: &page) }
      } else if let heading = heading(words) {
        if hasSteps { steps.append(.init(text: heading, isHeading: true, followsBlank: true)) }
      } else {
        hasSteps = true
        steps.append(.init(text: words, followsBlank: isBlank))
      }
      isBlank = false
    }
    page.instructions = StepLines.instructions(steps)
    return page
  }

  private static func field(_ line: String) -> (key: String, value: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon].lowercased()
    guard ["title", "categories", "yield", "servings"].contains(key) else { return nil }
    return (key, String(line[colon...].dropFirst().trimmedOfSpaces))
  }

  private static func take(_ key: String, _ value: String, into page: inout RecipePage) {
    switch key {
    case "title": page.title = PlainTextReader.title(value)
    case "categories":
      page.tags = value.split(separator: ",").map { String($0.trimmedOfSpaces) }
        .filter { !$0.isEmpty && $0.lowercased() != "none" }
    default:
      page.yield = value
      page.servings = Servings.read(value)
    }
  }

  /// `MMMMM------SAUCE------`, `-----SAUCE-----`.
  private static func heading(_ line: String) -> String? {
    guard line.hasPrefix("MMMMM-") || line.hasPrefix("-----") else { return nil }
    let name = line.drop { $0 == "M" || $0 == "-" }.prefix { $0 != "-" }
    return String(name.trimmedOfSpaces)
  }

  /// What one or two columns of a line hold; nil where it is not a line of ingredients.
  private static func ingredients(of line: Substring) -> [String]? {
    let characters = Array(line)
    guard characters.count > 11 else { return nil }
    let isTwo =
      characters.count > 53 && characters[39..<41].allSatisfy { $0 == " " }
      && ingredient(Array(characters[41...])) != nil
    guard let first = ingredient(isTwo ? Array(characters[..<41]) : characters) else { return nil }
    let second = isTwo ? ingredient(Array(characters[41...])) : nil
    return [first] + (second.map { [$0] } ?? [])
  }

  private static func ingredient(_ characters: [Character]) -> String? {
    guard characters.count > 11, characters[7] == " ", characters[10] == " " else { return nil }
    let amount = String(characters[..<7]).split(separator: " ").joined(separator: " ")
    let unit = String(characters[8..<10]).split(separator: " ").joined()
    let name = String(characters[11...]).split(separator: " ").joined(separator: " ")
    guard amount.allSatisfy({ $0.isNumber || "/.- ".contains($0) }), !name.isEmpty else {
      return nil
    }
    guard !amount.isEmpty || name.hasPrefix("-") || unit.isEmpty else { return nil }
    if amount.isEmpty, unit.isEmpty, !name.hasPrefix("-"),
      characters.prefix(11).contains(where: { $0 != " " })
    {
      return nil
    }
    return [amount, units[unit] ?? unit, name].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A line that begins with a hyphen goes on with the ingredient before it.
  private static func add(_ ingredient: String, to page: inout RecipePage) {
    if ingredient.hasPrefix("-"), let last = page.ingredients.last {
      let rest = ingredient.drop { $0 == "-" || $0 == " " }
      page.ingredients[page.ingredients.count - 1] = "\(last) \(rest)"
    } else {
      page.ingredients.append(ingredient)
    }
  }

  private static let units = [
    "ts": "tsp", "t": "tsp", "tb": "tbsp", "T": "tbsp", "c": "cups", "oz": "oz", "lb": "lb",
    "pt": "pints", "qt": "quarts", "x": "", "ea": "", "cn": "cans", "pk": "packages",
    "sl": "slices",
    "cl": "cloves", "ds": "dashes", "pn": "pinches", "sm": "small", "md": "medium", "lg": "large",
    "bn": "bunches", "ct": "", "dr": "drops", "fl": "fl oz", "ga": "gallons", "g": "g", "kg": "kg",
    "l": "l", "ml": "ml", "dl": "dl", "cc": "ml",
  ]
}
