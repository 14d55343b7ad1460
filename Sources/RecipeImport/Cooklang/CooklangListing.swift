/// The lists and headings that people write into Cooklang as in any text: numbered steps, bullets,
/// `# Method`.
///
/// Cooklang itself knows none of them, so the parse tree keeps its paragraphs; a draft takes these.
enum CooklangListing {
  /// A piece of a paragraph.
  enum Piece {
    /// Words over what follows.
    case heading(String)
    /// Something to do, as markup.
    case step([Unicode.Scalar])
  }

  /// The most words of an item that is a thing, not something to do.
  private static let mostWords = 6

  /// The pieces of a paragraph; none where it is written without lists and headings.
  ///
  /// O(n).
  static func pieces(of lines: [[Unicode.Scalar]]) -> [Piece] {
    let kinds = lines.map(kind)
    guard kinds.contains(where: { if case .plain = $0 { false } else { true } }) else { return [] }
    var pieces: [Piece] = []
    var step: [Unicode.Scalar] = []
    var bullets: [[Unicode.Scalar]] = []
    func finish() {
      pieces += joined(step, bullets)
      (step, bullets) = ([], [])
    }
    for kind in kinds {
      switch kind {
      case .heading(let words):
        finish()
        pieces.append(.heading(words))
      case .numbered(let text):
        finish()
        step = text
      case .bullet(let text):
        if bullets.isEmpty, step.last != ":" { finish() }
        bullets.append(text)
      case .plain(let text):
        if bullets.isEmpty {
          step += (step.isEmpty ? [] : [" "]) + text
        } else {
          bullets[bullets.count - 1] += [" "] + text
        }
      }
    }
    finish()
    return pieces
  }

  // MARK: Lines

  private enum Line {
    case heading(String)
    case numbered([Unicode.Scalar])
    case bullet([Unicode.Scalar])
    case plain([Unicode.Scalar])
  }

  private static func kind(of line: [Unicode.Scalar]) -> Line {
    let text = trimmed(line[...])
    if let first = text.first, "-*•–".unicodeScalars.contains(first), text.dropFirst().first == " "
    {
      return .bullet(trimmed(text.dropFirst()))
    }
    let hashes = text.prefix { $0 == "#" }.count
    if (1...6).contains(hashes), text.dropFirst(hashes).first == " ",
      !text.contains(where: { "{@~".unicodeScalars.contains($0) })
    {
      return .heading(string(trimmed(text.dropFirst(hashes))))
    }
    let digits = text.prefix { ("0"..."9").contains($0) }.count
    if (1...2).contains(digits), let mark = text.dropFirst(digits).first,
      mark == "." || mark == ")",
      text.dropFirst(digits + 1).first == " ", text.count > digits + 2
    {
      return .numbered(trimmed(text.dropFirst(digits + 1)))
    }
    return .plain(text)
  }

  // MARK: Items

  /// What stands before bullets, and they themselves: `mash: avocados, salt` is one thing to do,
  /// longer items are steps each.
  private static func joined(_ lead: [Unicode.Scalar], _ bullets: [[Unicode.Scalar]]) -> [Piece] {
    guard !bullets.isEmpty else { return lead.isEmpty ? [] : [.step(lead)] }
    guard lead.last == ":" else { return bullets.map { .step($0) } }
    let words = Array(lead.dropLast())
    guard bullets.allSatisfy({ wordCount($0) <= mostWords }) else {
      let isHeading = wordCount(words) <= mostWords
      return (isHeading ? [.heading(string(words))] : [.step(words)]) + bullets.map { .step($0) }
    }
    var text = words + [" "]
    for (index, bullet) in bullets.enumerated() {
      if index > 0 { text += (index + 1 == bullets.count ? " and " : ", ").unicodeScalars }
      text += bullet
    }
    return [.step(text)]
  }

  private static func wordCount(_ text: [Unicode.Scalar]) -> Int {
    text.split { $0.properties.isWhitespace }.count
  }

  private static func trimmed(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var rest = text.drop { $0.properties.isWhitespace }
    while rest.last?.properties.isWhitespace == true { rest.removeLast() }
    return Array(rest)
  }

  private static func string(_ text: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text)
    return String(view)
  }
}
