import KitchenModel

/// An element of an XML document, with its attributes in the order given.
struct XMLElement: Sendable {
  private let name: String
  private let attributes: [(name: String, value: String)]
  private let text: String
  private let children: [XMLElement]

  /// Creates an element that contains others.
  init(_ name: String, _ attributes: KeyValuePairs<String, String>, _ children: [XMLElement]) {
    self.name = name
    self.attributes = attributes.map { ($0.key, $0.value) }
    self.children = children
    text = ""
  }

  /// Creates an element that contains text.
  init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String = "") {
    self.name = name
    self.attributes = attributes.map { ($0.key, $0.value) }
    self.text = text
    children = []
  }

  /// The element as text, a line an element, two spaces a level, each line with its end.
  func markup(level: Int = 0) -> String {
    let indent = String(repeating: "  ", count: level)
    let head = ([name] + attributes.map { "\($0.name)=\"\(Self.escaped($0.value))\"" })
      .joined(separator: " ")
    if !children.isEmpty {
      let inner = children.map { $0.markup(level: level + 1) }.joined()
      return "\(indent)<\(head)>\n\(inner)\(indent)</\(name)>\n"
    }
    if text.isEmpty { return "\(indent)<\(head)/>\n" }
    return "\(indent)<\(head)>\(Self.escaped(text))</\(name)>\n"
  }

  /// `text` with what XML gives a meaning written as references, without what XML 1.0 forbids.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      case _ where scalar.isControl || [0xFFFE, 0xFFFF].contains(scalar.value): continue
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
