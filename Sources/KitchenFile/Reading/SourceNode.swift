import KitchenModel

/// A value of a file with its place, be it YAML's or JSON's.
struct SourceNode {
  /// The value.
  var content: Content
  /// Where it begins.
  var place: Diagnostic.Place

  /// A value.
  enum Content {
    /// Text, a number, a truth value or nothing.
    case scalar(String, Style)
    /// A list.
    case list([SourceNode])
    /// Keys with values, in the order written.
    case map([Entry])
  }

  /// Whether a scalar is text for certain.
  enum Style {
    /// In quotation marks or as a block: text.
    case quoted
    /// Bare: text, unless it reads as something else.
    case plain
  }

  /// A key with its value.
  struct Entry {
    /// The key.
    var key: String
    /// Where the key begins.
    var place: Diagnostic.Place
    /// The value.
    var value: SourceNode
  }

  /// The deepest that values nest in a file; a kitchen's nest nine deep.
  static let deepest = 64
}

extension SourceNode {
  /// Whether it is nothing: `null`, `~` or blank.
  var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The truth value that it is; nil for anything else.
  var boolean: Bool? {
    guard case .scalar(let text, .plain) = content else { return nil }
    return ["true", "True", "TRUE"].contains(text)
      ? true : ["false", "False", "FALSE"].contains(text) ? false : nil
  }

  /// What it is, as a message says it.
  var sort: String {
    switch content {
    case .list: "a list"
    case .map: "a group of keys"
    case .scalar(let text, let style):
      isNull ? "nothing" : style == .plain ? text.quoted : "the text \(text.quoted)"
    }
  }

  /// A fault at its place.
  func fault(_ message: String, _ hint: String) -> Diagnostic {
    Diagnostic(.badContent, message, at: place, hints: [hint])
  }
}
