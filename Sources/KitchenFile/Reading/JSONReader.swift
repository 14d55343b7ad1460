import KitchenModel

/// Reads JSON (RFC 8259) into nodes with places: linear in time, bounded in depth.
struct JSONReader {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var lineStart = 0

  /// Reads `text`, which holds one value and nothing else.
  static func read(_ text: String) throws(Diagnostic) -> SourceNode {
    var reader = JSONReader(scalars: Array(text.unicodeScalars))
    let node = try reader.value(depth: 0)
    reader.skipSpace()
    if let scalar = reader.current {
      throw reader.fault("Something follows the JSON value: \(String(scalar).quoted).")
    }
    return node
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
  private var place: Diagnostic.Place {
    Diagnostic.Place(line: line, column: index - lineStart + 1)
  }

  private func fault(
    _ message: String, _ hint: String = "A file that begins with { is read as JSON.",
    at place: Diagnostic.Place? = nil
  ) -> Diagnostic {
    Diagnostic(.badContent, message, at: place ?? self.place, hints: [hint])
  }

  private func unexpected(_ wanted: String) -> Diagnostic {
    guard let current else { return fault("The file ends where \(wanted) should stand.") }
    return fault("Here stands \(String(current).quoted) where \(wanted) should.")
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

  private mutating func value(depth: Int) throws(Diagnostic) -> SourceNode {
    skipSpace()
    let place = place
    guard depth < SourceNode.deepest else {
      throw fault(
        "Values nest more than \(SourceNode.deepest) deep.",
        "Look for brackets that are not closed.")
    }
    switch current {
    case "{": return SourceNode(content: .map(try entries(depth: depth)), place: place)
    case "[": return SourceNode(content: .list(try items(depth: depth)), place: place)
    case "\"": return SourceNode(content: .scalar(try string(), .quoted), place: place)
    default:
      let word = String(
        String.UnicodeScalarView(
          scalars[index...].prefix {
            $0.properties.isAlphabetic || "+-.0123456789".unicodeScalars.contains($0)
          }))
      guard ["true", "false", "null"].contains(word) || Self.isNumber(word) else {
        throw unexpected("a value")
      }
      index += word.unicodeScalars.count
      return SourceNode(content: .scalar(word, .plain), place: place)
    }
  }

  private mutating func entries(depth: Int) throws(Diagnostic) -> [SourceNode.Entry] {
    index += 1
    var entries: [SourceNode.Entry] = []
    var seen: Set<String> = []
    skipSpace()
    if take("}") { return [] }
    repeat {
      skipSpace()
      let place = place
      guard current == "\"" else { throw unexpected("a key in quotation marks") }
      let key = try string()
      guard seen.insert(key).inserted else {
        throw fault("The key \(key.quoted) comes twice.", "Keep one of them.", at: place)
      }
      skipSpace()
      guard take(":") else { throw unexpected("a colon") }
      entries.append(SourceNode.Entry(key: key, place: place, value: try value(depth: depth + 1)))
      skipSpace()
    } while take(",")
    guard take("}") else { throw unexpected("a comma or }") }
    return entries
  }

  private mutating func items(depth: Int) throws(Diagnostic) -> [SourceNode] {
    index += 1
    var items: [SourceNode] = []
    skipSpace()
    if take("]") { return [] }
    repeat {
      items.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw unexpected("a comma or ]") }
    return items
  }

  private mutating func string() throws(Diagnostic) -> String {
    let start = place
    index += 1
    var text = String.UnicodeScalarView()
    while let scalar = current {
      if scalar == "\"" {
        index += 1
        return String(text)
      }
      guard scalar.value >= 0x20 else {
        throw fault("A text holds a bare control character.", "Write a line break as \\n.")
      }
      if scalar == "\\" {
        text.append(try escape())
      } else {
        text.append(scalar)
        index += 1
      }
    }
    throw fault("A text is not closed.", "Put a quotation mark behind it.", at: start)
  }

  private mutating func escape() throws(Diagnostic) -> Unicode.Scalar {
    let start = place
    index += 1
    guard let letter = current else { throw unexpected("an escape") }
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
    throw fault(
      "A text holds an escape that JSON does not know.", "Write a backslash as \\\\.", at: start)
  }

  private mutating func hexUnit() throws(Diagnostic) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let scalar = current, scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
        throw unexpected("a hexadecimal digit")
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
