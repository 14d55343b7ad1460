import Foundation
import KitchenModel
import MealPlanning
import SouschefCore
import TestSupport
import Testing

/// The kitchens whose optima are known, read as files and planned as `souschef plan --file` does.
@Suite struct KnownKitchenTests {
  /// What is known of a kitchen.
  struct Known: Decodable, Sendable {
    let makespanSeconds: Int
    let stalenessSeconds: Int?
    let inOrderSeconds: Int?
  }

  static let folder = ProcessInfo.processInfo.environment["BENCHMARK_DATA"].map {
    URL(filePath: $0).appending(path: "kitchens")
  }

  static let known: [String: Known] = {
    guard let file = folder?.deletingLastPathComponent().appending(path: "kitchens-staleness.json"),
      let data = try? Data(contentsOf: file)
    else { return [:] }
    return (try? JSONDecoder().decode([String: Known].self, from: data)) ?? [:]
  }()

  /// Twelve dishes take a debug build too long; the end-to-end tests have them.
  static let names = known.keys.filter { !$0.hasPrefix("meal_g12") }.sorted()

  @Test(.enabled(if: !names.isEmpty), arguments: names)
  func `a known kitchen is planned to its optimum`(name: String) throws {
    let folder = try #require(Self.folder)
    let expected = try #require(Self.known[name])
    let bytes = try Data(contentsOf: folder.appending(path: name))
    let workspace = Workspace.unstored
    let request = PlanningRequest(
      names: [], source: .file(SourceFile(name: name, bytes: Array(bytes))),
      timeLimit: .minutes(5))
    let outcome = try PlanMeal(request: request).perform(in: workspace)
    guard case .plan(let plan) = outcome.value.outcome else {
      Issue.record("\(name) has a plan")
      return
    }
    #expect(plan.status == .optimal)
    #expect(plan.makespan.count == expected.makespanSeconds)
    let staleness = plan.servingFigures.staleness.count
    #expect(staleness == expected.stalenessSeconds ?? staleness)
    #expect(plan.inOrder?.count == expected.inOrderSeconds)
  }
}

extension Workspace {
  /// A workspace without a database, at the beginning of time.
  static let unstored = Workspace(
    databasePath: "/nonexistent/souschef.db", now: Instant(epochSeconds: 0), timeZone: .gmt,
    clock: { Instant(epochSeconds: 0) }, wait: { _ in })
}
