import Foundation
import KitchenModel
import KitchenStore
import MealExecution
import TestSupport
import Testing

@testable import SouschefCore

/// A kitchen whose steps take times around lengths that the program is never told, with a spread of
/// a fifth; what is stored is off by up to a third.
final class HiddenKitchen {
  /// What a step takes in the mean, in seconds, by dish and step.
  let truths: [[Double]]
  private let dishes: [Dish]
  private var numbers: SplitMix
  private let folder: URL

  init(seed: Int, dishes count: Int, steps: Int) throws {
    var numbers = SplitMix(seed: seed)
    truths = (0..<count).map { _ in (0..<steps).map { _ in 240 + numbers.fraction() * 2160 } }
    dishes = try truths.enumerated().map { dish, lengths in
      Dish(
        name: try Name("Dish \(dish + 1)"),
        steps: lengths.enumerated().map { step, length in
          let stored = Int((length * (0.67 + numbers.fraction() * 0.66)).rounded())
          let kind: Way.Kind = numbers.fraction() < 0.5 ? .blocking : .waiting
          let after = step == 0 ? [] : [Dependency("step-\(step)")]
          return Step(
            id: "step-\(step + 1)", title: "Step \(step + 1)",
            Way(kind, Estimate(Seconds(stored))), after: after)
        })
    }
    self.numbers = numbers
    folder = FileManager.default.temporaryDirectory.appending(path: "hidden-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let store = try KitchenStore.open(at: workspace.databasePath, for: .writing)
    try store.change(at: workspace.now) { change in for dish in dishes { try change.add(dish) } }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var workspace: Workspace {
    Workspace(
      databasePath: folder.appending(path: "souschef.db").path, now: Instant(epochSeconds: 0),
      timeZone: .gmt, clock: { Instant(epochSeconds: 0) }, wait: { _ in })
  }

  /// How long a step takes this time.
  ///
  /// Twelve even numbers add up to nearly a normal one.
  func trueLength(_ dish: Int, _ step: Int) -> Int {
    let normal = (0..<12).reduce(-6.0) { sum, _ in sum + numbers.fraction() }
    return max(1, Int((truths[dish][step] * (1 + 0.2 * normal)).rounded()))
  }

  /// Imports live runs that a cook ended step by step.
  func cook(times: Int) throws {
    let lines = (1...times).map { number in
      let steps = dishes.enumerated().flatMap { dish, value in
        var (planned, actual) = (0, 0)
        return value.steps.enumerated().map { step, stored in
          let (length, took) = (
            stored.ways[0].duration.likely.count, trueLength(dish, step)
          )
          defer { (planned, actual) = (planned + length, actual + took) }
          return """
            {"dish": "\(value.name.text)", "step": "\(stored.id)", \
            "kind": "\(stored.ways[0].kind.rawValue)", "plannedStartSeconds": \(planned), \
            "plannedEndSeconds": \(planned + length), "actualStartSeconds": \(actual), \
            "actualEndSeconds": \(actual + took), "endedBy": "cook"}
            """
        }
      }
      let day = number < 10 ? "0\(number)" : "\(number)"
      return """
        {"format": "souschef.run/1", "meal": "dinner", "startedAt": "2026-01-\(day)T18:00:00Z", \
        "steps": [\(steps.joined(separator: ", "))]}
        """
    }
    let file = SourceFile(name: "history.jsonl", bytes: Array(lines.joined(separator: "\n").utf8))
    _ = try ImportHistory(file).perform(in: workspace)
  }

  /// True lengths for every step of one meal.
  func truth() -> TrueDurations {
    var lengths: [StepReference: Seconds] = [:]
    for dish in truths.indices {
      for step in truths[dish].indices {
        lengths[StepReference(dish: dish, step: step)] = Seconds(trueLength(dish, step))
      }
    }
    return TrueDurations(lengths)
  }

  /// The best plan with learned estimates.
  func plan() throws -> Plan {
    let request = PlanningRequest(names: dishes.map(\.name.text), estimates: .learned)
    let outcome = try PlanMeal(request: request).perform(in: workspace).value.outcome
    guard case .plan(let plan) = outcome else { throw Unplanned() }
    return plan
  }

  private struct Unplanned: Error {}
}
