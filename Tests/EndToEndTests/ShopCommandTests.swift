import Foundation
import Testing

/// `souschef shop` and `souschef pantry`.
struct ShopCommandTests {
  /// A Monday.
  private static let now = "2026-11-02T08:00:00Z"

  private func stocked() throws -> Kitchenette {
    let kitchen = try Kitchenette()
    try kitchen.write(
      """
      dishes:
        - {name: Soup, servings: 2, waiting: 20m, ingredients: ["500 g carrots", "1 onion", "1 cup (240 ml) stock", "salt and pepper"]}
        - {name: Stew, servings: 4, waiting: 90m, ingredients: ["1 kg beef", "2 onions", "1.5 kg carrots", "1 lb 8 oz potatoes", "salt to taste"]}
        - {name: Mash, servings: 4, waiting: 30m, ingredients: ["8 oz potatoes", "1/3 cup milk", "1 (400 g) tin beans", "60 ml stock"]}
        - {name: Cake, servings: 8, waiting: 60m, ingredients: ["2 cups plus 2 tablespoons milk", "1 tin (800 g) beans", "2-3 eggs", "250 g flour"]}
      """, to: "kitchen.yaml")
    try kitchen.does("import", "kitchen.yaml")
    return kitchen
  }

  private func list(_ kitchen: Kitchenette, _ more: String...) throws -> [String: [String]] {
    let items = try kitchen.does(["shop", "--now", Self.now, "--json"] + more)
      .json([[String: Any]].self)
    var amounts: [String: [String]] = [:]
    for item in items {
      let name = try #require(item["name"] as? String)
      #expect(amounts[name] == nil, "\(name) comes once")
      amounts[name] = (item["amounts"] as? [[String: Any]] ?? []).map { amount in
        [amount["amount"], amount["unit"], amount["size"]].compactMap { $0 as? String }
          .joined(separator: " ")
      }
    }
    return amounts
  }

  @Test func `amounts of one thing are added up across dishes and units, and the rest kept apart`()
    throws
  {
    let kitchen = try stocked()
    let bought = try list(kitchen, "Soup", "Stew", "Mash", "Cake")
    #expect(bought["carrots"] == ["2 kg"])
    #expect(bought["onion"] == ["3"])
    #expect(bought["potatoes"] == ["2 lb"])
    // A cup of stock that is also 240 ml adds up with millilitres.
    #expect(bought["stock"] == ["300 ml"])
    #expect(bought["beans"] == ["1 tin 400 g", "1 tin 800 g"])
    // Two cups, two tablespoons and a third of a cup.
    #expect(bought["milk"] == ["2 cup", "22/3 tablespoon"])
    #expect(bought["eggs"] == ["3"])
    #expect(bought["salt"] == [])
    #expect(bought["pepper"] == [])
  }

  @Test func `four weeks of twenty-eight dinners add up to the sheet`() throws {
    let kitchen = try stocked()
    let dishes = ["Soup:4", "Stew", "Mash:2", "Cake", "Soup", "Stew:8", "Mash"]
    for day in 2...29 {
      try kitchen.does(
        "week", "add", "2026-11-\(day < 10 ? "0" : "")\(day)", dishes[(day - 2) % 7], "--now",
        Self.now)
    }
    let bought = try list(kitchen, "--days", "28")
    // Each week: soup for 4 and 2 is 3 times, stew for 4 and 8 is 3 times, mash for 2 and 4 one and a
    // half times, cake once.
    #expect(bought["carrots"] == ["24 kg"])  // 4 × (3 × 0.5 + 3 × 1.5)
    #expect(bought["onion"] == ["36"])  // 4 × (3 × 1 + 3 × 2)
    #expect(bought["beef"] == ["12 kg"])  // 4 × 3 × 1
    #expect(bought["potatoes"] == ["21 lb"])  // 4 × (3 × 24 oz + 1.5 × 8 oz) = 336 oz
    #expect(bought["stock"] == ["3240 ml"])  // 4 × (3 × 240 + 1.5 × 60)
    #expect(bought["eggs"] == ["12"])  // 4 × 3
    #expect(bought["flour"] == ["1000 g"])
    #expect(bought["beans"] == ["6 tin 400 g", "4 tin 800 g"])
    #expect(bought["milk"] == ["10 1/2 cup"] || bought["milk"] == ["21/2 cup"])
    #expect(
      Set(bought.keys) == [
        "carrots", "onion", "stock", "salt", "pepper", "beef", "potatoes", "milk", "beans", "eggs",
        "flour",
      ])
  }

  @Test func `what is in the pantry is left out, unless all is asked for`() throws {
    let kitchen = try stocked()
    try kitchen.does("pantry", "add", "Salt", "onions")
    #expect(try list(kitchen, "Soup").keys.sorted() == ["carrots", "pepper", "stock"])
    let all = try kitchen.does("shop", "Soup", "--all", "--json").json([[String: Any]].self)
    #expect(
      all.filter { $0["inPantry"] as? Bool == true }.compactMap { $0["name"] as? String }.sorted()
        == ["onion", "salt"])
    try kitchen.does("undo")
    #expect(try list(kitchen, "Soup").keys.contains("salt"))
  }

  @Test func `things are ticked off and put into another aisle`() throws {
    let kitchen = try stocked()
    try kitchen.does("week", "add", "today", "Soup", "--now", Self.now)
    try kitchen.does("shop", "tick", "carrot", "--now", Self.now)
    #expect(
      try kitchen.does("shop", "--now", Self.now, "--format", "markdown").output
        .contains("- [x] carrots: 500 g"))
    try kitchen.does("shop", "untick", "carrots", "--now", Self.now)
    try kitchen.does("shop", "aisle", "carrots", "Market")
    let csv = try kitchen.does("shop", "--now", Self.now, "--format", "csv").output
    #expect(csv.contains("Market,carrots,500,g,,Soup,no,no\r\n"))
    let missing = try kitchen.souschef(["shop", "tick", "caviar", "--now", Self.now])
    #expect(missing.code == 1)
    #expect(missing.errors.contains("The shopping list has no \"caviar\"."))
  }

  @Test func `a hostile ingredient breaks no format`() throws {
    let kitchen = try stocked()
    try kitchen.does("dish", "add", "Trap", "--waiting", "1m", "--ingredient", "=HYPERLINK(\"x\")")
    try kitchen.does("shop", "aisle", "HYPERLINK", "=1+1")
    let csv = try kitchen.does("shop", "Trap", "--format", "csv").output
    #expect(!csv.contains("\n="))
    #expect(csv.contains("'=1+1"))
  }
}
