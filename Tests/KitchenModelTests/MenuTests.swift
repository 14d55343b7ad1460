import KitchenModel
import Testing

struct MenuTests {
  private func dish(_ name: String, _ steps: Step...) throws -> Dish {
    Dish(name: try Name(name), steps: steps)
  }

  private func step(_ id: String, after: [Dependency] = []) -> Step {
    Step(id: id, title: id, Way(.waiting, Estimate(.minutes(5))), after: after)
  }

  @Test func `a dish that comes again has a number`() throws {
    let (pizza, pasta) = (try dish("Pizza", step("bake")), try dish("Pasta", step("boil")))
    let menu = Menu(name: "dinner", dishes: [pizza, pasta, pizza, pizza], kitchen: .standard)
    #expect(menu.dishes.map(\.label) == ["Pizza", "Pasta", "Pizza (2)", "Pizza (3)"])
    #expect(menu.stepReferences.map(\.dish) == [0, 1, 2, 3])
    #expect(menu[StepReference(dish: 1, step: 0)].id == "boil")
  }

  @Test func `a dependency leads to the dish's own step or to another dish's`() throws {
    let roast = try dish("Roast", step("rest"))
    let gravy = try dish(
      "Gravy", step("rest"),
      step("stir", after: [Dependency("rest"), Dependency(dish: "roast", "REST")])
    )
    let menu = Menu(name: "dinner", dishes: [roast, gravy, gravy], kitchen: .standard)
    let stir = StepReference(dish: 2, step: 1)
    let targets = menu[stir].after.map { menu.target(of: $0, from: stir) }
    #expect(targets == [StepReference(dish: 2, step: 0), StepReference(dish: 0, step: 0)])
    #expect(menu.findings.isEmpty)
    let own = Dependency(dish: "Gravy", "rest")
    #expect(menu.target(of: own, from: stir) == StepReference(dish: 2, step: 0))
    #expect(menu.target(of: Dependency(dish: "Soup", "rest"), from: stir) == nil)
  }
}
