import Foundation
import KitchenModel
import Testing

@testable import SouschefCore

/// What a clock time means that a cook gives for something that is over.
struct BackdatedPressTests {
  private static let bake = StepReference(dish: 0, step: 0)

  /// The midnight before 27 November 2026.
  private static let midnight = Instant(epochSeconds: 1795737600)
  private static let present = midnight + Seconds(1210)

  /// What is said at 00:20:10 of a run that began at 23:50:30, and of whose step the start is known.
  private func elapsed(_ text: String, start: Int = 0) throws -> Int {
    var workspace = Workspace.unstored
    workspace.timeZone = .gmt
    workspace.clock = { Self.present }
    let bread = Dish(
      name: try Name("Bread"),
      steps: [Step(id: "bake", title: "Bake", Way(.waiting, Estimate(.minutes(40))))])
    let run = Run(
      id: 1, meal: "bread", planID: 1, status: .running, mode: .live, speedThousandths: 1000,
      policy: .replan, startedAt: Self.midnight + Seconds(-570), planned: .minutes(40),
      steps: [
        RunStep(
          reference: Self.bake, dish: "Bread", step: "bake", kind: .waiting, status: .running,
          plannedStart: .zero, plannedEnd: .minutes(40), actualStart: Seconds(start))
      ])
    let menu = Menu(name: "bread", dishes: [bread], kitchen: .standard)
    return try RunLookup(run: run, menu: menu)
      .elapsed(at: try ClockTime(parsing: text), of: Self.bake, workspace).count
  }

  @Test(arguments: [
    ("23:55", 270), ("0:05", 870), ("00:20", 1770), ("23:51", 30),
    ("23:50:45", 15), ("2026-11-27 00:10", 1170),
  ])
  func `a time is the last one that is not after now`(text: String, expected: Int) throws {
    #expect(try elapsed(text) == expected)
  }

  @Test func `the minute in which a step began is its start`() throws {
    #expect(try elapsed("23:50") == 0)
    #expect(try elapsed("23:58", start: 480) == 480)
    #expect(try elapsed("23:57", start: 480) == 390)
  }

  @Test(arguments: ["23:49", "00:21", "18:00"])
  func `a time before the run began, or still to come, is refused`(text: String) {
    let refusal = Diagnostic(
      .couldNotBeDone, "\(text) is outside this run.",
      hints: ["Give a time between its start and now."])
    #expect(throws: refusal) { try elapsed(text) }
  }
}
