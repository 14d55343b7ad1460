/// The head of a request as its bytes say it, checked before any parser sees it: whatever two readers
/// could take in two ways is refused.
struct RequestHead: Sendable, Hashable {
  /// How many bytes the head has, with the empty line.
  var length: Int
  /// How many bytes of body follow.
  var bodyLength: Int
  /// Whether the client wants the connection closed afterwards.
  var closes: Bool

  /// What a look at the bytes found.
  enum Reading: Sendable, Hashable {
    /// The head has not ended yet.
    case needsMore
    /// A sound head.
    case head(RequestHead)
    /// What must be refused.
    case refused(Refusal)
  }

  /// Why a request is refused before it is read.
  enum Refusal: Sendable, Hashable {
    /// It is not HTTP as it should be; the sentence says what.
    case malformed(String)
    /// More than the board takes; the sentence says what.
    case tooLarge(String)
  }

  /// The most bytes of a request line, of a head and of bodies, and the most fields.
  enum Limit {
    static let line = 8 * 1024
    static let head = 16 * 1024
    static let fields = 64
    static let body = 64 * 1024
    static let importedBody = 1024 * 1024
  }

  /// Reads a head from the beginning of `bytes`.
  ///
  /// - Complexity: Linear in the bytes, at most ``Limit/head``.
  static func read(_ bytes: some RandomAccessCollection<UInt8>) -> Reading {
    var reader = HeadReader()
    for byte in bytes.prefix(Limit.head) {
      do {
        if let head = try reader.take(byte) { return .head(head) }
      } catch {
        return .refused(error)
      }
    }
    return bytes.count < Limit.head
      ? .needsMore : .refused(.tooLarge("The head of a request has at most 16 KB."))
  }
}

extension RequestHead.Refusal: Error {}

/// Reads a head byte by byte.
private struct HeadReader {
  private var line: [UInt8] = []
  private var count = 0
  private var isAfterReturn = false
  private var target: [UInt8]?
  private var fields = 0
  private var hosts = 0
  private var bodyLength: Int?
  private var closes = false

  private typealias Refusal = RequestHead.Refusal

  /// Takes the next byte; gives the head at its end.
  mutating func take(_ byte: UInt8) throws(RequestHead.Refusal) -> RequestHead? {
    count += 1
    if isAfterReturn {
      guard byte == UInt8(ascii: "\n") else {
        throw .malformed("A carriage return stands alone in the head.")
      }
      isAfterReturn = false
      defer { line.removeAll(keepingCapacity: true) }
      guard !line.isEmpty else { return try end() }
      try target == nil ? readRequestLine() : readField()
      return nil
    }
    switch byte {
    case UInt8(ascii: "\r"): isAfterReturn = true
    case UInt8(ascii: "\n"): throw .malformed("A line of the head ends without a carriage return.")
    case 0: throw .malformed("There is a NUL in the head.")
    default:
      line.append(byte)
      if target == nil, line.count > RequestHead.Limit.line {
        throw .tooLarge("A request line has at most 8 KB.")
      }
    }
    return nil
  }

  private mutating func readRequestLine() throws(RequestHead.Refusal) {
    let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.count == 3, words[0].allSatisfy(Self.isToken), !words[0].isEmpty,
      words[2].elementsEqual("HTTP/1.1".utf8) || words[2].elementsEqual("HTTP/1.0".utf8)
    else { throw .malformed("The first line is not a request of HTTP/1.1.") }
    guard words[1].first == UInt8(ascii: "/"), words[1].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { throw .malformed("A request names a path that begins with a slash.") }
    target = Array(words[1])
    closes = words[2].last == UInt8(ascii: "0")
  }

  private mutating func readField() throws(RequestHead.Refusal) {
    fields += 1
    guard fields <= RequestHead.Limit.fields else {
      throw .tooLarge("A request has at most 64 fields.")
    }
    guard line[0] != UInt8(ascii: " "), line[0] != UInt8(ascii: "\t") else {
      throw .malformed("A field goes on in another line.")
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      line[..<colon].allSatisfy(Self.isToken)
    else { throw .malformed("A field has no proper name.") }
    let value = String(decoding: line[(colon + 1)...], as: UTF8.self)
      .trimming { $0 == " " || $0 == "\t" }
    switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
    case "host": hosts += 1
    case "connection": closes = closes || value.lowercased().contains("close")
    case "transfer-encoding":
      throw .malformed("A body comes with its length, not in chunks.")
    case "content-length":
      guard bodyLength == nil else { throw .malformed("The length of the body is there twice.") }
      guard !value.isEmpty, value.utf8.count <= 12, value.utf8.allSatisfy({ 48...57 ~= $0 }),
        let length = Int(value)
      else { throw .malformed("The length of the body is not a number.") }
      bodyLength = length
    default: break
    }
  }

  private func end() throws(RequestHead.Refusal) -> RequestHead {
    guard let target else { throw .malformed("The first line is empty.") }
    guard hosts == 1 else {
      throw .malformed(
        hosts == 0 ? "The request names no host." : "The request names its host twice.")
    }
    let path = target.prefix { $0 != UInt8(ascii: "?") }
    let isImport = path.elementsEqual("/api/import".utf8) || path.elementsEqual("/import".utf8)
    let most = isImport ? RequestHead.Limit.importedBody : RequestHead.Limit.body
    guard bodyLength ?? 0 <= most else {
      throw .tooLarge("The body of such a request has at most \(most / 1024) KB.")
    }
    return RequestHead(length: count, bodyLength: bodyLength ?? 0, closes: closes)
  }

  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}

extension String {
  /// The text without what fits at either end.
  func trimming(_ fits: (Character) -> Bool) -> String {
    var text = self[...]
    while let first = text.first, fits(first) { text.removeFirst() }
    while let last = text.last, fits(last) { text.removeLast() }
    return String(text)
  }
}
