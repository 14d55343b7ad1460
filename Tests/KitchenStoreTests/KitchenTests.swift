import KitchenModel
import Testing

@testable import KitchenStore

struct KitchenTests {
  private let now = Samples.now

  @Test func `a new database has the standard kitchen`() throws {
    #expect(try KitchenStore.inMemory().kitchen() == .standard)
  }

  @Test(arguments: 0..<100)
  func `a random kitchen comes back equal`(seed: Int) throws {
    var random = RandomKitchen(seed: seed)
    let kitchen = random.kitchen()
    let store = try KitchenStore.inMemory()
    #expect(try store.setKitchen(kitchen, at: now))
    #expect(try store.kitchen() == kitchen)
    #expect(try store.setKitchen(kitchen, at: now) == false)
  }

  @Test func `two cooks or two sorts of equipment of one name are refused`() throws {
    let store = try KitchenStore.inMemory()
    #expect(
      throws: Diagnostic(
        .badContent, "The kitchen has two entries for cook \"ANA\".",
        hints: ["Name each once; upper and lower case make no difference."])
    ) { try store.setKitchen(Kitchen(cooks: .named(["Ana", "ANA"])), at: now) }
    #expect(throws: Diagnostic.self) {
      let ovens = [Equipment(name: "oven", count: 1), Equipment(name: "Oven", count: 1)]
      try store.setKitchen(Kitchen(equipment: ovens), at: now)
    }
    #expect(throws: Diagnostic.self) {
      try store.setKitchen(Kitchen(cooks: .named([])), at: now)
    }
    #expect(try store.kitchen() == .standard)
  }
}
