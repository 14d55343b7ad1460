import KitchenModel

/// A speed as the command line has it: kitchen seconds in a second.
enum SpeedText {
  /// Reads a speed, in thousandths.
  ///
  /// - Throws: ``Diagnostic`` for what is none.
  static func thousandths(_ text: String) throws -> Int {
    guard let factor = Double(text), factor >= 0.001, factor <= 1_000_000 else {
      throw Diagnostic(
        .usage, "--speed must be 0.001 to 1000000 (got \"\(text)\").",
        hints: ["--speed 60 cooks a minute in a second."])
    }
    return Int((factor * 1000).rounded())
  }
}
