/// Breaks sentences between words.
package enum WordWrap {
  /// `text` in lines of at most `width` columns; lines after the first begin with `indent`. A word
  /// that is longer than a line is cut with `…`.
  static func lines(_ text: String, width: Int, indent: String = "") -> [String] {
    uncut(text, width: width, indent: indent).map { DisplayWidth.truncated($0, to: width) }
  }

  /// The same, except that a word that is longer than a line keeps all its characters: a path or a
  /// command is to be copied.
  package static func uncut(_ text: String, width: Int, indent: String = "") -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let start = lines.isEmpty ? "" : indent
      let extended = line.isEmpty ? start + word : line + " " + word
      if DisplayWidth.of(extended) <= width || line.isEmpty {
        line = extended
      } else {
        lines.append(line)
        line = indent + word
      }
    }
    lines.append(line)
    return lines
  }
}
