/// Where something stands in a text, both counted from 1, the column in Unicode scalars.
package struct JSONPlace: Sendable, Hashable {
  /// The line.
  package var line: Int
  /// The column.
  package var column: Int

  /// Creates a place.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A value of JSON with its place.
package struct JSONNode: Sendable, Hashable {
  /// The value.
  package var content: Content
  /// Where it begins.
  package var place: JSONPlace

  /// A value.
  package enum Content: Sendable, Hashable {
    /// A text, without its marks.
    case string(String)
    /// `true`, `false`, `null` or a number, as written.
    case word(String)
    /// Values in order.
    case array([JSONNode])
    /// Keys with values, in the order written; no key comes twice.
    case object([Entry])
  }

  /// A key with its value.
  package struct Entry: Sendable, Hashable {
    /// The key.
    package var key: String
    /// Where the key begins.
    package var place: JSONPlace
    /// The value.
    package var value: JSONNode
  }
}

/// Why a text is not JSON.
package struct JSONFault: Error, Sendable, Hashable {
  /// What is wrong.
  package var kind: Kind
  /// Where.
  package var place: JSONPlace

  /// Creates a fault.
  package init(kind: Kind, place: JSONPlace) {
    self.kind = kind
    self.place = place
  }

  /// What is wrong.
  package enum Kind: Sendable, Hashable {
    /// There is more behind the value.
    case somethingFollows(Unicode.Scalar)
    /// Something else stands where this is wanted; nil for the end of the text.
    case unexpected(Unicode.Scalar?, wanted: Wanted)
    /// Values nest deeper than this.
    case tooDeep(Int)
    /// A key comes twice in its object.
    case repeatedKey(String)
    /// A text holds a control character as it is.
    case controlCharacter
    /// A text is not closed.
    case unclosedText
    /// A text holds an escape that JSON does not know.
    case unknownEscape
  }

  /// What may stand at a place.
  package enum Wanted: Sendable, Hashable {
    /// A value.
    case value
    /// A key in quotation marks.
    case key
    /// A colon.
    case colon
    /// A comma or a closing brace.
    case commaOrBrace
    /// A comma or a closing bracket.
    case commaOrBracket
    /// What a backslash is followed by.
    case escape
    /// A hexadecimal digit.
    case hexadecimalDigit
  }
}
