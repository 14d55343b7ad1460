import KitchenModel
import SouschefCore
import Testing

/// Changes to single steps of a dish.
struct StepEditTests {
  private func crumble() throws -> Dish {
    var dish = Dish(name: try Name("Crumble"))
    var changes = DishChanges()
    changes.steps = try ["peel 12m", "rub 8m", "bake 40m @oven", "cool 10m"].map {
      try ReadStep(reading: $0)
    }
    try changes.apply(to: &dish)
    return dish
  }

  private func edited(_ edits: StepEdit...) throws -> Dish {
    var dish = try crumble()
    var changes = DishChanges()
    changes.stepEdits = edits
    try changes.apply(to: &dish)
    return dish
  }

  @Test func `a word of its title names a step, unless several have it`() throws {
    var dish = Dish(name: try Name("Gratin"))
    var changes = DishChanges()
    changes.steps = try ["peel the potatoes 12m", "slice the potatoes 8m", "bake gratin 40m @oven"]
      .map { try ReadStep(reading: $0) }
    try changes.apply(to: &dish)
    #expect(try dish.place(ofStep: "slice") == 1)
    #expect(try dish.place(ofStep: "Gratin") == 2)
    #expect(try dish.place(ofStep: "3") == 2)
    let fault = try #require(throws: UnknownStep.self) { try dish.place(ofStep: "potatoes") }
    #expect(fault.message == "\"potatoes\" fits several steps of \"Gratin\".")
    #expect(
      fault.hint == "Name one by its number: 1 Peel the potatoes and 2 Slice the potatoes.")
  }

  @Test func `what followed a replaced step follows the new one`() throws {
    let dish = try edited(.replace(step: "2", with: ReadStep(reading: "mix 5m")))
    #expect(dish.steps.map(\.title) == ["Peel", "Mix", "Bake", "Cool"])
    #expect(dish.steps.map(\.id) == ["peel", "mix", "bake", "cool"])
    #expect(dish.steps[2].after == [Dependency("mix")])
    #expect(dish.steps[1].after == [Dependency("peel")])
  }

  @Test func `a step that gets another length alone keeps its name`() throws {
    let dish = try edited(.replace(step: "BAKE", with: ReadStep(reading: "waiting 45m @oven")))
    #expect(dish.steps[2].id == "bake" && dish.steps[2].title == "Bake")
    #expect(dish.steps[2].ways[0].duration == Estimate(.minutes(45)))
  }

  @Test(arguments: [
    ("45m", "bake", 45, Way.Kind.waiting, ["oven"]),
    ("bake 50m", "bake", 50, .waiting, ["oven"]),
    ("hands-on 3m", "bake", 3, .blocking, ["oven"]),
    ("waiting 20m @burner", "bake", 20, .waiting, ["burner"]),
    ("grill 5m @burner", "grill", 5, .blocking, ["burner"]),
  ])
  func `what a line does not say stays as it was`(
    line: String, id: String, minutes: Int, kind: Way.Kind, uses: [String]
  ) throws {
    let step = try edited(.replace(step: "bake", with: ReadStep(changing: line))).steps[2]
    #expect(step.id == id)
    #expect(step.ways[0].duration == Estimate(.minutes(minutes)))
    #expect(step.ways[0].kind == kind)
    #expect(step.ways[0].uses.map(\.equipment) == uses)
  }

  @Test func `what followed a removed step follows what that followed`() throws {
    let dish = try edited(.remove(step: "2"))
    #expect(dish.steps.map(\.id) == ["peel", "bake", "cool"])
    #expect(dish.steps[1].after == [Dependency("peel")])
  }

  @Test func `numbers are those before any of the changes`() throws {
    let dish = try edited(
      .remove(step: "1"), .remove(step: "4"),
      .replace(step: "3", with: ReadStep(reading: "fry 3m")),
      .add(ReadStep(reading: "serve 1m")))
    #expect(dish.steps.map(\.id) == ["rub", "fry", "serve"])
    #expect(dish.steps.map(\.after) == [[], [Dependency("rub")], [Dependency("fry")]])
  }

  @Test(arguments: ["0", "5", "bakke", ""])
  func `a step that is not there is refused`(name: String) {
    #expect(throws: Diagnostic.self) { try edited(.remove(step: name)) }
  }
}
