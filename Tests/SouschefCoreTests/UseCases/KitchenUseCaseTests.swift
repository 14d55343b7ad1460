import KitchenModel
import SouschefCore
import Testing

/// The kitchen: shown, changed, taken back.
@Suite struct KitchenUseCaseTests {
  private let kitchen: Workspace

  init() throws { kitchen = try Workspace.inMemory() }

  @Test func `what is not named stays`() throws {
    let before = try ShowKitchen().perform(in: kitchen).value
    let changes = KitchenChanges(cooks: .count(2))
    let after = try SetKitchen(changes: changes).perform(in: kitchen).value.value
    #expect(after.cooks == .count(2))
    #expect(after.equipment == before.equipment)
    #expect(try ShowKitchen().perform(in: kitchen).value == after)
  }

  @Test func `setting what is already like that says so`() throws {
    let before = try ShowKitchen().perform(in: kitchen).value
    let same = try SetKitchen(changes: KitchenChanges(cooks: before.cooks)).perform(in: kitchen)
    guard case .unchanged = same.value else {
      Issue.record("nothing differs")
      return
    }
  }

  @Test func `a change can be undone, and then nothing can`() throws {
    let before = try ShowKitchen().perform(in: kitchen).value
    _ = try SetKitchen(changes: KitchenChanges(equipment: [("oven", 0, nil)])).perform(in: kitchen)
    _ = try UndoChange().perform(in: kitchen)
    #expect(try ShowKitchen().perform(in: kitchen).value == before)
    #expect(throws: Diagnostic.self) { try UndoChange().perform(in: kitchen) }
  }

  @Test func `taking away what dishes need is said`() throws {
    for name in ["Bread", "Cake"] {
      var changes = DishChanges()
      changes.steps = [try ReadStep(reading: "bake 30m @oven")]
      _ = try AddDish(name: name, changes: changes).perform(in: kitchen)
    }
    let changes = KitchenChanges(equipment: [("oven", 0, nil), ("burner", 0, nil)])
    let remarks = try SetKitchen(changes: changes).perform(in: kitchen).remarks
    let warning = "\"Bread\" and 1 more need the oven, and cannot be planned without it."
    #expect(remarks.map(\.message) == [warning])
  }

  @Test func `who needs what is taken away is counted under all its names`() throws {
    for (name, step) in [("Soup", "boil 30m @hob"), ("Gravy", "stir 5m @burner")] {
      var changes = DishChanges()
      changes.steps = [try ReadStep(reading: step)]
      _ = try AddDish(name: name, changes: changes).perform(in: kitchen)
    }
    let remarks = try SetKitchen(changes: KitchenChanges(equipment: [("burner", 0, nil)]))
      .perform(in: kitchen).remarks
    #expect(
      remarks.map(\.message) == [
        "\"Gravy\" and 1 more need the burner, and cannot be planned without it."
      ])
  }

  @Test func `another name of what there is says that it was the same thing`() throws {
    let remarks = try SetKitchen(changes: KitchenChanges(equipment: [("hob", 4, nil)]))
      .perform(in: kitchen).remarks
    #expect(
      remarks.map(\.message) == [
        "\"hob\" is new, beside \"burner\"; until now they were one thing."
      ])
  }

  @Test func `equipment that is not there has no preheat`() throws {
    let changes = KitchenChanges(preheat: [("kiln", .minutes(10))])
    #expect(throws: Diagnostic.self) { try SetKitchen(changes: changes).perform(in: kitchen) }
  }
}
