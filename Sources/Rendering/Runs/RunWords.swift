import JSON
package import KitchenModel

/// Says in words how a run was done and how it differs from its plan.
package enum RunWords {
  /// `live`, `60x`, `simulated`.
  static func mode(_ run: Run) -> String {
    run.mode == .scaled ? "\(speed(run))x" : run.mode.rawValue
  }

  /// `live`, `60 times as fast`, `simulated`.
  package static func modeInWords(_ run: Run) -> String {
    run.mode == .scaled ? "\(speed(run)) times as fast" : run.mode.rawValue
  }

  private static func speed(_ run: Run) -> String {
    JSONValue.decimal(units: run.speedThousandths, places: 3).compactText
  }

  /// `Planned 1 h 47, took 1 h 50 (+3 min)`, or `ended after 5 min` where nothing was served; how long was
  /// planned alone where it is not over.
  static func lengths(_ run: Run) -> String {
    let planned = "Planned \(run.planned.spokenText)"
    guard let actual = run.actual else { return planned }
    // What nobody ate was neither early nor late.
    guard run.status == .finished else { return "\(planned), ended after \(actual.spokenText)" }
    return "\(planned), took \(actual.spokenText) (\(deviation(actual, from: run.planned)))"
  }

  /// How much work it was, and how long food waited and stood; nil of a run that did not get to serving.
  static func figures(_ run: Run) -> String? {
    guard run.status == .finished else { return nil }
    return run.figures.map(RunCard.sentence)
  }

  /// `Gratin/bake`, safe for a terminal.
  static func name(_ step: RunFigures.Bottleneck) -> String {
    TerminalText.sanitized("\(step.dish)/\(step.step)")
  }

  /// `+2 min`, `-30 s`; `on time` for no difference.
  static func deviation(_ actual: Seconds, from planned: Seconds) -> String {
    let difference = actual - planned
    guard difference != .zero else { return "on time" }
    return (difference > .zero ? "+" : "") + difference.spokenText
  }
}
