import KitchenModel
import SouschefCore
import Testing

/// The changes offered where a meal cannot be cooked are the smallest that make it possible.
@Suite struct ChangeTests {
  private let now = "2026-11-26T12:00:00Z"

  /// A dish with a limit in it, where the limit stands in the file as `@`.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let given: String
    /// The least that is enough, and what is just not.
    let enough: String
    let tooLittle: String
    let sentence: String
  }

  private static let oven = "kitchen: {cooks: 1, equipment: {oven: {count: 1, preheat: 10m}}}\n"

  static let cases = [
    Case(
      testDescription: "a wait before serving",
      file: oven + """
        dishes:
          - name: Tart
            holdMax: @
            steps: [{id: bake, waiting: 30m, uses: {oven: 1}, temperature: 180C}]
          - name: Flan
            holdMax: 5m
            steps: [{id: bake, waiting: 50m, uses: {oven: 1}, temperature: 220C}]
        """,
      given: "10m", enough: "60m", tooLittle: "59m",
      sentence: "If Tart may wait 1 h to be served."),
    Case(
      testDescription: "a distance",
      file: """
        kitchen: {cooks: 1}
        dishes:
          - name: Custard
            steps:
              - {id: heat, waiting: 8m}
              - {id: stir, blocking: 6m, after: [{step: heat, max: 0m}]}
              - {id: whisk, blocking: 4m, after: [{step: heat, max: @}]}
        """,
      given: "2m", enough: "6m", tooLittle: "5m",
      sentence: "If whisk may start 6 min after the end of heat."),
    Case(
      testDescription: "a least distance",
      file: """
        kitchen: {cooks: 1}
        dishes:
          - name: Bread
            steps:
              - {id: knead, blocking: 10m}
              - {id: bake, waiting: 30m, after: [{step: knead, min: @}], notAfter: 13:00}
        """,
      given: "45m", enough: "20m", tooLittle: "21m",
      sentence: "If bake may start 20 min after the end of knead."),
    Case(
      testDescription: "an earliest start",
      file: """
        kitchen: {cooks: 1}
        dishes: [{name: Stew, waiting: 50m, notBefore: @, notAfter: 13:30}]
        """,
      given: "13:00", enough: "12:40", tooLittle: "12:41", sentence: "If Stew may start at 12:40."),
    Case(
      testDescription: "a latest end",
      file: """
        kitchen: {cooks: 1}
        dishes: [{name: Stew, waiting: 50m, notBefore: 13:00, notAfter: @}]
        """,
      given: "13:30", enough: "13:50", tooLittle: "13:49",
      sentence: "If Stew may be over by 13:50."),
  ]

  @Test(arguments: cases)
  func `a change is the least that helps`(item: Case) throws {
    func planned(_ value: String) throws -> PlannedFile {
      try PlannedFile(item.file.replacing("@", with: value), now: now)
    }
    let reasons = try #require(try planned(item.given).infeasibility)
    #expect(reasons.changes.contains(item.sentence), "\(reasons.changes)")
    #expect(try planned(item.enough).plan != nil)
    #expect(try planned(item.tooLittle).plan == nil)
  }

  @Test func `two clashes need two changes`() throws {
    func file(_ first: String, _ second: String) -> String {
      """
      kitchen: {cooks: 2}
      dishes:
        - name: Eggs
          holdMax: \(first)
          steps: [{id: poach, blocking: 8m, cooks: 2}]
        - name: Fish
          holdMax: 0m
          steps: [{id: fry, blocking: 6m, cooks: 2}]
        - {name: Stew, waiting: 50m, notBefore: \(second), notAfter: 13:30}
      """
    }
    let reasons = try #require(try PlannedFile(file("1m", "13:00"), now: now).infeasibility)
    #expect(
      reasons.changes == [
        "If Stew may start at 12:40 and Eggs may wait 6 min to be served."
      ])
    #expect(try PlannedFile(file("6m", "12:40"), now: now).plan != nil)
    #expect(try PlannedFile(file("5m", "12:40"), now: now).plan == nil)
    #expect(try PlannedFile(file("6m", "12:41"), now: now).plan == nil)
  }

  @Test func `a limit that has no part in it is not named`() throws {
    let file = """
      kitchen: {cooks: 1}
      dishes:
        - {name: Rice, waiting: 20m, holdMax: 5m}
        - {name: Stew, waiting: 50m, notBefore: 13:00, notAfter: 13:30}
      """
    let reasons = try #require(try PlannedFile(file, now: now).infeasibility)
    #expect(!(reasons.why + reasons.changes).joined().contains("Rice"))
  }
}
