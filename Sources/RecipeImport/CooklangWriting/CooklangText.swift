import JSON
package import KitchenModel
import RecipeProse

/// Writes a dish as Cooklang.
///
/// A step becomes a sentence that reads back as that step where there is one: the title, with what
/// it holds and how long it takes where the words do not already say so.
package enum CooklangText {
  /// The recipe of a dish, with ``RecipeReader`` as its reader.
  package static func text(of dish: Dish) -> String {
    var lines = ["---", "title: \(quoted(dish.name.text))"]
    if let servings = dish.servings { lines.append("servings: \(servings)") }
    if !dish.tags.isEmpty {
      lines.append("tags: [\(dish.tags.map(quoted).joined(separator: ", "))]")
    }
    if let source = dish.source { lines.append("source: \(quoted(source))") }
    lines += ["---", ""]
    if let notes = dish.notes {
      for line in notes.split(whereSeparator: \.isNewline) {
        lines += ["> \(line)", ""]
      }
    }
    if !dish.ingredients.isEmpty {
      lines += [">> [mode]: ingredients"] + dish.ingredients.map(ingredient)
      lines += [">> [mode]: steps", ""]
    }
    for step in dish.steps { lines += [CooklangSentence.text(of: step), ""] }
    lines.removeLast()
    return lines.map { visible($0) + "\n" }.joined()
  }

  /// A line without what moves a cursor or changes direction, for which Cooklang has no way to
  /// write it.
  private static func visible(_ line: String) -> String {
    guard line.unicodeScalars.contains(where: { $0.isUnseen && $0 != "\t" }) else { return line }
    return String(
      String.UnicodeScalarView(line.unicodeScalars.filter { !$0.isUnseen || $0 == "\t" }))
  }

  /// What of a dish its recipe in Cooklang does not give back, in a cook's words, in the order of a
  /// kitchen file; empty where it gives back all.
  package static func losses(of dish: Dish) -> [String] {
    let reading = RecipeReader.read(
      Array(text(of: dish).utf8), named: "\(dish.name.text).cook", as: .cooklang)
    guard let read = reading.drafts.first?.dish else { return ["everything but its text"] }
    var losses: [String] = []
    func compare<Value: Equatable>(_ words: String, _ value: (Dish) -> Value) {
      if value(dish) != value(read) { losses.append(words) }
    }
    compare("its name", \.name.text)
    compare("servings", \.servings)
    compare("serve", \.serve)
    compare("holdMax", \.holdMaximum)
    compare("keepsFor", \.keepsFor)
    compare("serveOffset", \.serveOffset)
    compare("clock limits") { [$0.notBefore, $0.notAfter] }
    compare("tags", \.tags)
    compare("notes", \.notes)
    compare("ingredients", \.ingredients)
    compare("source", \.source)
    compare("says", \.says)
    guard dish.steps.count == read.steps.count else {
      return losses + ["how its work is divided into steps"]
    }
    compare("how its steps are called") { $0.steps.map { [$0.id, $0.title] } }
    compare("what is hands-on and what waits") { $0.steps.map { $0.ways[0].kind } }
    compare("how long its steps take") { $0.steps.map { $0.ways[0].duration } }
    compare("the equipment of its steps") { $0.steps.map { $0.ways[0].uses } }
    compare("temperatures") { $0.steps.map { $0.ways[0].temperature } }
    compare("who does what") { $0.steps.map { ["\($0.ways[0].cooks)", $0.ways[0].cook] } }
    compare("what starts itself") { $0.steps.map { $0.ways[0].startsItself } }
    compare("options") { $0.steps.map { [$0.hasOptions ? 1 : 0, $0.ways.count] } }
    compare("what its steps follow") { dish in dish.steps.map { Self.after($0, in: dish) } }
    compare("the clock limits of its steps") { $0.steps.map { [$0.notBefore, $0.notAfter] } }
    compare("how long things keep") { $0.steps.map(\.keeps) }
    return losses
  }

  /// A step's dependencies by place, so that steps of other names compare.
  private static func after(_ step: Step, in dish: Dish) -> [Dependency] {
    let places = dish.placesOfSteps
    return step.after.map { dependency in
      guard dish.owns(dependency), let place = places[Name.key(of: dependency.step)]
      else { return dependency }
      var named = dependency
      (named.dish, named.step) = (nil, "\(place)")
      return named
    }
  }

  /// `@potatoes{800%g}` for `800 g potatoes`, `@eggs{2}` for `2 eggs`, else all of it as a name.
  private static func ingredient(_ line: String) -> String {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    let isPlain = !words.contains("") && !line.contains { "{}()%|*=".contains($0) }
    if isPlain, words.count > 1, CooklangAmount.number(words[0]) != nil {
      let read = IngredientReader().read(line)
      let hasUnit =
        words.count > 2 && read?.amounts.first?.unit != nil
        && read?.name == words.dropFirst(2).joined(separator: " ")
      let name = words.dropFirst(hasUnit ? 2 : 1).joined(separator: " ")
      if !name.contains(where: { "@#~/".contains($0) }) {
        return "@\(name){\(words[0])\(hasUnit ? "%\(words[1])" : "")}"
      }
    }
    return "@\(line.filter { !"{}".contains($0) }){}"
  }

  /// A JSON string, which YAML reads as the same text.
  private static func quoted(_ text: String) -> String { JSONText.literal(text) }

  /// Words without what Cooklang would take for markup.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      let last = escaped.last
      let begins = last == nil && "=>-+/".contains(character)
      if "@#~\\{}[]".contains(character) || begins || character == "-" && last == "-" {
        escaped.append("\\")
      }
      escaped.append(character.isNewline ? " " : character)
    }
    return escaped
  }
}
