package import KitchenModel

extension SourceFile {
  /// Whether a text is nothing but an address, such as that of a recipe's page.
  package static func isAddress(_ text: String) -> Bool {
    let word = text.trimmed.lowercased()
    return !word.contains(where: \.isWhitespace)
      && ["http://", "https://", "file://"].contains { word.hasPrefix($0) }
  }

  /// That an address was given in the place of what is there.
  package static func refusal(ofAddress text: String, hint: Hint) -> Diagnostic {
    Diagnostic(
      .usage, "\(text.trimmed.quoted) is an address, and nothing is fetched from the web.",
      hints: [hint])
  }
}
