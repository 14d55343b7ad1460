/// A table of formats by name.
package protocol DocumentFormat: CaseIterable, RawRepresentable, Sendable
where RawValue == String {}

/// A document, with styles where it is for a terminal.
package enum FormattedText: Sendable {
  /// Lines whose parts may be painted.
  case styled(StyledText)
  /// Characters as they are.
  case plain(String)

  /// The characters alone.
  package var plainText: String {
    switch self {
    case .styled(let text): text.plainText
    case .plain(let text): text
    }
  }
}
