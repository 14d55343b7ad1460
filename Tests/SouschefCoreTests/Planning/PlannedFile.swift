import Foundation
import KitchenModel
import SouschefCore

/// What planning a kitchen file gives, at a moment in a zone.
struct PlannedFile {
  /// The plan, or why there is none.
  let outcome: PlannedMeal.PlanOutcome
  /// What the cook hears besides.
  let remarks: [Diagnostic]

  /// Plans the text of a kitchen file.
  ///
  /// - Throws: ``Diagnostic``; a fault of the test where a moment cannot be read.
  init(
    _ text: String, names: [String] = [], asked: TimeAsked = .none, now: String,
    zone: String = "UTC", trying: PlanMeal.Trying = .nothing
  ) throws {
    var workspace = Workspace.unstored
    workspace.now = try Self.instant(now)
    workspace.timeZone = TimeZone(identifier: zone) ?? .gmt
    let request = PlanningRequest(
      names: names, source: .file(SourceFile(name: "meal.yaml", bytes: Array(text.utf8))),
      anchor: asked, timeLimit: .minutes(5))
    let planned = try PlanMeal(request: request, trying: trying).perform(in: workspace)
    outcome = planned.value.outcome
    remarks = planned.remarks
  }

  /// The plan; nil where there is none.
  var plan: Plan? {
    if case .plan(let plan) = outcome { plan } else { nil }
  }

  /// Why there is none, with the changes that would help; nil for a plan.
  var infeasibility: Infeasibility? {
    if case .infeasible(let reasons) = outcome { reasons } else { nil }
  }

  /// An instant as ISO 8601 writes it.
  static func instant(_ text: String) throws -> Instant {
    guard let instant = Instant(iso8601: text) else { throw NoInstant(text: text) }
    return instant
  }

  private struct NoInstant: Error {
    let text: String
  }
}

extension Plan {
  /// The instant at which a step starts.
  func start(of step: String) -> Instant? {
    guard let startAt, let planned = steps.first(where: { menu[$0.reference].id == step }) else {
      return nil
    }
    return startAt + planned.start
  }
}
