/// A reader of JSON as it occurs in the wild: it takes whatever a person would still understand, says
/// what it repaired, and never fails.
///
/// Iterative with a stack of its own, so that no nesting can exhaust the thread's; O(n) in the bytes.
package struct LenientJSON {
  /// The deepest nesting that is followed; deeper values are left out.
  package static let deepest = 800

  let bytes: [UInt8]
  let end: Int
  var position: Int
  var containers: [Container] = []
  var root: JSONValue?
  var repairs: Set<JSONRepair> = []

  /// A container that is not closed yet.
  struct Container {
    var isObject: Bool
    var elements: [JSONValue] = []
    var members: [JSONValue.Member] = []
    var key: String?
    /// Whether a separator stands between the last value and what comes next.
    var isSeparated = true
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// Reads the value in `range` of `bytes`; nil where there is none at all.
  ///
  /// The repairs come in the order of ``JSONRepair``'s cases.
  package static func read(
    _ bytes: [UInt8], in range: Range<Int>? = nil
  ) -> (value: JSONValue?, repairs: [JSONRepair]) {
    var reader = LenientJSON(bytes, range ?? 0..<bytes.count)
    reader.readAll()
    return (reader.root, JSONRepair.allCases.filter(reader.repairs.contains))
  }

  // MARK: Structure

  private mutating func readAll() {
    skipByteOrderMark()
    while let byte = nextSignificant() {
      if containers.isEmpty, root != nil {
        // A second value after the first, or the rest of a wrapper.
        repairs.insert(byte == UInt8(ascii: ";") ? .semicolon : .strayCharacter)
        return
      }
      step(byte)
    }
    if !containers.isEmpty { repairs.insert(.unclosed) }
    while !containers.isEmpty { close() }
  }

  private mutating func step(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["): open(byte == UInt8(ascii: "{"))
    case UInt8(ascii: "}"), UInt8(ascii: "]"): closeBracket(byte == UInt8(ascii: "}"))
    case UInt8(ascii: ","), UInt8(ascii: ";"): separate(byte)
    case UInt8(ascii: ":"):
      repairs.insert(.strayCharacter)
      position += 1
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): quoted(byte)
    default: bare(byte)
    }
  }

  private mutating func open(_ isObject: Bool) {
    position += 1
    if let container = containers.last, container.isObject, container.key == nil {
      // A container where a key belongs: its content is read as the object's own.
      repairs.insert(.strayCharacter)
      if containers.count >= Self.deepest { skipContainer() }
      return
    }
    guard containers.count < Self.deepest else {
      repairs.insert(.tooDeep)
      skipContainer()
      add(.null)
      return
    }
    containers.append(Container(isObject: isObject))
  }

  /// Skips to the end of a container that is already open, strings and all.
  private mutating func skipContainer() {
    var depth = 1
    while position < end, depth > 0 {
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        position += 1
        while position < end, bytes[position] != UInt8(ascii: "\"") {
          position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
      default: break
      }
      position += 1
    }
    position = min(position, end)
  }

  private mutating func closeBracket(_ isObject: Bool) {
    position += 1
    guard let index = containers.suffix(8).lastIndex(where: { $0.isObject == isObject }) else {
      repairs.insert(.strayCharacter)
      return
    }
    if index < containers.count - 1 { repairs.insert(.unclosed) }
    while containers.count > index { close() }
  }

  private mutating func close() {
    guard var container = containers.popLast() else { return }
    if let key = container.key {
      container.members.append(.init(key, .null))
      repairs.insert(.missingSeparator)
    } else if container.isSeparated, !(container.elements.isEmpty && container.members.isEmpty) {
      repairs.insert(.superfluousComma)
    }
    add(container.isObject ? .object(container.members) : .array(container.elements))
  }

  private mutating func separate(_ byte: UInt8) {
    position += 1
    if byte == UInt8(ascii: ";") { repairs.insert(.semicolon) }
    guard let last = containers.indices.last else {
      repairs.insert(.strayCharacter)
      return
    }
    if let key = containers[last].key {
      containers[last].members.append(.init(key, .null))
      containers[last].key = nil
      repairs.insert(.bareWord)
    } else if containers[last].isSeparated {
      repairs.insert(.superfluousComma)
    }
    containers[last].isSeparated = true
  }

  /// Puts a finished value where it belongs.
  private mutating func add(_ value: JSONValue) {
    guard let last = containers.indices.last else {
      if root == nil { root = value }
      return
    }
    if containers[last].isObject {
      guard let key = containers[last].key else { return }
      containers[last].members.append(.init(key, value))
      containers[last].key = nil
    } else {
      if !containers[last].isSeparated { repairs.insert(.missingSeparator) }
      containers[last].elements.append(value)
    }
    containers[last].isSeparated = false
  }

  /// Takes a string or a bare word: as a key where one belongs, else as a value.
  private mutating func take(_ text: String, orValue value: JSONValue) {
    guard let last = containers.indices.last, containers[last].isObject,
      containers[last].key == nil
    else { return add(value) }
    if !containers[last].isSeparated { repairs.insert(.missingSeparator) }
    containers[last].key = text
    if nextSignificant() == UInt8(ascii: ":") {
      position += 1
    } else {
      repairs.insert(.missingSeparator)
    }
  }

  // MARK: Leaves

  private mutating func quoted(_ mark: UInt8) {
    if mark != UInt8(ascii: "\"") { repairs.insert(.singleQuotes) }
    var string = LenientJSONString(bytes, from: position + 1, to: end, mark: mark)
    let text = string.read()
    position = string.position
    repairs.formUnion(string.repairs)
    take(text, orValue: .string(text))
  }

  private mutating func bare(_ first: UInt8) {
    let start = position
    while position < end, !Self.endsBareWord(bytes[position]) { position += 1 }
    if position == start {
      repairs.insert(.strayCharacter)
      position += 1
      return
    }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    if let last = containers.last, last.isObject, last.key == nil {
      repairs.insert(.bareKey)
      return take(word, orValue: .null)
    }
    switch word {
    case "null": add(.null)
    case "true": add(.bool(true))
    case "false": add(.bool(false))
    default:
      if let number = Double(word), number.isFinite, !word.utf8.contains(UInt8(ascii: "x")) {
        return add(.number(number))
      }
      repairs.insert(.bareWord)
      add(.null)
    }
  }

  private static func endsBareWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "\""), 0...0x20:
      true
    default: false
    }
  }
}
