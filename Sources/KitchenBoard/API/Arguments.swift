import Foundation
import Hummingbird
import KitchenModel
import NIOCore

/// What a request says, whether as JSON, as a form or behind the question mark: the options of the
/// command line by their long names, `serve-at` and `serveAt` alike.
struct Arguments: Sendable {
  private var values: [String: Value] = [:]
  /// The hash of a form's body: a form that is sent again with the same id but other content is a new
  /// request. Empty for JSON, where the id alone counts.
  private(set) var typed = ""

  /// A value of an argument.
  enum Value: Sendable, Decodable {
    case text(String)
    case flag(Bool)
    case list([String])
    case missing

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .missing
      } else if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Int.self) {
        self = .text(String(number))
      } else if let number = try? container.decode(Double.self) {
        self = .text("\(number)")
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else {
        self = .list(try container.decode([String].self))
      }
    }
  }

  /// Reads what is behind the question mark.
  init(query request: Request, allowing names: Set<String>) throws {
    try self.init(form: request.uri.query ?? "", allowing: names)
  }

  /// Reads the body of a request.
  ///
  /// - Throws: ``BoardFailure``, also for an argument that is not among `names`.
  init(body request: Request, allowing names: Set<String>) async throws {
    var request = request
    let bytes = try await request.collectBody(upTo: RequestHead.Limit.importedBody)
    if request.uri.path.hasPrefix("/api/") {
      try self.init(json: Data(bytes.readableBytesView), allowing: names)
    } else {
      try self.init(form: String(buffer: bytes), allowing: names.union(["form", "back"]))
      typed = SHA256.hex(bytes.readableBytesView)
    }
  }

  /// Reads an object of JSON.
  ///
  /// - Throws: ``BoardFailure``.
  init(json: Data, allowing names: Set<String>) throws {
    guard !json.isEmpty else { return }
    guard let object = try? JSONDecoder().decode([String: Value].self, from: json) else {
      throw BoardFailure.usage(
        "The body is not an object of JSON with texts, numbers, yes or no, or lists of texts.")
    }
    for (key, value) in object { try take(key, value, names) }
  }

  /// Reads a form.
  ///
  /// - Throws: ``BoardFailure``.
  init(form: String, allowing names: Set<String>) throws {
    guard let pairs = Self.pairs(of: form) else {
      throw BoardFailure.usage("The form is not written as forms are.")
    }
    var lists: [String: [String]] = [:]
    for (key, value) in pairs { lists[key, default: []].append(value) }
    for (key, values) in lists {
      try take(key, values.count == 1 ? .text(values[0]) : .list(values), names)
    }
  }

  private mutating func take(_ key: String, _ value: Value, _ names: Set<String>) throws {
    // `for:Pasta` says something of the dish behind the colon.
    if let colon = key.firstIndex(of: ":"), names.contains(String(key[...colon])) {
      values[key] = value
      return
    }
    let name = Self.camelCased(key)
    guard names.contains(name) || name == "id" else {
      throw BoardFailure.usage(
        "There is no argument \(String(key.prefix(60)).quoted).",
        hints: NearMiss.question(of: names.sorted(), for: name).map { [$0] } ?? [])
    }
    values[name] = value
  }

  /// A text; nil where it is missing or empty.
  func text(_ name: String) throws -> String? {
    switch values[name] {
    case .text(let text): text.trimmed.isEmpty ? nil : text
    case .missing, nil: nil
    case .flag, .list: throw BoardFailure.usage("\(name) is a text.")
    }
  }

  /// A list of texts, which a single one is too.
  func texts(_ name: String) throws -> [String] {
    switch values[name] {
    case .text(let text): text.trimmed.isEmpty ? [] : [text]
    case .list(let texts): texts.filter { !$0.trimmed.isEmpty }
    case .missing, nil: []
    case .flag: throw BoardFailure.usage("\(name) is a list of texts.")
    }
  }

  /// What is said of things by name: `for:Pasta` under `Pasta`; what is empty is left out.
  func named(_ prefix: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for key in values.keys where key.hasPrefix(prefix) {
      found[String(key.dropFirst(prefix.count))] = try text(key)
    }
    return found
  }

  /// A whole number.
  func number(_ name: String) throws -> Int? {
    guard let text = try text(name) else { return nil }
    guard let number = Int(text.trimmed) else {
      throw BoardFailure.usage("\(name) is a whole number, not \(String(text.prefix(40)).quoted).")
    }
    return number
  }

  /// Yes or no.
  func flag(_ name: String) throws -> Bool {
    switch values[name] {
    case .flag(let flag): return flag
    case .missing, nil: return false
    case .text(let text):
      guard
        let flag = ["yes": true, "true": true, "on": true, "no": false, "false": false, "": false][
          text]
      else { throw BoardFailure.usage("\(name) is yes or no.") }
      return flag
    case .list: throw BoardFailure.usage("\(name) is yes or no.")
    }
  }

  /// Whether the value is yes; false for any other text.
  func saysYes(_ name: String) -> Bool { (try? flag(name)) == true }

  /// The id that makes the request happen once; nil where it has none.
  func id() throws -> String? {
    guard let id = try text("id") else { return nil }
    guard id.utf8.count <= 100 else {
      throw BoardFailure.usage("An id has at most 100 characters.")
    }
    return id
  }

  /// Whether the form was made for this screen.
  func carries(formToken token: String) -> Bool {
    guard !token.isEmpty, case .text(let text) = values["form"] else { return false }
    return Secret.equal(text, token)
  }

  /// The page that the form was on; nil where forms do not return to it.
  func back() throws -> Link? { try text("back").flatMap { Link(page: $0) } }

  /// The fields of a form as they are sent, in order; nil where they are not written as forms are.
  static func pairs(of form: some StringProtocol) -> [(String, String)]? {
    var pairs: [(String, String)] = []
    for pair in form.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let key = decoded(Substring(parts[0])),
        let value = decoded(parts.count > 1 ? Substring(parts[1]) : "")
      else { return nil }
      pairs.append((key, value))
    }
    return pairs
  }

  private static func decoded(_ text: Substring) -> String? {
    text.replacing("+", with: " ").removingPercentEncoding
  }

  private static func camelCased(_ key: String) -> String {
    let words = key.split(separator: "-")
    guard words.count > 1 else { return key }
    return String(words[0])
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
