package import KitchenModel

/// The runs of the history in comma-separated values, a run a line.
package enum RunCSV {
  /// The line of heads.
  package static let head = CSVText.text([
    [
      "id", "startedAt", "meal", "status", "mode", "plannedSeconds", "actualSeconds", "replans",
      "rating", "handsOnSeconds", "elapsedSeconds", "holdSeconds", "bottleneckDish",
      "bottleneckStep", "bottleneckSeconds", "standingSeconds", "stalenessSeconds",
      "plannedHoldSeconds", "plannedStandingSeconds", "plannedStalenessSeconds",
    ]
  ])

  /// Appends the line of a run.
  package static func append(_ run: Run, to text: inout String) {
    let (figures, bottleneck) = (run.figures, run.figures?.bottleneck)
    CSVText.append(
      [
        String(run.id), run.startedAt.iso8601, run.meal, run.status.rawValue, run.mode.rawValue,
        field(run.planned), field(run.actual), String(run.replans),
        run.rating.map(String.init) ?? "", field(figures?.handsOn), field(figures?.elapsed),
        field(figures?.hold), bottleneck?.dish ?? "", bottleneck?.step ?? "",
        field(bottleneck?.length), field(figures?.standing), field(figures?.staleness),
        field(figures?.plannedHold), field(figures?.plannedStanding),
        field(figures?.plannedStaleness),
      ], to: &text)
  }

  private static func field(_ length: Seconds?) -> String {
    length.map { String($0.count) } ?? ""
  }
}
