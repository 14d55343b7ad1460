import KitchenModel
import SouschefCore
import Testing

/// Dishes: added, edited, renamed, removed, listed.
@Suite struct DishUseCaseTests {
  private let kitchen: Workspace

  init() throws { kitchen = try Workspace.inMemory() }

  @Test func `a dish that was added is there under any case`() throws {
    let tea = try kitchen.add("Tea", waiting: 5)
    #expect(try ShowDish(name: "tEA").perform(in: kitchen).value == tea)
    #expect(try ListDishes().perform(in: kitchen).value.map(\.name.text) == ["Tea"])
  }

  @Test func `a name is taken once`() throws {
    try kitchen.add("Tea", waiting: 5)
    #expect(throws: Diagnostic(.nameTaken(.dish, "Tea"))) { try kitchen.add("TEA", waiting: 6) }
  }

  @Test func `what is rehearsed is not stored`() throws {
    var changes = DishChanges()
    changes.waiting = Estimate(.minutes(5))
    _ = try AddDish(name: "Tea", changes: changes, rehearsing: .dryRun).perform(in: kitchen)
    #expect(try ListDishes().perform(in: kitchen).value.isEmpty)
  }

  @Test func `an edit says whether anything changed`() throws {
    try kitchen.add("Tea", waiting: 5)
    var changes = DishChanges()
    changes.waiting = Estimate(.minutes(5))
    let same = try EditDish(name: "Tea", changes: changes).perform(in: kitchen).value
    guard case .unchanged = same else {
      Issue.record("nothing differs")
      return
    }
    changes.waiting = Estimate(.minutes(6))
    let other = try EditDish(name: "Tea", changes: changes).perform(in: kitchen).value
    guard case .changed(let dish) = other else {
      Issue.record("a minute differs")
      return
    }
    #expect(try ShowDish(name: "Tea").perform(in: kitchen).value == dish)
  }

  @Test func `editing what is not there names what is near`() throws {
    try kitchen.add("Pasta", waiting: 5)
    #expect(throws: Diagnostic(.noSuch(.dish, "Pasat", nearest: "Pasta", isEmpty: false))) {
      try EditDish(name: "Pasat", changes: DishChanges()).perform(in: kitchen)
    }
  }

  @Test func `a meal in the place of a dish is told by its dishes`() throws {
    try kitchen.add("Tea", waiting: 5)
    _ = try AddMeal(name: "break", dishes: ["Tea"]).perform(in: kitchen)
    let fault = Diagnostic(
      .usage, "\"break\" is a meal, not a dish.", hints: ["Name its dishes: \"Tea\""])
    #expect(throws: fault) { try AddMeal(name: "day", dishes: ["Break"]).perform(in: kitchen) }
    #expect(throws: fault) { try EditMeal(name: "break", adding: ["break"]).perform(in: kitchen) }
  }

  @Test func `a dish of a meal is removed only with its leave, and undo brings both back`() throws {
    try kitchen.add("Tea", waiting: 5)
    _ = try AddMeal(name: "break", dishes: ["Tea"]).perform(in: kitchen)
    #expect(throws: Diagnostic(.dishInMeals("Tea", ["break"]))) {
      try RemoveDish(name: "Tea").perform(in: kitchen)
    }
    _ = try RemoveDish(name: "Tea", fromMeals: .takeOut).perform(in: kitchen)
    #expect(try ListMeals().perform(in: kitchen).value.isEmpty)
    _ = try UndoChange().perform(in: kitchen)
    #expect(try ListMeals().perform(in: kitchen).value.map(\.name.text) == ["break"])
    #expect(try ListDishes().perform(in: kitchen).value.map(\.name.text) == ["Tea"])
  }

  @Test func `a new name carries the meals along`() throws {
    try kitchen.add("Tea", waiting: 5)
    _ = try AddMeal(name: "break", dishes: ["Tea"]).perform(in: kitchen)
    _ = try RenameDish(name: "Tea", newName: "Green tea").perform(in: kitchen)
    let meal = try #require(try ListMeals().perform(in: kitchen).value.first)
    #expect(meal.dishes.map(\.text) == ["Green tea"])
  }
}
