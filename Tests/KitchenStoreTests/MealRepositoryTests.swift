import KitchenModel
import Testing

@testable import KitchenStore

struct MealRepositoryTests {
  private let now = Samples.now

  private func store() throws -> KitchenStore {
    let store = try KitchenStore.inMemory()
    for name in ["Pasta", "Salad", "Soup"] { try store.dishes.add(Samples.dish(name), at: now) }
    return store
  }

  @Test func `a meal keeps its dishes in order, also one that comes twice`() throws {
    let store = try store()
    let meal = try Samples.meal("Feast", "Soup", "Pasta", "soup")
    try store.meals.add(meal, at: now)
    try store.meals.add(Samples.meal("any", "Salad"), at: now)
    #expect(try store.meals.all().map(\.name.text) == ["any", "Feast"])
    #expect(try store.meals.named(Name("FEAST")) == meal)
    #expect(try store.meals.names(withDish: Name("soup")) == ["Feast"])
  }

  @Test func `a meal of dishes that are not stored, or of none, is refused`() throws {
    let store = try store()
    #expect(
      throws: Diagnostic(
        .couldNotBeDone, "The meal \"tea\" names a dish \"Cake\" that is not stored.",
        hints: [.advice(.addDishFirst)])
    ) { try store.meals.add(Samples.meal("tea", "Soup", "Cake"), at: now) }
    #expect(
      throws: Diagnostic(
        .badContent, "The meal \"tea\" has no dishes.", hints: ["Name at least one dish."])
    ) { try store.meals.add(Samples.meal("tea"), at: now) }
    #expect(try store.meals.names().isEmpty)
  }

  @Test func `meals are replaced, renamed and removed`() throws {
    let store = try store()
    try store.meals.add(Samples.meal("lunch", "Soup"), at: now)
    #expect(try store.meals.replace(Samples.meal("lunch", "Soup"), at: now) == false)
    #expect(try store.meals.replace(Samples.meal("Lunch", "Pasta", "Soup"), at: now))
    try store.meals.rename(Name("lunch"), to: Name("dinner"), at: now)
    #expect(try store.meals.all() == [Samples.meal("dinner", "Pasta", "Soup")])
    #expect(throws: Diagnostic.self) {
      try store.meals.rename(Name("dinner"), to: Name("Soup"), at: now)
    }
    try store.meals.remove(Name("dinner"), at: now)
    #expect(try store.meals.all().isEmpty)
    #expect(
      throws: Diagnostic(.noSuch(.meal, "dinner", nearest: nil, isEmpty: false))
    ) { try store.meals.remove(Name("dinner"), at: now) }
  }
}
