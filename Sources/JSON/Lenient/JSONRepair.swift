/// What had to be made good in JSON that is not quite JSON.
package enum JSONRepair: String, Sendable, Hashable, CaseIterable {
  /// Line breaks or other control characters inside a string.
  case controlCharacter
  /// A comma before a closing bracket, or several in a row.
  case superfluousComma
  /// A semicolon after the value, or in place of a comma.
  case semicolon
  /// `<![CDATA[` … `]]>` around the value.
  case characterData
  /// `/* … */`, `// …` or `<!-- … -->`.
  case comment
  /// `NaN`, `Infinity`, `undefined` or another bare word for a value.
  case bareWord
  /// A key without quotation marks.
  case bareKey
  /// A string in single quotation marks.
  case singleQuotes
  /// A quotation mark inside a string without a backslash before it.
  case innerQuote
  /// A backslash before a character that needs none.
  case escape
  /// A missing comma or colon.
  case missingSeparator
  /// The text ends before all brackets are closed, or in a string.
  case unclosed
  /// A bracket closes what was never opened, or something else stands where nothing belongs.
  case strayCharacter
  /// Nesting beyond ``LenientJSON/deepest``; what lies deeper is left out.
  case tooDeep
  /// Quotation marks written as HTML entities.
  case entities
  /// Half a surrogate pair, or bytes that are not UTF-8.
  case brokenUnicode

  /// What was found, as part of a sentence: "Repaired …".
  package var words: String {
    switch self {
    case .controlCharacter: "raw control characters in a string"
    case .superfluousComma: "a superfluous comma"
    case .semicolon: "a semicolon"
    case .characterData: "a CDATA wrapper"
    case .comment: "a comment"
    case .bareWord: "a bare word for a value"
    case .bareKey: "a key without quotation marks"
    case .singleQuotes: "single quotation marks"
    case .innerQuote: "a quotation mark inside a string"
    case .escape: "a needless backslash"
    case .missingSeparator: "a missing comma or colon"
    case .unclosed: "an unclosed bracket or string"
    case .strayCharacter: "stray characters"
    case .tooDeep: "nesting too deep to follow"
    case .entities: "quotation marks written as HTML entities"
    case .brokenUnicode: "broken Unicode"
    }
  }
}
