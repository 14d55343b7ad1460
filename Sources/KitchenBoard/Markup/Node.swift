/// A piece of a page. Text is escaped where it is written, and there is no other way to write any:
/// whatever a dish is called, it is text.
indirect enum Node: Sendable, ExpressibleByStringInterpolation {
  case text(String)
  case element(StaticString, [Attribute], [Node])
  case group([Node])

  init(stringLiteral value: String) { self = .text(value) }

  /// Elements without an end.
  private static let void: Set<String> = ["input", "br", "meta", "link", "img", "hr", "source"]

  /// Appends the markup.
  func write(to text: inout String) {
    switch self {
    case .text(let words): text += Self.escaped(words)
    case .group(let nodes): for node in nodes { node.write(to: &text) }
    case .element(let name, let attributes, let nodes):
      let name = "\(name)"
      text += "<" + name
      for attribute in attributes { attribute.write(to: &text) }
      text += ">"
      guard !Self.void.contains(name) else { return }
      for node in nodes { node.write(to: &text) }
      text += "</" + name + ">"
    }
  }

  /// The markup alone.
  var markup: String {
    var text = ""
    write(to: &text)
    return text
  }

  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { "&<>\"'".utf8.contains($0) || $0 < 0x20 }) else {
      return text
    }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// An attribute of an element: its name stands in the source, its value is escaped.
struct Attribute: Sendable {
  private let name: StaticString
  private let value: String?

  init(_ name: StaticString, _ value: String) { (self.name, self.value) = (name, value) }

  private init(name: StaticString) { (self.name, value) = (name, nil) }

  /// An attribute without a value.
  static func flag(_ name: StaticString) -> Attribute { Attribute(name: name) }

  /// An attribute that leads somewhere: only to a page of the board.
  static func href(_ link: Link) -> Attribute { Attribute("href", link.text) }
  static func action(_ link: Link) -> Attribute { Attribute("action", link.text) }
  static func formAction(_ link: Link) -> Attribute { Attribute("formaction", link.text) }
  static func source(_ link: Link) -> Attribute { Attribute("src", link.text) }
  static func sourceSet(_ link: Link) -> Attribute { Attribute("srcset", link.text) }
  static func `class`(_ name: StaticString) -> Attribute { Attribute("class", "\(name)") }
  static func id(_ name: String) -> Attribute { Attribute("id", name) }
  static func data(_ name: StaticString, _ value: String) -> Attribute { Attribute(name, value) }

  func write(to text: inout String) {
    text += " \(name)"
    if let value { text += "=\"" + Node.escaped(value) + "\"" }
  }
}

/// An element, as sources write it: `el("p", [.class("quiet")], "Nothing is cooking.")`.
func el(_ name: StaticString, _ attributes: [Attribute], _ children: Node...) -> Node {
  .element(name, attributes, children)
}

func el(_ name: StaticString, _ children: Node...) -> Node { .element(name, [], children) }
