import KitchenModel
import SouschefCore
import Testing

/// Clock times of a kitchen file over which the clocks are put forward.
@Suite struct SkippedClockTimeTests {
  /// What is refused of a meal served at 10:00 on the morning after the clock in Berlin went from 2:00 to
  /// 3:00, or at another time.
  private func refusal(
    of dish: String, kitchen: String = "{cooks: [Ana]}", served: String = "2026-03-29T08:00:00Z"
  ) throws -> Diagnostic? {
    let text = """
      kitchen: \(kitchen)
      dishes:
        - \(dish)
      """
    do {
      _ = try PlannedFile(
        text, asked: .serve(try PlannedFile.instant(served)), now: "2026-03-28T12:00:00Z",
        zone: "Europe/Berlin")
      return nil
    } catch let refusal as Diagnostic {
      return refusal
    }
  }

  private func fault(_ what: String, line: Int, column: Int) -> Diagnostic {
    Diagnostic(
      .badContent,
      "2026-03-29 02:30, which \(what) asks for, does not exist: the clocks are put forward over it.",
      at: .init(file: "meal.yaml", line: line, column: column),
      hints: ["Choose a time before or after the change."])
  }

  @Test(arguments: [
    (#"{name: A, waiting: 10m, notBefore: "2:30"}"#, "\"notBefore\""),
    (#"{name: A, waiting: 10m, notAfter: 2026-03-29 2:30}"#, "\"notAfter\""),
  ])
  func `one of a dish is refused with its place`(dish: String, what: String) throws {
    #expect(try refusal(of: dish) == fault(what, line: 3, column: 12))
  }

  @Test func `one of a step is refused with its place`() throws {
    let dish = "{name: A, steps: [{id: a, waiting: 5m}, {id: b, waiting: 5m, notAfter: 2:30}]}"
    #expect(try refusal(of: dish) == fault("\"notAfter\"", line: 3, column: 50))
  }

  @Test(arguments: [
    ("from: 2:30, to: 4:00", "\"from\" of Ana's absence"),
    ("from: 1:30, to: 2:30", "\"to\" of Ana's absence"),
    ("from: 2026-03-29 2:30, to: 2026-03-29 4:00", "\"from\" of Ana's absence"),
  ])
  func `one of an absence is refused with its place`(absence: String, what: String) throws {
    let kitchen = "{cooks: [Ana], away: [{cook: Ana, \(absence)}]}"
    #expect(
      try refusal(of: "{name: A, waiting: 10m}", kitchen: kitchen)
        == fault(what, line: 1, column: 32))
  }

  @Test func `an absence that lies wholly behind dinner does not matter`() throws {
    let kitchen = "{cooks: [Ana], away: [{cook: Ana, from: 2:30, to: 4:00}]}"
    #expect(
      try refusal(
        of: "{name: A, waiting: 10m}", kitchen: kitchen, served: "2026-03-28T18:00:00Z") == nil)
  }

  @Test(arguments: ["1:59", "3:00", "3:30"])
  func `times before and after the change are as good as any`(time: String) throws {
    #expect(try refusal(of: "{name: A, waiting: 10m, notBefore: \"\(time)\"}") == nil)
  }

  @Test func `the same time of another day is as good as any`() throws {
    #expect(
      try refusal(
        of: #"{name: A, waiting: 10m, notBefore: "2:30"}"#, served: "2026-03-30T08:00:00Z") == nil)
  }

  @Test func `of a time that the clock shows twice a dated one is the first`() throws {
    let file = try PlannedFile(
      """
      kitchen: {cooks: [Ana]}
      dishes:
        - {name: A, waiting: 10m, notBefore: 2026-10-25 2:30}
      """, asked: .start(try PlannedFile.instant("2026-10-25T00:00:00Z")),
      now: "2026-10-24T12:00:00Z", zone: "Europe/Berlin")
    let plan = try #require(file.plan)
    #expect(plan.start(of: "waiting") == (try PlannedFile.instant("2026-10-25T00:30:00Z")))
  }
}
