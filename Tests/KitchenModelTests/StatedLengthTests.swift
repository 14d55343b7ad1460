import Testing

@testable import KitchenModel

/// Whether a title says how long its step takes.
struct StatedLengthTests {
  @Test(
    arguments: [
      ("Simmer for 35 minutes", 2100), ("35 Minuten köcheln", 2100), ("Bake 1 h 30", 5400),
      ("Bake (1 hour 30 minutes), covered", 5400), ("Rest 90s", 90),
      ("Boil 4 eggs 10 min.", 600),
    ])
  func `it says so`(title: String, seconds: Int) { #expect(Seconds(seconds).isStated(in: title)) }

  @Test(
    arguments: [
      ("Simmer for 35 minutes", 2400), ("Boil 4 eggs", 240), ("Bake", 600), ("", 600),
      ("Simmer 30-35 minutes", 1980), ("Fry 10", 600),
    ])
  func `it does not`(title: String, seconds: Int) { #expect(!Seconds(seconds).isStated(in: title)) }

  @Test func `an act says a length once`() throws {
    let stew = Dish(
      name: try Name("Stew"),
      steps: [
        Step(id: "simmer", title: "Simmer for 35 minutes", Way(.waiting, Estimate(.minutes(35)))),
        Step(id: "rest", title: "Rest", Way(.waiting, Estimate(.minutes(5)))),
      ])
    let menu = Menu(name: "Stew", dishes: [stew], kitchen: Kitchen())
    func imperative(_ step: Int, _ minutes: Int) -> String {
      let reference = StepReference(dish: 0, step: step)
      return menu.imperative(
        .putIn(reference),
        PlannedStep(reference, kind: .waiting, start: .zero, end: .minutes(minutes)))
    }
    #expect(imperative(0, 35) == "Start Simmer for 35 minutes (Stew)")
    #expect(imperative(0, 40) == "Start Simmer for 35 minutes (Stew), 40 min")
    #expect(imperative(1, 5) == "Start Rest (Stew), 5 min")
  }
}
