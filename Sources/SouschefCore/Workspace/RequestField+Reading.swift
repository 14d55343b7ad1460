package import KitchenModel

extension RequestField {
  /// Reads a value of this field with `body`.
  ///
  /// - Throws: a ``Diagnostic`` about the field where `body` throws what explains itself.
  func reading<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let fault as any Explained {
      throw Diagnostic(.usage, fault, about: self)
    }
  }

  /// Reads a length of time.
  func length(_ text: String) throws -> Seconds {
    try reading { try Seconds(durationText: text) }
  }

  /// For how many people something is, 1 to 10,000.
  func people(_ count: Int) throws(Diagnostic) -> Int {
    try number(count, from: 1...10_000, such: "6 for six people.")
  }

  /// How many cooks there are, 1 to 100.
  package func cooks(_ count: Int) throws(Diagnostic) -> Int {
    try number(count, from: 1...100, such: "2 for two cooks.")
  }

  /// A whole number within `range`.
  func number(_ count: Int, from range: ClosedRange<Int>, such example: String)
    throws(Diagnostic) -> Int
  {
    guard range.contains(count) else {
      throw Diagnostic(
        .usage, "must be \(range.lowerBound) to \(range.upperBound) (got \(count)).", about: self,
        hints: [.text("For example: \(example)")])
    }
    return count
  }

  /// Reads one of some words; the first is the default.
  func word<Word: RawRepresentable & CaseIterable>(_ text: String) throws -> Word
  where Word.RawValue == String {
    if let word = Word(rawValue: text.lowercased()) { return word }
    let words = Word.allCases.map(\.rawValue)
    throw Diagnostic(
      .usage, words.demanded(got: text), about: self,
      hints: NearMiss.question(of: words, for: text).map { [$0] }
        ?? words.prefix(1).map { "\($0) is the default." })
  }
}
