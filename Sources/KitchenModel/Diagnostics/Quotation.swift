extension String {
  /// The text in quotation marks, as a message shows it: at most 40 characters, without the ones
  /// that would disturb a terminal.
  package var quoted: String {
    let visible = visible(atMost: 400)
    return visible.count <= 40 ? "\"\(visible)\"" : "\"\(visible.prefix(39))…\""
  }

  /// A path in quotation marks: whole, as a part of it leads nowhere, without the characters that
  /// would disturb a terminal.
  package var quotedPath: String { "\"\(visible(atMost: 4096))\"" }

  private func visible(atMost count: Int) -> String {
    String(String.UnicodeScalarView(unicodeScalars.lazy.filter { !$0.isUnseen }.prefix(count)))
  }
}
