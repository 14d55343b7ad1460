import Foundation
import Testing

/// `souschef meal`.
struct MealCommandTests {
  @Test func `a meal is added, shown, changed and removed`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    #expect(
      try kitchen.does("meal", "add", "snack", "pasta", "AVOCADO").lines == [
        "Added snack.", "- Pasta", "- Avocado",
      ])
    #expect(try kitchen.does("meal", "show", "sn").lines == ["snack", "- Pasta", "- Avocado"])
    try kitchen.does("meal", "edit", "snack", "--add", "Meatloaf", "--remove", "Pasta")
    #expect(
      try kitchen.does("meal", "show", "snack").lines == ["snack", "- Avocado", "- Meatloaf"])
    try kitchen.does("meal", "edit", "snack", "Pasta", "--rename", "bite")
    let listed = try kitchen.does("meal", "list", "--json").json([[String: Any]].self)
    #expect(listed.map { $0["name"] as? String } == ["bite", "lunch"])
    #expect(listed.first?["dishes"] as? [String] == ["Pasta"])
    #expect(try kitchen.does("meal", "remove", "bite").lines == ["Removed bite."])
    #expect(try kitchen.does("dish", "show", "Pasta").code == 0)
  }

  @Test func `the same dish twice is cooked twice`() throws {
    let kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "Pizza", "--blocking", "5m", "--waiting", "10m")
    try kitchen.does("meal", "add", "party", "Pizza", "Pizza")
    let plan = try kitchen.does("plan", "party", "--json").json()
    let steps = try #require(plan["steps"] as? [[String: Any]])
    #expect(
      steps.compactMap { $0["dish"] as? String }.sorted() == [
        "Pizza", "Pizza", "Pizza (2)", "Pizza (2)",
      ])
  }

  @Test func `a meal and a dish cannot share a name`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    try kitchen.refuses(
      "meal", "add", "pasta", "Avocado", code: 1,
      saying: """
        souschef: There is already a dish named "Pasta".
        Hint: Choose another name, or change that one with `souschef dish edit "Pasta"`.

        """)
    try kitchen.refuses(
      "dish", "add", "Lunch", "--waiting", "1m", code: 1,
      saying: """
        souschef: There is already a meal named "lunch".
        Hint: Choose another name, or change that one with `souschef meal edit "lunch"`.

        """)
  }

  @Test(arguments: [
    ["add", "snack", "Pasta"], ["edit", "lunch", "--remove", "Avocado"],
    ["edit", "lunch", "--rename", "brunch"], ["remove", "lunch"],
  ])
  func `a dry run changes nothing`(arguments: [String]) throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let before = try kitchen.databaseBytes()
    let finished = try kitchen.souschef(["meal"] + arguments + ["--dry-run"])
    #expect(finished.code == 0)
    #expect(finished.lines.first?.hasSuffix("Nothing was changed.") == true)
    #expect(try kitchen.databaseBytes() == before)
  }
}
