/// Where a link, a form or a redirection of a page leads: always within the board.
struct Link: Sendable, Hashable {
  /// The path with its query, percent-encoded.
  let text: String

  private init(_ parts: [String], query: [(String, String)] = []) {
    let path = "/" + parts.map(Self.encoded).joined(separator: "/")
    let words = query.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }
    text = path + (words.isEmpty ? "" : "?" + words.joined(separator: "&"))
  }

  /// The pages whose forms lead back to them.
  private static let pages = Set(
    [kitchen, week, shop, dishes, history, to("history", "learn")].map(\.text))

  /// A page as somebody looked at it, with what stood behind its question mark; nil where it is none
  /// that forms lead back to.
  init?(page text: String) {
    let parts = text.split(separator: "?", maxSplits: 1)
    guard let path = parts.first, Self.pages.contains(String(path)),
      let query = Arguments.pairs(of: parts.count > 1 ? parts[1] : "")
    else { return nil }
    self.init(path.split(separator: "/").map(String.init), query: query)
  }

  /// What stands behind the question mark; empty for nothing.
  var query: String { text.split(separator: "?", maxSplits: 1).dropFirst().joined() }

  /// The same with a word more behind the question mark.
  func adding(_ name: String, _ value: String) -> Link {
    Link(
      text: "\(text)\(text.contains("?") ? "&" : "?")\(Self.encoded(name))=\(Self.encoded(value))")
  }

  private init(text: String) { self.text = text }

  static func to(_ parts: String..., query: [(String, String)] = []) -> Link {
    Link(parts, query: query)
  }

  static let tonight = Link([])
  static let kitchen = Link(["kitchen"])
  static let dishes = Link(["dishes"])
  static let history = Link(["history"])
  static let week = Link(["week"])
  static let shop = Link(["shop"])
  static let importing = Link(["import"])
  static let pair = Link(["pair"])
  static func dish(_ name: String) -> Link { Link(["dishes", name]) }
  static func run(_ id: Int) -> Link { Link(["history", String(id)]) }
  static func plan(_ id: Int) -> Link { Link(["plans", String(id)]) }
  static func asset(_ name: String) -> Link { Link(["assets", Build.id, name]) }

  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126: result.unicodeScalars.append(.init(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
