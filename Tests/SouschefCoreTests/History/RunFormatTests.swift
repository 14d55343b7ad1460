import Foundation
import KitchenModel
import Rendering
import SouschefCore
import TestSupport
import Testing

/// A run in every format has the figures of its plan.
struct RunFormatTests {
  private static let clock = LocalClock(.gmt)

  /// The dinner party, a meal of three courses, planned and cooked in no time as planned.
  private static let dinnerParty = Task { try await cooked() }

  private static func cooked() async throws -> (plan: Plan, shown: ShownRun) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var workspace = try Workspace.inMemory()
    // A run's lock lies beside the database, wherever that is.
    workspace.databasePath = folder.appending(path: "souschef.db").path()
    let path = URL(filePath: #filePath).appending(path: "../../../../Examples/dinner-party.yaml")
    let bytes = try Data(contentsOf: path.standardized)
    let file = SourceFile(name: "dinner-party.yaml", bytes: Array(bytes))
    let request = PlanningRequest(names: [], source: .file(file), timeLimit: .minutes(5))
    guard
      case .plan(let plan) = try PlanMeal(request: request).perform(in: workspace).value.outcome
    else { throw NoPlan() }
    let id = try SavePlan(plan).perform(in: workspace).value
    let result = try await CookMeal(request: CookRequest(.plan(id), clock: .simulated))
      .perform(in: workspace, observer: Silence())
    guard case .cooked(let run) = result else { throw NoPlan() }
    return (plan, try ShowRun(id: run.id).perform(in: workspace).value)
  }

  private struct NoPlan: Error {}

  private struct Silence: RunObserver {
    func didRecord(_ event: RunEvent, of run: Int, cooking menu: Menu) {}
    func didRemark(_ remark: Diagnostic) {}
  }

  @Test func `the dinner party as it was cooked has the figures of its plan in every format`()
    async throws
  {
    let (plan, shown) = try await Self.dinnerParty.value
    let length = plan.makespan.spokenText
    #expect(Set(plan.menu.courses).count == 3)
    for format in RunFormat.allCases {
      let content = try format.content(
        of: shown, clock: Self.clock, now: shown.run.startedAt, width: 120)
      let text =
        switch content {
        case .plain(let text): text
        case .styled(let text): text.plainText
        }
      switch format {
      case .table, .gantt, .svg, .markdown, .html:
        #expect(
          text.replacing("\n  ", with: " ").localizedCaseInsensitiveContains(
            "planned \(length), took \(length) (on time)"), "\(format): \(text)")
      case .json:
        let figures = [
          ("actual", plan.makespan), ("hold", plan.hold), ("staleness", plan.staleness),
          ("handsOn", plan.handsOn),
        ]
        for (name, length) in figures {
          #expect(text.contains("\"\(name)Seconds\": \(length.count),"), "\(name)")
        }
      case .csv:
        for step in plan.steps {
          let name =
            "\(plan.menu.dishes[step.reference.dish].label),\(plan.menu[step.reference].id)"
          let row = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix(name + ",") }
          let times = "\(step.start.count),\(step.end.count),\(step.start.count),\(step.end.count)"
          #expect(row?.contains(times) == true, "\(name)")
        }
      case .ics, .mermaid:
        for course in plan.menu.courses {
          let instant = shown.run.startedAt + plan.makespan + course
          let moment = String(Instant(epochSeconds: instant.epochSeconds).iso8601.dropLast())
          let stamp = moment.filter { $0 != "-" && $0 != ":" }
          let expected = format == .ics ? "DTSTART:\(stamp)Z\r\nSUMMARY:Serve" : "\(moment), 0s"
          #expect(text.contains(expected), "\(format): \(text)")
        }
        for step in plan.steps {
          let end = shown.run.startedAt + step.end
          let moment = String(Instant(epochSeconds: end.epochSeconds).iso8601.dropLast())
          let stamp = moment.filter { $0 != "-" && $0 != ":" }
          #expect(text.contains(format == .ics ? "DTEND:\(stamp)Z" : moment), "\(format)")
        }
      }
    }
  }

  @Test func `a course of which nobody said that it was served is reported as ready`() async throws
  {
    var (plan, shown) = try await Self.dinnerParty.value
    let served = shown.servings.map(\.at)
    #expect(served == plan.menu.courses.map { plan.makespan + $0 })
    shown.served = [:]
    #expect(shown.servings.map(\.at) == served)
  }

  @Test(arguments: [RunFormat.ics, .mermaid])
  func `a run of which nothing was cooked makes no calendar and no chart`(
    format: RunFormat
  ) async throws {
    var (_, shown) = try await Self.dinnerParty.value
    for index in shown.run.steps.indices { shown.run.steps[index].actualStart = nil }
    #expect(throws: Diagnostic(.nothingCooked(run: shown.run.id, plan: shown.run.planID))) {
      try format.content(of: shown, clock: Self.clock, now: shown.run.startedAt)
    }
  }
}
