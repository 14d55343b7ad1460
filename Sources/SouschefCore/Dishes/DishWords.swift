import KitchenModel

/// What is said about a dish in the words of whoever says it: the options of a command line, the fields
/// of a page. What is missing stays.
package struct DishWords: Sendable {
  /// The hands-on time: `15m`, `10-15m`.
  package var blocking: String?
  /// The unattended time.
  package var waiting: String?
  /// Its steps, one each: `hands-on 15m: Peel`.
  package var steps: [String] = []
  /// How long what a step makes may stand: `boil=2m`.
  package var keeps: [String] = []
  /// `hot` or `any`.
  package var serve: String?
  /// The longest it may wait to be served.
  package var holdMax: String?
  /// How long what is left of it keeps.
  package var keepsFor: String?
  /// How long after serving time it is served.
  package var serveOffset: String?

  /// Creates words that say nothing.
  package init() {}

  /// What they say.
  ///
  /// - Throws: a ``Diagnostic`` about the field that cannot be read.
  package func changes() throws -> DishChanges {
    var changes = DishChanges()
    changes.blocking = try blocking.map { try Self.estimate($0, .blocking) }
    changes.waiting = try waiting.map { try Self.estimate($0, .waiting) }
    changes.steps = try steps.map { text in
      try RequestField.step.reading { try ReadStep(reading: text) }
    }
    changes.keeps = try keeps.map(Self.keeping)
    changes.serve = try serve.map { try RequestField.serve.word($0) }
    changes.holdMaximum = try holdMax.map { try RequestField.holdMax.length($0) }
    changes.keepsFor = try keepsFor.map { try RequestField.keepsFor.length($0) }
    changes.serveOffset = try serveOffset.map { try RequestField.serveOffset.length($0) }
    return changes
  }

  private static func estimate(_ text: String, _ field: RequestField) throws -> Estimate {
    try field.reading { try SpokenLengths.estimate(text) }
  }

  private static func keeping(_ text: String) throws -> DishChanges.KeepingChange {
    guard let sign = text.lastIndex(of: "="), !text[..<sign].trimmed.isEmpty else {
      throw Diagnostic(
        .usage, "\(text.quoted) does not name a step and a duration.", about: .keeps,
        hints: [.advice(.nameStepAndLength)])
    }
    let keeps = try RequestField.keeps.reading {
      try Keeping(parsing: String(text[text.index(after: sign)...]))
    }
    return DishChanges.KeepingChange(step: text[..<sign].trimmed, keeps: keeps)
  }
}
