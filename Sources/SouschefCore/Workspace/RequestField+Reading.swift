import KitchenModel

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
  func people(_ count: Int) throws -> Int {
    guard (1...10_000).contains(count) else {
      throw Diagnostic(
        .usage, "\(count) is too \(count < 1 ? "few" : "many").", about: self,
        hints: ["1 to 10000."])
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
