import JSON

#if canImport(Yams)
  import Yams
#endif

/// The YAML before a recipe: read as YAML where it is, else line by line as well as it goes.
struct FrontMatter {
  /// Something to warn of.
  struct Fault: Hashable {
    /// One sentence.
    var message: String
    /// From 1, in the file.
    var line: Int
  }

  /// Keys with their values, in the order written.
  private(set) var members: [JSONValue.Member] = []
  /// What was wrong; the front matter never fails.
  private(set) var faults: [Fault] = []

  /// Reads front matter whose first line is line `firstLine` of the file.
  ///
  /// O(n): YAML is tried only on text of a size and depth that a person writes.
  init(_ text: String, firstLine: Int) {
    if let members = Self.yamlMembers(text) {
      self.members = members
      return
    }
    faults.append(
      Fault(
        message: "The front matter is not valid YAML; it was read line by line.", line: firstLine))
    readLines(text)
  }

  // MARK: Line by line

  private mutating func readLines(_ text: String) {
    // What the last key lists, gathered apart, so that appending copies nothing.
    var items: [JSONValue] = []
    func finishList(_ members: inout [JSONValue.Member]) {
      if !items.isEmpty, let last = members.indices.last { members[last].value = .array(items) }
      items = []
    }
    defer { finishList(&members) }
    for line in text.split(separator: "\n") {
      let content = line.trimmedOfSpaces
      if content.isEmpty || content.hasPrefix("#") { continue }
      if content.hasPrefix("- ") {
        if members.last?.value == .string("") {
          items.append(.string(Self.unquoted(content.dropFirst(2))))
        }
        continue
      }
      guard let colon = content.firstIndex(of: ":") else { continue }
      let key = Self.unquoted(content[..<colon])
      guard !key.isEmpty else { continue }
      finishList(&members)
      members.append(.init(key, .string(Self.unquoted(content[content.index(after: colon)...]))))
    }
  }

  private static func unquoted(_ text: Substring) -> String {
    let content = text.trimmedOfSpaces
    for mark in ["\"", "'"]
    where content.count >= 2 && content.hasPrefix(mark) && content.hasSuffix(mark) {
      return String(content.dropFirst().dropLast())
    }
    return String(content)
  }

  // MARK: YAML

  /// The most bytes that are read as YAML.
  private static let longest = 1 << 16
  /// The most open brackets and leading marks that are read as YAML: what bounds its nesting.
  private static let deepest = 64

  private static func yamlMembers(_ text: String) -> [JSONValue.Member]? {
    #if canImport(Yams)
      guard text.utf8.count <= longest, isShallow(text) else { return nil }
      if text.utf8.allSatisfy({ $0 <= 0x20 }) { return [] }
      guard let node = try? Yams.compose(yaml: text), case .mapping(let mapping) = node else {
        return nil
      }
      var budget = 10_000
      guard case .object(let members) = tree(.mapping(mapping), &budget) else { return nil }
      return members
    #else
      return nil
    #endif
  }

  /// What an alias may stand right behind, besides the beginning of a line.
  private static let beforeAlias = Set(" \t[{,:-?!".utf8)

  /// Whether brackets, indentation and leading hyphens stay within ``deepest``, and nothing is an
  /// alias, which could stand for much more than is written.
  private static func isShallow(_ text: String) -> Bool {
    var brackets = 0
    for line in text.split(separator: "\n") {
      var isLeading = true
      var leading = 0
      var previous: UInt8 = 0x20
      for byte in line.utf8 {
        let isMark = [0x20, UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(byte)
        if isLeading, isMark { leading += 1 } else { isLeading = false }
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
        case UInt8(ascii: "*") where beforeAlias.contains(previous): return false
        default: break
        }
        previous = byte
        guard leading <= deepest, brackets <= deepest else { return false }
      }
    }
    return true
  }

  #if canImport(Yams)
    private static func tree(_ node: Node, _ budget: inout Int) -> JSONValue {
      budget -= 1
      guard budget > 0 else { return .null }
      switch node {
      case .scalar(let scalar): return value(of: scalar)
      case .sequence(let sequence): return .array(sequence.map { tree($0, &budget) })
      case .mapping(let mapping):
        return .object(
          mapping.map { pair in
            let value = tree(pair.value, &budget)
            return JSONValue.Member(pair.key.string ?? "", value)
          })
      default: return .null
      }
    }

    /// Numbers are read as Cooklang reads them, so that `1:30` and `007` stay what was written.
    private static func value(of scalar: Node.Scalar) -> JSONValue {
      let text = scalar.string
      guard scalar.style == .plain || scalar.style == .any else { return .string(text) }
      switch text {
      case "", "~", "null": return .null
      case "true": return .bool(true)
      case "false": return .bool(false)
      default:
        if !text.contains("/"), let number = CooklangAmount.number(Substring(text)) {
          return .number(number)
        }
        return .string(text)
      }
    }
  #endif
}
