/// Reads JSON (RFC 8259) and nothing else into nodes with places: linear in time, bounded in depth.
package struct StrictJSON {
  private let deepest: Int
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var lineStart = 0

  /// Reads `text`, which holds one value and nothing else.
  ///
  /// - Parameter deepest: How deep values may nest.
  package static func read(_ text: String, deepest: Int = 64) throws(JSONFault) -> JSONNode {
    var reader = StrictJSON(deepest: deepest, scalars: Array(text.unicodeScalars))
    let node = try reader.value(depth: 0)
    reader.skipSpace()
    if let scalar = reader.current { throw reader.fault(.somethingFollows(scalar)) }
    return node
  }

  private init(deepest: Int, scalars: [Unicode.Scalar]) {
    self.deepest = deepest
    self.scalars = scalars
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
  private var place: JSONPlace { JSONPlace(line: line, column: index - lineStart + 1) }

  private func fault(_ kind: JSONFault.Kind, at place: JSONPlace? = nil) -> JSONFault {
    JSONFault(kind: kind, place: place ?? self.place)
  }

  private func unexpected(_ wanted: JSONFault.Wanted) -> JSONFault {
    fault(.unexpected(current, wanted: wanted))
  }

  private mutating func skipSpace() {
    while let scalar = current, [" ", "\t", "\r", "\n"].contains(scalar) {
      index += 1
      if scalar == "\n" {
        line += 1
        lineStart = index
      }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONNode {
    skipSpace()
    let place = place
    guard depth < deepest else { throw fault(.tooDeep(deepest)) }
    switch current {
    case "{": return JSONNode(content: .object(try entries(depth: depth)), place: place)
    case "[": return JSONNode(content: .array(try items(depth: depth)), place: place)
    case "\"": return JSONNode(content: .string(try string()), place: place)
    default:
      let word = String(
        String.UnicodeScalarView(
          scalars[index...].prefix {
            $0.properties.isAlphabetic || "+-.0123456789".unicodeScalars.contains($0)
          }))
      guard ["true", "false", "null"].contains(word) || Self.isNumber(word) else {
        throw unexpected(.value)
      }
      index += word.unicodeScalars.count
      return JSONNode(content: .word(word), place: place)
    }
  }

  private mutating func entries(depth: Int) throws(JSONFault) -> [JSONNode.Entry] {
    index += 1
    var entries: [JSONNode.Entry] = []
    var seen: Set<String> = []
    skipSpace()
    if take("}") { return [] }
    repeat {
      skipSpace()
      let place = place
      guard current == "\"" else { throw unexpected(.key) }
      let key = try string()
      guard seen.insert(key).inserted else {
        throw fault(.repeatedKey(key), at: place)
      }
      skipSpace()
      guard take(":") else { throw unexpected(.colon) }
      entries.append(JSONNode.Entry(key: key, place: place, value: try value(depth: depth + 1)))
      skipSpace()
    } while take(",")
    guard take("}") else { throw unexpected(.commaOrBrace) }
    return entries
  }

  private mutating func items(depth: Int) throws(JSONFault) -> [JSONNode] {
    index += 1
    var items: [JSONNode] = []
    skipSpace()
    if take("]") { return [] }
    repeat {
      items.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw unexpected(.commaOrBracket) }
    return items
  }

  private mutating func string() throws(JSONFault) -> String {
    let start = place
    index += 1
    var text = String.UnicodeScalarView()
    while let scalar = current {
      if scalar == "\"" {
        index += 1
        return String(text)
      }
      guard scalar.value >= 0x20 else {
        throw fault(.controlCharacter)
      }
      if scalar == "\\" {
        text.append(try escape())
      } else {
        text.append(scalar)
        index += 1
      }
    }
    throw fault(.unclosedText, at: start)
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    let start = place
    index += 1
    guard let letter = current else { throw unexpected(.escape) }
    index += 1
    switch letter {
    case "\"", "\\", "/": return letter
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      var unit = try hexUnit()
      if (0xD800..<0xDC00).contains(unit), take("\\"), take("u") {
        let low = try hexUnit()
        guard (0xDC00..<0xE000).contains(low) else { break }
        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      }
      if let scalar = Unicode.Scalar(unit) { return scalar }
    default: break
    }
    throw fault(.unknownEscape, at: start)
  }

  private mutating func hexUnit() throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let scalar = current, scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
        throw unexpected(.hexadecimalDigit)
      }
      unit = unit * 16 + UInt32(digit)
      index += 1
    }
    return unit
  }

  private static func isNumber(_ word: String) -> Bool {
    word.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil
  }
}
