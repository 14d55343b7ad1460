package import KitchenModel
import RecipeImport

/// Steps in plain words: a line each, or in one line with `;` between them.
package enum StepText {
  /// Where steps are from, as a message names it.
  package enum Source: Sendable {
    /// An option of a command.
    case option(String)
    /// A file, or standard input.
    case file(String)

    fileprivate var name: String {
      switch self {
      case .option(let name), .file(let name): name
      }
    }
  }

  /// Reads them; empty lines, bullets and numbers in front do not count.
  ///
  /// - Parameter source: Where the text is from, as a message names it.
  /// - Throws: ``Diagnostic`` for the first line that is not a step, with its place.
  package static func steps(
    of text: String, from source: Source
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
        guard case .option(let name) = source else {
          throw Diagnostic(
            .usage, error.message, at: .init(file: source.name, line: index + 1),
            hints: [error.hint])
        }
        let place = isOneLine ? "step \(steps.count + 1)" : "line \(index + 1)"
        throw Diagnostic(
          .usage, "\(name), \(place): \(error.message)", hints: [error.hint])
      }
    }
    return steps
  }
}

extension StringProtocol {
  /// The words of a line without the bullet or the number that it begins with, as of a recipe's.
  package var withoutListMark: String { PlainTextLine(trimmed).text.trimmed }
}
