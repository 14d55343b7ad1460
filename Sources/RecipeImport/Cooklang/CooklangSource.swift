import RecipeProse

/// The lines of a Cooklang file with comments taken out.
struct CooklangSource {
  /// A line.
  struct Line {
    /// Its text, as scalars, without comments and without the line's end.
    var text: [Unicode.Scalar]
    /// From 1, in the file.
    var number: Int
    /// Whether a comment was taken out, so that an empty line is none that separates steps.
    var hadComment: Bool
  }

  /// The front matter's text and the line it begins on; nil where there is none.
  private(set) var frontMatter: (text: String, line: Int)?
  /// The line on which front matter opens that is never closed; nil where it is, or where there is
  /// none.
  private(set) var unclosedFrontMatter: Int?
  /// The lines after the front matter.
  private(set) var lines: [Line] = []
  /// The line on which a block comment opens that is never closed; nil where all are.
  private(set) var unclosedComment: Int?

  /// Splits a file into lines; a line ends at `\n`, `\r\n`, `\r`, or a Unicode line separator.
  ///
  /// O(n).
  init(_ text: String) {
    var raw = Self.split(text)
    takeFrontMatter(from: &raw)
    let lastClose = Self.lastCommentEnd(in: raw)
    var comment: Int?
    for (number, scalars) in raw {
      var line = Line(text: [], number: number, hadComment: comment != nil)
      // Metadata lines are taken as they are: addresses contain what looks like a comment.
      if comment == nil, Self.begins(scalars, with: ">>") {
        line.text = Array(scalars)
      } else if comment == nil, Self.begins(scalars, with: "//") {
        // Comments of files from before version 2.
        line.hadComment = true
      } else {
        strip(scalars, into: &line, comment: &comment, lastClose: lastClose)
      }
      lines.append(line)
    }
  }

  /// Where the last `-]` stands: what opens after it is not a comment.
  private static func lastCommentEnd(
    in lines: [(number: Int, text: ArraySlice<Unicode.Scalar>)]
  ) -> (line: Int, index: Int)? {
    for (number, text) in lines.reversed() {
      for index in text.indices.dropLast().reversed()
      where text[index] == "-" && text[index + 1] == "]" {
        return (number, index)
      }
    }
    return nil
  }

  private static func split(_ text: String) -> [(number: Int, text: ArraySlice<Unicode.Scalar>)] {
    let scalars = Array(text.unicodeScalars)
    var lines: [(number: Int, text: ArraySlice<Unicode.Scalar>)] = []
    var start = scalars.first == "\u{FEFF}" ? 1 : 0
    var position = start
    while position < scalars.count {
      switch scalars[position] {
      case "\n", "\u{2028}", "\u{2029}", "\u{85}", "\r":
        lines.append((lines.count + 1, scalars[start..<position]))
        if scalars[position] == "\r", position + 1 < scalars.count, scalars[position + 1] == "\n" {
          position += 1
        }
        start = position + 1
      default: break
      }
      position += 1
    }
    if start < scalars.count { lines.append((lines.count + 1, scalars[start...])) }
    return lines
  }

  /// Front matter stands between two lines of three hyphens at the very beginning.
  private mutating func takeFrontMatter(
    from lines: inout [(number: Int, text: ArraySlice<Unicode.Scalar>)]
  ) {
    func isFence(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
      var rest = line[...]
      while let last = rest.last, last.properties.isWhitespace { rest = rest.dropLast() }
      return rest.elementsEqual("---".unicodeScalars)
    }
    guard let open = lines.firstIndex(where: { !$0.text.allSatisfy(\.properties.isWhitespace) }),
      isFence(lines[open].text)
    else { return }
    guard let close = lines[(open + 1)...].firstIndex(where: { isFence($0.text) }) else {
      // A rule across the page is none.
      if lines[safe: open + 1]?.text.contains(":") == true {
        unclosedFrontMatter = lines[open].number
      }
      return
    }
    // An array, since a view of scalars grows by just what is appended, which takes O(n²).
    var text: [Unicode.Scalar] = []
    for line in lines[(open + 1)..<close] {
      text += line.text
      text.append("\n")
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text)
    frontMatter = (String(view), lines[open].number + 1)
    lines.removeFirst(close + 1)
  }

  private static func begins(_ line: ArraySlice<Unicode.Scalar>, with mark: String) -> Bool {
    line.drop { $0.properties.isWhitespace }.starts(with: mark.unicodeScalars)
  }

  /// Appends to `line` what of `scalars` is not a comment; `comment` is the line on which an open
  /// block comment began.
  private mutating func strip(
    _ scalars: ArraySlice<Unicode.Scalar>, into line: inout Line, comment: inout Int?,
    lastClose: (line: Int, index: Int)?
  ) {
    var position = scalars.startIndex
    let end = scalars.endIndex
    while position < end {
      let scalar = scalars[position]
      let next = position + 1 < end ? scalars[position + 1] : nil
      if comment != nil {
        if scalar == "-", next == "]" {
          comment = nil
          position += 1
        }
      } else if scalar == "[", next == "-" {
        if let lastClose, (line.number, position + 1) < (lastClose.line, lastClose.index) {
          comment = line.number
          line.hadComment = true
        } else {
          unclosedComment = unclosedComment ?? line.number
          line.text += [scalar, "-"]
        }
        position += 1
      } else if scalar == "-", next == "-" {
        var run = position
        while run < end, scalars[run] == "-" { run += 1 }
        // Exactly two hyphens begin a comment; more of them are text.
        if run - position == 2 {
          line.hadComment = true
          return
        }
        line.text += scalars[position..<run]
        position = run - 1
      } else if scalar == "\\", let next {
        line.text += [scalar, next]
        position += 1
      } else {
        line.text.append(scalar)
      }
      position += 1
    }
  }
}
