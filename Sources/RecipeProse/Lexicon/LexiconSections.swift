/// The parts of the tables in `Lexica/`, of which each language has one file.
///
/// A line `#= NAME` begins a part; what stands before the first is the part `words`.
enum LexiconSections {
  /// The parts by the code of their language and their name.
  static let all: [String: [String: Substring]] = Dictionary(
    EmbeddedLexica.all.map { ($0.name, sections(of: $0.text)) }
  ) { first, _ in first }

  /// The languages that have a part of that name, with it.
  static func all(_ name: String) -> [(language: String, table: Substring)] {
    all.compactMap { language, parts in parts[name].map { (language, $0) } }
      .sorted { $0.language < $1.language }
  }

  /// The parts of one file. O(n), byte by byte, since files are read whenever the program starts.
  private static func sections(of text: String) -> [String: Substring] {
    let starts =
      text.utf8.withContiguousStorageIfAvailable { bytes in
        bytes.indices.dropLast(3).filter { place in
          bytes[place] == 0x0A && bytes[place + 1] == 0x23 && bytes[place + 2] == 0x3D
        }
      } ?? []
    var sections: [String: Substring] = [:]
    for (index, start) in ([-1] + starts).enumerated() {
      let end = index < starts.count ? starts[index] : text.utf8.count
      let utf8 = text.utf8
      let part = text[
        utf8.index(
          utf8.startIndex, offsetBy: start + 1)..<utf8.index(
            utf8.startIndex, offsetBy: end)]
      let name = index == 0 ? "words" : String(part.prefix { $0 != "\n" }.dropFirst(3))
      sections[name] = part
    }
    return sections
  }
}

/// Words around the parts of a recipe: headings, figures, greetings, numbers of steps.
extension Lexicon {
  /// The words of that name in all languages.
  package static func textWords(_ name: String) -> Set<String> {
    textCells.values.reduce(into: []) { words, cells in
      for cell in cells[name] ?? [] { words.formUnion(cell.alternatives.map(String.init)) }
    }
  }

  /// The words of each set whose name begins so, by the rest of the name, in one language and in
  /// English; in all for none.
  package static func textWords(
    behind beginning: String, in language: String?
  ) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for (own, sets) in textCells where language == nil || own == language || own == "en" {
      for (name, cells) in sets where name.hasPrefix(beginning) {
        let rest = String(name.dropFirst(beginning.count))
        for cell in cells { found[rest, default: []].formUnion(cell.alternatives.map(String.init)) }
      }
    }
    return found
  }

  /// The cells of words by language and set; they are taken apart when they are asked for.
  private static let textCells: [String: [String: [Substring]]] = {
    var found: [String: [String: [Substring]]] = [:]
    for (language, table) in LexiconSections.all("texts") {
      for row in table.rows {
        let cells = row.cells
        if cells.count == 2 {
          found[language, default: [:]][String(cells[1]), default: []].append(cells[0])
        }
      }
    }
    return found
  }()
}
