/// A text of SQL, as far as it must be understood before SQLite sees it: some pragmas act as soon as
/// they are compiled.
///
/// Source: *SQL As Understood By SQLite*, tokenize.c.
struct QueryText {
  /// The words and marks of the first statement, in lower case, as many as tell its kind.
  private(set) var beginning: [String] = []
  /// Whether another statement follows.
  private(set) var hasMore = false
  private var rest: Substring.UnicodeScalarView

  private static let enough = 8

  init(_ sql: String) {
    rest = sql[...].unicodeScalars
    var isOver = false
    while let token = next() {
      if token == ";" {
        isOver = !beginning.isEmpty
      } else if isOver {
        hasMore = true
        return
      } else if beginning.count < Self.enough {
        beginning.append(token.lowercased())
      }
    }
  }

  /// The name of the pragma, where it is one that does more than to tell something.
  var actingPragma: String? {
    var words = beginning[...]
    if words.first == "explain" { words = words.dropFirst() }
    if words.starts(with: ["query", "plan"]) { words = words.dropFirst(2) }
    guard words.first == "pragma" else { return nil }
    words = words.dropFirst()
    if words.dropFirst().first == "." { words = words.dropFirst(2) }
    let name = words.first ?? ""
    let isBare = words.count == 1
    return Self.asking.contains(name) || isBare && Self.telling.contains(name) ? nil : name
  }

  /// Pragmas that only tell, also where they are given a table or an index.
  private static let asking: Set<String> = [
    "collation_list", "compile_options", "database_list", "foreign_key_check", "foreign_key_list",
    "function_list", "index_info", "index_list", "index_xinfo", "integrity_check", "module_list",
    "pragma_list", "quick_check", "table_info", "table_list", "table_xinfo",
  ]
  /// Pragmas that only tell where they are given nothing.
  private static let telling: Set<String> = [
    "application_id", "auto_vacuum", "cache_size", "data_version", "encoding", "foreign_keys",
    "freelist_count", "max_page_count", "page_count", "page_size", "query_only",
    "schema_version", "synchronous", "temp_store", "user_version",
  ]

  /// The next word, text or mark; nil at the end.
  private mutating func next() -> String? {
    while let first = rest.first {
      if first.properties.isWhitespace || first == "\u{FEFF}" {
        rest = rest.dropFirst()
      } else if rest.starts(with: "--".unicodeScalars) {
        rest = rest.drop { $0 != "\n" }
      } else if rest.starts(with: "/*".unicodeScalars) {
        skipComment()
      } else if let close = Self.quotes[first] {
        return quoted(until: close)
      } else {
        let word = rest.prefix {
          $0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0)
        }
        let token = word.isEmpty ? rest.prefix(1) : word
        rest = rest.dropFirst(token.count)
        return String(token)
      }
    }
    return nil
  }

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
    "'": "'", "\"": "\"", "`": "`", "[": "]",
  ]

  /// What stands between quotation marks; doubled ones are two texts in a row, which is as good here.
  private mutating func quoted(until close: Unicode.Scalar) -> String {
    let text = rest.dropFirst().prefix { $0 != close }
    rest = rest.dropFirst(text.count + 2)
    return String(text)
  }

  private mutating func skipComment() {
    rest = rest.dropFirst(2)
    while !rest.isEmpty, !rest.starts(with: "*/".unicodeScalars) { rest = rest.dropFirst() }
    rest = rest.dropFirst(2)
  }
}
