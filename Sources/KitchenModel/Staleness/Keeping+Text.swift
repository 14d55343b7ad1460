/// A length as the cook writes it: `20m`, or `true` for no end and `false` for not at all.
extension Keeping {
  /// Reads a duration, `true` or `false`.
  ///
  /// - Throws: ``KeepingFault``.
  package init(parsing text: String) throws(KeepingFault) {
    switch text.trimmed.lowercased() {
    case "true": self = .withoutEnd
    case "false": self = .notAtAll
    case "": throw .word("")
    case let word where word.first?.isLetter == true && !word.contains(where: \.isNumber):
      throw .word(text.trimmed)
    default:
      do {
        self = .limited(try Seconds(durationText: text))
      } catch {
        throw .duration(error)
      }
    }
  }

  /// As a file and a command line say it.
  package var fileText: String {
    switch self {
    case .withoutEnd: "true"
    case .notAtAll: "false"
    case .limited(let limit): limit.fileText
    }
  }
}

/// Why a text does not say how long something keeps.
package enum KeepingFault: Explained, Hashable {
  /// A word other than `true` and `false`, or nothing.
  case word(String)
  /// A duration that cannot be read.
  case duration(DurationFault)

  package var message: String {
    switch self {
    case .word(""): "\"keeps\" does not say how long."
    case .word(let word): "\"keeps\" cannot be \(word.quoted)."
    case .duration(let fault): fault.message
    }
  }

  package var hint: String {
    switch self {
    case .word:
      "Write a duration such as 20m, true for no limit, or false for not at all."
    case .duration(let fault): fault.hint
    }
  }
}
