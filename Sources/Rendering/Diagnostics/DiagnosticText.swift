package import KitchenModel

/// Diagnostics as people read them: a line that says where and what, then a line for each hint.
package enum DiagnosticText {
  /// The lines of a diagnostic, each with a line end.
  ///
  /// `lunch.yaml:4:5: Unknown key "wating" in a dish.` and `Hint: Did you mean "waiting"?`; without
  /// a place the program's name stands first, and what is not an error says so. Lines are broken
  /// between words at `width` columns; nil leaves them whole, as a pipe wants them.
  package static func text(
    of diagnostic: Diagnostic, in words: some FrontEndWords, width: Int? = nil
  ) -> String {
    let origin = diagnostic.place.flatMap(placeText) ?? words.program
    let severity =
      switch diagnostic.severity {
      case .error: ""
      case .warning: "warning: "
      case .remark: "note: "
      }
    let message = "\(origin): \(severity)\(TerminalText.sanitized(words.message(diagnostic)))"
    let hints = words.hints(diagnostic).map { "Hint: \(TerminalText.sanitized($0))" }
    let lines = [message] + hints
    guard let width else { return lines.map { $0 + "\n" }.joined() }
    return lines.flatMap { WordWrap.uncut($0, width: width, indent: "  ") }
      .map { $0 + "\n" }.joined()
  }

  /// `lunch.yaml:4:5`; nil for a place of which nothing is known.
  private static func placeText(_ place: Diagnostic.Place) -> String? {
    let file = place.file.map(TerminalText.sanitized)
    guard let line = place.line else { return file }
    let numbers = [line, place.column].compactMap { $0 }.map(String.init)
    // Text from nowhere in particular (an argument, a pipe) still has lines.
    guard let file else { return "line " + numbers.joined(separator: ":") }
    return ([file] + numbers).joined(separator: ":")
  }
}
