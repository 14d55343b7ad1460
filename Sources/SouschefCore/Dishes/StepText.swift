package import KitchenModel
import RecipeImport

/// Steps in plain words: a line each, or in one line with `;` between them.
package enum StepText {
  /// Reads them; empty lines, bullets and numbers in front do not count.
  ///
  /// - Parameter source: Where the text is from, as a message names it.
  /// - Throws: ``Diagnostic`` for the first line that is not a step, with its place.
  package static func steps(
    of text: String, from source: String
  ) throws(Diagnostic) -> [ReadStep] {
    var steps: [ReadStep] = []
    let isOneLine = !text.trimmed.contains(where: \.isNewline)
    let lines = text.split(omittingEmptySubsequences: false) {
      $0.isNewline || isOneLine && $0 == ";"
    }
    for (index, line) in lines.enumerated() {
      let words = line.withoutListMark
      guard !words.isEmpty else { continue }
      do throws(StepSpecificationFault) {
        steps.append(try ReadStep(reading: words))
      } catch {
        throw Diagnostic(
          .usage, error.message, at: .init(file: source, line: index + 1), hints: [error.hint])
      }
    }
    return steps
  }
}

extension StringProtocol {
  /// The words of a line without the bullet or the number that it begins with, as of a recipe's.
  package var withoutListMark: String { PlainTextLine(trimmed).text.trimmed }
}
