import KitchenModel
import Testing

@testable import KitchenStore

struct DishRepositoryTests {
  private let now = Samples.now

  @Test(arguments: 0..<200)
  func `random dishes come back equal and by name`(seed: Int) throws {
    var random = RandomKitchen(seed: seed)
    let store = try KitchenStore.inMemory()
    var dishes: [Dish] = []
    for number in 0..<random.int(1...6) {
      dishes.append(random.dish(try Name("\(random.word().filter { $0 != "/" }) \(number)")))
    }
    for dish in dishes.shuffled(using: &random.random) { try store.dishes.add(dish, at: now) }
    let stored = try store.dishes.all()
    #expect(try StoredJSON.encode(stored) == StoredJSON.encode(dishes.sorted { $0.name < $1.name }))
    for dish in dishes {
      #expect(try StoredJSON.encode(store.dishes.named(dish.name)) == StoredJSON.encode(dish))
    }
  }

  @Test func `names match without case and Unicode form`() throws {
    let store = try KitchenStore.inMemory()
    try store.dishes.add(Samples.dish("Crème Brûlée"), at: now)
    let found = try store.dishes.named(Name("CRE\u{300}ME bru\u{302}le\u{301}e"))
    #expect(found?.name.text == "Crème Brûlée")
    #expect(try store.dishes.named(Name("Creme")) == nil)
  }

  @Test func `a name that is taken is refused, whoever has it`() throws {
    let store = try KitchenStore.inMemory()
    try store.dishes.add(Samples.dish("Pasta"), at: now)
    try store.meals.add(Samples.meal("lunch", "Pasta"), at: now)
    #expect(
      throws: Diagnostic(.nameTaken(.dish, "Pasta"))
    ) { try store.dishes.add(Samples.dish("PASTA"), at: now) }
    #expect(
      throws: Diagnostic(.nameTaken(.meal, "lunch"))
    ) { try store.dishes.add(Samples.dish("Lunch"), at: now) }
    #expect(throws: Diagnostic.self) {
      try store.meals.add(Samples.meal("pasta", "Pasta"), at: now)
    }
    #expect(try store.dishes.names() == ["Pasta"])
  }

  @Test func `a tag is found in any case`() throws {
    let store = try KitchenStore.inMemory()
    var gratin = try Samples.dish("Gratin")
    gratin.tags = ["Side", "Winter"]
    try store.dishes.add(gratin, at: now)
    try store.dishes.add(Samples.dish("Pasta"), at: now)
    #expect(try store.dishes.all(tag: "sIDE") == [gratin])
    #expect(try store.dishes.all(tag: "summer").isEmpty)
  }

  @Test func `replacing changes everything and keeps the dish in its meals`() throws {
    let store = try KitchenStore.inMemory()
    try store.dishes.add(Samples.dish("Pasta"), at: now)
    try store.meals.add(Samples.meal("lunch", "Pasta", "Pasta"), at: now)
    var random = RandomKitchen(seed: 1)
    let new = random.dish(try Name("pasta"))
    #expect(try store.dishes.replace(new, at: now))
    #expect(try store.dishes.all() == [new])
    #expect(try store.meals.all().map { $0.dishes.map(\.text) } == [["pasta", "pasta"]])
    #expect(try store.dishes.replace(new, at: now) == false)
    #expect(throws: Diagnostic.self) { try store.dishes.replace(Samples.dish("Soup"), at: now) }
  }

  @Test func `a rename carries meals and dependencies along`() throws {
    let store = try KitchenStore.inMemory()
    try store.dishes.add(Samples.dish("Pasta"), at: now)
    var sauce = try Samples.dish("Sauce")
    sauce.steps[0].after = [Dependency(dish: "pasta", "waiting"), Dependency(dish: "Rice", "boil")]
    try store.dishes.add(sauce, at: now)
    try store.meals.add(Samples.meal("lunch", "Pasta", "Sauce"), at: now)
    try store.dishes.rename(Name("PASTA"), to: Name("Penne"), at: now)
    #expect(try store.meals.all() == [Samples.meal("lunch", "Penne", "Sauce")])
    let after = try store.dishes.named(Name("Sauce"))?.steps[0].after.map(\.dish)
    #expect(after == ["Penne", "Rice"])
    try store.dishes.rename(Name("Penne"), to: Name("PENNE"), at: now)
    #expect(try store.dishes.names() == ["PENNE", "Sauce"])
    #expect(throws: Diagnostic.self) {
      try store.dishes.rename(Name("Penne"), to: Name("lunch"), at: now)
    }
  }

  @Test func `a dish that meals have is removed only on demand`() throws {
    let store = try KitchenStore.inMemory()
    for name in ["Pasta", "Salad"] { try store.dishes.add(Samples.dish(name), at: now) }
    try store.meals.add(Samples.meal("lunch", "Pasta", "Salad", "Pasta"), at: now)
    try store.meals.add(Samples.meal("snack", "Pasta"), at: now)
    let before = try store.contents()
    #expect(
      throws: Diagnostic(.dishInMeals("Pasta", ["lunch", "snack"]))
    ) { try store.dishes.remove(Name("pasta"), at: now) }
    #expect(try store.contents() == before)
    let outcome = try store.dishes.remove(Name("pasta"), meals: .takeOut, at: now)
    #expect(outcome.changedMeals.map(\.text) == ["lunch"])
    #expect(outcome.removedMeals.map(\.text) == ["snack"])
    #expect(try store.meals.all() == [Samples.meal("lunch", "Salad")])
    #expect(
      try store.undo(at: now).summary == "removed dish \"Pasta\", also from meal \"lunch\", and "
        + "with it meal \"snack\", which had nothing else")
    #expect(try store.contents() == before)
  }

  @Test func `a text with a NUL is refused, since it would not come back whole`() throws {
    let store = try KitchenStore.inMemory()
    var dish = try Samples.dish("Pasta")
    dish.notes = "al\0dente"
    #expect(throws: Diagnostic.self) { try store.dishes.add(dish, at: now) }
    #expect(try store.dishes.names().isEmpty)
  }
}
