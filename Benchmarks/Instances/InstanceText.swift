/// A line of an instance that is not what its format says, or ends too soon.
public struct InstanceError: Error, Sendable, Hashable {
  /// The line's number, counted from 1.
  public var line: Int
  /// What was expected there.
  public var expected: String

  /// Creates an error.
  public init(line: Int, expected: String) {
    self.line = line
    self.expected = expected
  }
}

/// The lines of an instance, taken one after the other.
struct InstanceLines {
  private let lines: [Substring]
  private var position = 0

  init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  /// Says what was expected of the line taken last.
  func error(expected: String) -> InstanceError {
    InstanceError(line: position, expected: expected)
  }

  /// The next line that is neither blank nor a comment; nil at the end.
  mutating func next() -> Substring? {
    while position < lines.count {
      position += 1
      let line = lines[position - 1]
      if !line.allSatisfy(\.isWhitespace), !line.hasPrefix("#") { return line }
    }
    return nil
  }

  /// Skips everything up to and including the line that begins with `prefix`.
  mutating func skip(through prefix: String) throws(InstanceError) {
    while let line = next() {
      if line.hasPrefix(prefix) { return }
    }
    throw error(expected: prefix)
  }

  /// The whole numbers of the next line, at least `count`; brackets and tabs separate them.
  mutating func numbers(atLeast count: Int) throws(InstanceError) -> [Int] {
    let failure = InstanceError(line: position + 1, expected: "\(count) numbers")
    guard let line = next() else { throw failure }
    var numbers: [Int] = []
    for field in line.split(whereSeparator: { $0.isWhitespace || $0 == "[" || $0 == "]" }) {
      guard let number = Int(field) else { throw failure }
      numbers.append(number)
    }
    guard numbers.count >= count else { throw failure }
    return numbers
  }
}
