import JSON
import KitchenModel

/// Says in words how a run was done and how it differs from its plan.
enum RunWords {
  /// `live`, `60 times as fast`, `simulated`.
  static func mode(_ run: Run) -> String {
    guard run.mode == .scaled else { return run.mode.rawValue }
    let speed = JSONValue.decimal(units: run.speedThousandths, places: 3).compactText
    return "\(speed)x"
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
