import KitchenModel
import Testing

@testable import SouschefCore

/// Which step of a run a cook means by what was typed.
struct StepLookupTests {
  private func lookup() throws -> RunLookup {
    func dish(_ name: String, _ steps: [String]) throws -> Dish {
      Dish(
        name: try Name(name),
        steps: steps.map { Step(id: $0, title: $0, Way(.waiting, Estimate(.minutes(10)))) })
    }
    let dishes = [
      try dish("Avocado", ["slice", "chill"]), try dish("Pasta", ["boil"]),
      try dish("Slices of bread", ["toast"]),
    ]
    var steps: [RunStep] = []
    for (place, dish) in dishes.enumerated() {
      for (index, step) in dish.steps.enumerated() {
        steps.append(
          RunStep(
            reference: StepReference(dish: place, step: index), dish: dish.name.text, step: step.id,
            kind: .waiting, status: steps.isEmpty ? .finished : .running, plannedStart: .zero,
            plannedEnd: .minutes(10)))
      }
    }
    let run = Run(
      id: 1, meal: "supper", planID: 1, status: .running, mode: .live, speedThousandths: 1000,
      policy: .replan, startedAt: Instant(epochSeconds: 0), planned: .minutes(10), steps: steps)
    return RunLookup(run: run, menu: Menu(name: "supper", dishes: dishes, kitchen: .standard))
  }

  @Test(arguments: [("avo", 0, 1), ("Avocado/sl", 0, 0), ("pasta", 1, 0)])
  func `a beginning is enough, and what is running comes first`(
    text: String, dish: Int, step: Int
  ) throws {
    #expect(
      try lookup().step(text, preferring: .running) == StepReference(dish: dish, step: step))
  }

  /// The avocado's slicing is over, and the bread's toasting is under way.
  @Test func `what is named by its own name is meant, however it stands`() throws {
    let meant = StepReference(dish: 0, step: 0)
    #expect(try lookup().step("slice", preferring: .running) == meant)
    let toasting = Act.takeOut(StepReference(dish: 2, step: 0))
    #expect(try lookup().done("slice", due: [toasting]) == .step(meant))
  }

  @Test(arguments: ["heat", "oven", "heat the oven", "Heat oven to 180"])
  func `what is due is found by what is to be done`(text: String) throws {
    let heat = Act.heat(
      .init(equipment: "oven", unit: 1, temperature: try Temperature(parsing: "180C")))
    #expect(try lookup().done(text, due: [.serve(course: .zero), heat]) == .act(heat))
    #expect(
      try lookup().done("serve", due: [.serve(course: .zero), heat]) == .act(.serve(course: .zero)))
    #expect(throws: Diagnostic.self) { try lookup().done(text, due: [.serve(course: .zero)]) }
  }

  @Test func `several things that are due are listed`() throws {
    func heat(_ degrees: String) throws -> Act {
      .heat(.init(equipment: "oven", unit: 1, temperature: try Temperature(parsing: degrees)))
    }
    let due = [try heat("180C"), try heat("200C")]
    let fault = #expect(throws: Diagnostic.self) { try lookup().done("oven", due: due) }
    #expect(fault?.message.contains("Heat the oven to 180C") ?? false)
    #expect(try lookup().done("oven 200", due: due) == .act(due[1]))
  }

  @Test(arguments: [
    ("avcado", "Avocado/chill"), ("psta", "Pasta/boil"), ("avocdo/slice", "Avocado/slice"),
    ("soufflé", nil),
  ])
  func `a slip of the finger is met with the nearest name`(text: String, name: String?) throws {
    let lookup = try lookup()
    let fault = #expect(throws: Diagnostic.self) {
      try lookup.step(text, preferring: .running)
    }
    #expect(fault?.failure == .noSuch(.step, text, nearest: name, isEmpty: false))
  }
}
