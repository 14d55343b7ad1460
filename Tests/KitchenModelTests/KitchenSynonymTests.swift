import KitchenModel
import Testing

/// What a dish calls a hob and the kitchen a burner is one thing.
struct KitchenSynonymTests {
  private func dish(_ uses: Way.Use...) throws -> Dish {
    var dish = Dish(name: try Name("Pasta"))
    dish.steps = [
      Step(id: "boil", title: "Boil", Way(.waiting, Estimate(.minutes(10)), uses: uses))
    ]
    return dish
  }

  @Test(arguments: ["hob", "Stove", "COOKTOP", "cooker", "burner"], ["burner", "Hob", "stove"])
  func `a meal has the kitchen's own name for it`(asked: String, owned: String) throws {
    let kitchen = Kitchen(equipment: [Equipment(name: owned, count: 4)])
    let menu = Menu(name: "", dishes: [try dish(Way.Use(asked, units: 2))], kitchen: kitchen)
    #expect(menu.findings.isEmpty)
    let use = try #require(menu.dishes[0].dish.steps[0].ways[0].uses.first)
    #expect(Name.key(of: use.equipment) == Name.key(of: owned) && use.units == 2)
  }

  @Test func `what a kitchen has under another name it has`() throws {
    #expect(Kitchen.standard.findings(in: [try dish(Way.Use("stove"))]).isEmpty)
    #expect(Kitchen().findings(in: [try dish(Way.Use("stove"))]).count == 1)
  }

  @Test func `a kitchen that has both tells them apart`() throws {
    let kitchen = Kitchen(
      equipment: [Equipment(name: "burner", count: 1), Equipment(name: "hob", count: 1)])
    #expect(kitchen.ownName(ofEquipment: "hob") == "hob")
    #expect(kitchen.ownName(ofEquipment: "stove") == "burner")
  }

  @Test func `two names of one thing in a step become one use`() throws {
    let kitchen = Kitchen(equipment: [Equipment(name: "burner", count: 4)])
    let pasta = kitchen.naming(try dish(Way.Use("hob"), Way.Use("stove", units: 2)))
    #expect(pasta.steps[0].ways[0].uses == [Way.Use("burner", units: 3)])
  }

  @Test func `what a kitchen lacks under every name is left`() throws {
    #expect(Kitchen().ownName(ofEquipment: "hob") == "hob")
    #expect(Kitchen.standard.ownName(ofEquipment: "smoker") == "smoker")
  }
}
