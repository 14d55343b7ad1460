import KitchenModel
import SouschefCore

/// Steps in plain words, a line each.
enum StepLines {
  /// Reads them; empty lines, bullets and numbers in front do not count.
  ///
  /// - Parameter source: Where the text is from, as a message names it.
  /// - Throws: a ``Diagnostic`` for the first line that is no step, with its number.
  static func read(_ text: String, from source: String) throws -> [ReadStep] {
    try text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .compactMap { index, line in
        let line = withoutBullet(line)
        guard !line.isEmpty else { return nil }
        do throws(StepSpecificationFault) {
          return try ReadStep(reading: line)
        } catch {
          throw Diagnostic(
            .usage, error.message, at: .init(file: source, line: index + 1), hints: [error.hint])
        }
      }
  }

  /// A line without the bullet or the number that it begins with.
  static func withoutBullet(_ line: Substring) -> String {
    let text = line.trimmed
    let digits = text.prefix(while: \.isNumber)
    if !digits.isEmpty, digits.count <= 2, let mark = text.dropFirst(digits.count).first,
      ".)".contains(mark), text.dropFirst(digits.count + 1).first?.isWhitespace ?? false
    {
      return text.dropFirst(digits.count + 1).trimmed
    }
    guard let bullet = text.first, "-*•–".contains(bullet),
      text.dropFirst().first?.isWhitespace ?? false
    else { return text }
    return text.dropFirst().trimmed
  }
}
