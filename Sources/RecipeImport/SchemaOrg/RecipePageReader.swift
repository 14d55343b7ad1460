import Foundation
package import JSON

/// Reads the recipes of a saved web page, or of a file of JSON-LD.
package enum RecipePageReader {
  /// What was read.
  package struct Result: Sendable, Hashable {
    /// The recipes in order.
    package var recipes: [RecipePage] = []
    /// What had to be made good in the JSON.
    package var repairs: [JSONRepair] = []
    /// Whether there was any data at all.
    package var hasData = false
    /// The titles of recipes that the page carries beside its own.
    package var others: [String] = []
  }

  /// Reads a page of HTML.
  ///
  /// O(n).
  package static func readPage(_ bytes: [UInt8]) -> Result {
    let kept = RecipeKeeper.pages(bytes)
    if !kept.isEmpty { return Result(recipes: kept, hasData: true) }
    let page = HTMLPage(bytes)
    var roots: [JSONValue] = []
    var repairs: Set<JSONRepair> = []
    for script in page.scripts {
      let (value, made) = readData(bytes, in: script)
      if let value {
        roots.append(value)
        repairs.formUnion(made)
      }
    }
    var recipes = RecipeFinder.recipes(in: roots).map(RecipePage.init)
    if recipes.allSatisfy(\.instructions.isEmpty) {
      let items = MicrodataReader.items(in: bytes)
      roots += items
      fill(&recipes, from: RecipeFinder.recipes(in: items).map(RecipePage.init))
      if recipes.count == 1, recipes[0].instructions.isEmpty {
        recipes[0].instructions = InstructionFinder.steps(in: bytes).map { .init(.step, $0) }
        recipes[0].hasStepsOfText = !recipes[0].instructions.isEmpty
      }
    }
    var result = Result(
      recipes: recipes, repairs: JSONRepair.allCases.filter(repairs.contains),
      hasData: !roots.isEmpty)
    result.keepOwn(of: page)
    for index in result.recipes.indices {
      result.recipes[index].dropSecondCopy()
      if result.recipes[index].title.isEmpty { result.recipes[index].title = page.title ?? "" }
      result.recipes[index].address = result.recipes[index].address ?? page.address
    }
    return result
  }

  /// Takes the steps that the data did not tell from the page's microdata: of the one recipe, or of
  /// those of the same name.
  private static func fill(_ recipes: inout [RecipePage], from others: [RecipePage]) {
    guard !recipes.isEmpty else {
      recipes = others
      return
    }
    for index in recipes.indices {
      let twin =
        recipes.count == 1 && others.count == 1
        ? others.first : others.first { $0.title == recipes[index].title }
      recipes[index].instructions = twin?.instructions ?? []
    }
  }

  /// Reads a file of JSON.
  ///
  /// O(n).
  package static func readJSON(_ bytes: [UInt8]) -> Result {
    let (value, repairs) = readData(bytes, in: 0..<bytes.count)
    guard let value else { return Result() }
    var recipes = RecipeFinder.recipes(in: [value]).map(RecipePage.init)
    if recipes.isEmpty { recipes = ForeignRecipes.pages(in: value) }
    return Result(recipes: recipes, repairs: repairs, hasData: true)
  }

  /// JSON whose quotation marks are references is decoded first.
  private static func readData(
    _ bytes: [UInt8], in range: Range<Int>
  ) -> (JSONValue?, [JSONRepair]) {
    let start = bytes[range].firstIndex { $0 > 0x20 } ?? range.upperBound
    let head = bytes[start..<min(range.upperBound, start + 64)]
    guard !head.contains(UInt8(ascii: "\"")), contains("&quot;", head) || contains("&#34;", head)
    else { return LenientJSON.read(bytes, in: range) }
    let (value, repairs) = LenientJSON.read(HTMLEntities.decoded(Array(bytes[range])))
    return (value, JSONRepair.allCases.filter { $0 == .entities || repairs.contains($0) })
  }

  private static func contains(_ text: String, _ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(text)
  }
}

extension RecipePageReader.Result {
  /// Of several recipes keeps the one that the page is about, by its address or its title, where
  /// just one is.
  fileprivate mutating func keepOwn(of page: HTMLPage) {
    guard recipes.count > 1 else { return }
    let byAddress = recipes.indices.filter { index in
      page.address != nil && page.address.map(Self.bare) == recipes[index].address.map(Self.bare)
    }
    let title = page.title?.lowercased() ?? ""
    let byTitle = recipes.indices.filter { index in
      let name = recipes[index].title.lowercased()
      return name.count > 3 && title.contains(name)
    }
    // Of "Soup" and "Soup with noodles" the page tells the one whose title holds the other's.
    let byLongest = byTitle.filter { index in
      let name = recipes[index].title.lowercased()
      return byTitle.allSatisfy { name.contains(recipes[$0].title.lowercased()) }
    }
    let own = [byAddress, byLongest].first {
      $0.count == 1 && !recipes[$0[0]].instructions.isEmpty
    }
    guard let own = own?.first else { return }
    others = recipes.indices.filter { $0 != own }.map { recipes[$0].title }
    recipes = [recipes[own]]
  }

  /// An address without its scheme, its last slash and what stands behind `#` or `?`.
  private static func bare(_ address: String) -> String {
    var rest = address[...]
    if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "#" && $0 != "?" }
    while rest.last == "/" { rest.removeLast() }
    return String(rest).lowercased()
  }
}
