/// A table of formats by name.
package protocol DocumentFormat: CaseIterable, RawRepresentable, Sendable
where RawValue == String {}

extension DocumentFormat {
  /// `table, gantt, … or mermaid`, as help lists them.
  package static var list: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + names.suffix(1).joined()
  }
}

/// A document, with styles where it is for a terminal.
package enum FormattedText: Sendable {
  /// Lines whose parts may be painted.
  case styled(StyledText)
  /// Characters as they are.
  case plain(String)
}
