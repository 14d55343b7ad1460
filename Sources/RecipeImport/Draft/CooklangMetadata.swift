import JSON
import KitchenModel

/// What Cooklang's conventional metadata keys say.
struct CooklangMetadata {
  private let recipe: CooklangRecipe

  init(_ recipe: CooklangRecipe) { self.recipe = recipe }

  /// `title`.
  var title: String? { text("title") }
  /// `description` or `introduction`.
  var description: String? { text("description", "introduction") }
  /// `servings`, `serves` or `yield`, the number it begins with.
  var servings: Int? {
    guard let written = text("servings", "serves", "yield") else { return nil }
    let first = written.split(separator: "|").first.map(String.init) ?? written
    return Servings.read(first)
  }

  /// `tags`, as a list or separated by commas.
  var tags: [String] {
    (recipe.metadata("tags")?.elements ?? []).flatMap { element -> [String] in
      (Self.text(element) ?? "").split(separator: ",").map { String($0.trimmedOfSpaces) }
    }.filter { !$0.isEmpty }
  }

  /// `time required`, `time`, `duration`, `prep time`, `cook time` and their other spellings.
  var times: RecipeDraft.StatedTimes {
    let time = recipe.metadata("time")
    let prep = length("prep time", "prep_time", "time.prep") ?? PageDuration.read(time?["prep"])
    let cook = length("cook time", "cook_time", "time.cook") ?? PageDuration.read(time?["cook"])
    var total = length("time required", "total time", "duration", "time_required")
    if total == nil, time?["prep"] == nil, time?["cook"] == nil { total = PageDuration.read(time) }
    if total == nil, prep != nil || cook != nil { total = (prep ?? .zero) + (cook ?? .zero) }
    return .init(total: total, prep: prep, cook: cook)
  }

  /// `source`, `source.name`, `source.url`, `author`.
  var source: RecipeSource {
    let value = recipe.metadata("source")
    var source = RecipeSource(
      name: value?["name"]?.string ?? text("source.name", "author", "source.author"),
      address: (value?["url"]?.string ?? text("source.url")).flatMap(Self.webAddress))
    if let text = value?.string, !text.isEmpty {
      if let open = text.lastIndex(of: "<"), text.hasSuffix(">") {
        let name = text[..<open].trimmedOfSpaces
        if !name.isEmpty { source.name = String(name) }
        source.address = Self.webAddress(String(text[text.index(after: open)...].dropLast()))
      } else if Self.webAddress(text) != nil {
        source.address = text
      } else {
        source.name = text
      }
    }
    return source
  }

  /// The address of a page on the web; nil for what leads elsewhere or nowhere.
  private static func webAddress(_ text: String) -> String? {
    text.hasPrefix("http://") || text.hasPrefix("https://") ? text : nil
  }

  private func length(_ keys: String...) -> Seconds? {
    keys.lazy.compactMap { PageDuration.read(recipe.metadata($0)) }.first
  }

  private func text(_ keys: String...) -> String? {
    keys.lazy.compactMap { recipe.metadata($0).flatMap(Self.text) }.first
  }

  private static func text(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text.isEmpty ? nil : HTMLText.collapsed(Array(text.utf8))
    default: value.double.map { JSONValue.number($0).compactText }
    }
  }
}
