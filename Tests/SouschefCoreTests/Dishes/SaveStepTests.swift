import KitchenModel
import SouschefCore
import Testing

/// A step of a dish, saved from a form.
@Suite struct SaveStepTests {
  private let kitchen: Workspace

  init() throws {
    kitchen = try Workspace.inMemory()
    var changes = DishChanges()
    changes.steps = try ["peel 12m", "rub 8m", "bake 40m @oven"].map {
      try ReadStep(reading: $0)
    }
    _ = try AddDish(name: "Crumble", changes: changes).perform(in: kitchen)
  }

  private func save(_ action: SaveStep.Action, opened: String? = nil) throws -> ReplaceDish.Result {
    let text = try opened ?? EditedDishText(name: "Crumble").perform(in: kitchen).value
    return try SaveStep(dish: "Crumble", action, opened: text).perform(in: kitchen).value
  }

  private var stored: Dish {
    get throws { try ShowDish(name: "Crumble").perform(in: kitchen).value }
  }

  private func form(_ title: String, after: [String] = []) -> StepForm {
    StepForm(
      title: title, kind: .waiting, duration: Estimate(.minutes(5)), equipment: ["oven"],
      after: after)
  }

  @Test func `a new step stands behind the others and follows what the form says`() throws {
    _ = try save(.add(form("Cool down", after: ["peel", "bake"])))
    let step = try #require(try stored.steps.last)
    #expect(step.id == "cool-down")
    #expect(step.after == [Dependency("peel"), Dependency("bake")])
    #expect(step.ways == [Way(.waiting, Estimate(.minutes(5)), uses: [.init("oven")])])
  }

  @Test func `a changed step keeps its id, and limits of what it still follows`() throws {
    _ = try save(.change("bake", form("Bake well", after: ["rub", "peel"])))
    let step = try stored.steps[2]
    #expect(step.id == "bake" && step.title == "Bake well")
    #expect(step.after == [Dependency("rub"), Dependency("peel")])
  }

  @Test func `what followed a removed step follows what that followed`() throws {
    _ = try save(.remove("rub"))
    #expect(try stored.steps.map(\.id) == ["peel", "bake"])
    #expect(try stored.steps[1].after == [Dependency("peel")])
  }

  @Test func `nothing is saved over a change that the form does not know`() throws {
    let opened = try EditedDishText(name: "Crumble").perform(in: kitchen).value
    _ = try save(.remove("rub"))
    let result = try save(.add(form("Cool")), opened: opened)
    guard case .hasChanged(let difference) = result else {
      Issue.record("the dish had changed")
      return
    }
    #expect(difference.stored == opened)
    #expect(try stored.steps.map(\.id) == ["peel", "bake"])
  }

  @Test func `a step cannot follow itself, and the last one stays`() throws {
    #expect(throws: Diagnostic.self) { try save(.change("peel", form("Peel", after: ["bake"]))) }
    _ = try save(.remove("rub"))
    _ = try save(.remove("peel"))
    #expect(throws: Diagnostic.self) { try save(.remove("bake")) }
    #expect(try stored.steps.map(\.id) == ["bake"])
  }
}
