package import JSON
package import KitchenModel

extension JSONValue {
  /// A stored plan, without its steps, as `souschef.plan-summary/1`.
  package init(_ summary: PlanSummary) {
    self = [
      "format": "souschef.plan-summary/1",
      "id": .int(summary.id),
      "meal": .string(summary.meal),
      "status": .string(summary.status.rawValue),
      "objective": .string(summary.objective.rawValue),
      "makespanSeconds": .seconds(summary.makespan),
      "stalenessSeconds": .seconds(summary.hold + summary.hold + summary.standing),
      "holdSeconds": .seconds(summary.hold),
      "standingSeconds": .seconds(summary.standing),
      "startAt": .instant(summary.startAt),
      "serveAt": .instant(summary.serveAt),
      "savedAt": .instant(summary.savedAt),
    ]
  }
}
