import JSON
import KitchenModel

extension SourceNode {
  /// Reads a kitchen file that is JSON.
  static func json(_ text: String) throws(Diagnostic) -> SourceNode {
    do { return SourceNode(try StrictJSON.read(text, deepest: deepest)) } catch {
      throw Diagnostic(error)
    }
  }

  private init(_ node: JSONNode) {
    place = Diagnostic.Place(node.place)
    content =
      switch node.content {
      case .string(let text): .scalar(text, .quoted)
      case .word(let word): .scalar(word, .plain)
      case .array(let items): .list(items.map { SourceNode($0) })
      case .object(let entries):
        .map(
          entries.map {
            Entry(key: $0.key, place: Diagnostic.Place($0.place), value: SourceNode($0.value))
          })
      }
  }
}

extension Diagnostic.Place {
  fileprivate init(_ place: JSONPlace) { self.init(line: place.line, column: place.column) }
}

extension Diagnostic {
  fileprivate init(_ fault: JSONFault) {
    let (message, hint) = Self.words(fault.kind)
    self.init(.badContent, message, at: Place(fault.place), hints: [.text(hint)])
  }

  private static func words(_ kind: JSONFault.Kind) -> (String, String) {
    let isJSON = "A file that begins with { is read as JSON."
    return switch kind {
    case .somethingFollows(let scalar):
      ("Something follows the JSON value: \(String(scalar).quoted).", isJSON)
    case .unexpected(nil, let wanted):
      ("Expected \(words(wanted)), found the end of the file.", isJSON)
    case .unexpected(let scalar?, let wanted):
      ("Expected \(words(wanted)), found \(String(scalar).quoted).", isJSON)
    case .tooDeep(let depth):
      ("Values nest more than \(depth) deep.", "Check for brackets that are not closed.")
    case .repeatedKey(let key): ("The key \(key.quoted) comes twice.", "Keep one of them.")
    case .controlCharacter:
      ("A text holds a bare control character.", "Write a line break as \\n.")
    case .unclosedText: ("A text is not closed.", "Put a quotation mark behind it.")
    case .unknownEscape:
      ("A text holds an escape that JSON does not know.", "Write a backslash as \\\\.")
    }
  }

  private static func words(_ wanted: JSONFault.Wanted) -> String {
    switch wanted {
    case .value: "a value"
    case .key: "a key in quotation marks"
    case .colon: "a colon"
    case .commaOrBrace: "a comma or }"
    case .commaOrBracket: "a comma or ]"
    case .escape: "an escape"
    case .hexadecimalDigit: "a hexadecimal digit"
    }
  }
}
