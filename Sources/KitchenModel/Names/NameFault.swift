/// Why a text is not a name.
package enum NameFault: Explained, Hashable {
  /// Nothing, or only spaces.
  case empty
  /// More than ``Name/longest`` characters.
  case tooLong(String)
  /// A character that has a meaning elsewhere.
  case forbidden(Unicode.Scalar, in: String)
  /// A control character.
  case control(in: String)

  package var message: String {
    switch self {
    case .empty: "A name is missing."
    case .tooLong(let name):
      "The name \(name.quoted) is \(name.unicodeScalars.count) characters long."
    case .forbidden(let scalar, let name): "The name \(name.quoted) contains \"\(scalar)\"."
    case .control(let name): "The name \(name.quoted) contains a control character."
    }
  }

  package var hint: String {
    switch self {
    case .empty: "Use 1 to 100 characters."
    case .tooLong: "A name has at most 100 characters."
    case .forbidden: "\"/\" and \":\" separate dishes from steps and servings; leave them out."
    case .control: "Type the name by hand; copied text may contain invisible characters."
    }
  }
}
