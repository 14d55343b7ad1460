/// By which names the board may be asked for. A page of another site whose name leads here gets
/// nothing: its name is not one of these.
struct HostRule: Sendable, Hashable {
  /// The names in lower case, with addresses of IPv6 in brackets.
  var names: Set<String>
  /// The port that is listened at.
  var port: Int
  /// What a proxy before it is known as: `https://kitchen.example`.
  var origin: String?
  /// How browsers reach it without a proxy.
  var scheme = Scheme.http

  /// How browsers reach the board.
  enum Scheme: String, Sendable {
    case http, https

    /// The port that addresses leave out.
    var usualPort: Int { self == .http ? 80 : 443 }
  }

  /// Names that are always right: this machine seen from itself.
  static let loopback: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

  init(
    names: Set<String> = [], port: Int, origin: String? = nil, scheme: Scheme = .http
  ) {
    self.scheme = scheme
    self.names = Self.loopback.union(names.map { $0.lowercased() })
    self.port = port
    self.origin = origin?.lowercased()
  }

  /// Whether browsers reach the board by https alone.
  var isSecure: Bool { origin.map { $0.hasPrefix("https:") } ?? (scheme == .https) }

  /// Whether `host`, the field as it was sent, names this board.
  func allows(host: String) -> Bool {
    let host = host.lowercased()
    if let origin, origin.hasSuffix("://\(host)") { return true }
    let (name, port) = Self.split(host)
    guard names.contains(name) else { return false }
    return port.map { $0 == String(self.port) } ?? (self.port == scheme.usualPort)
  }

  /// Whether a request to `host` comes from a page of this board.
  func allows(origin: String, to host: String) -> Bool {
    guard allows(host: host) else { return false }
    let host = host.lowercased()
    if let known = self.origin, known.hasSuffix("://\(host)") { return origin == known }
    return origin == "\(scheme)://\(host)"
  }

  private static func split(_ host: String) -> (name: String, port: String?) {
    let end = host.hasPrefix("[") ? host.firstIndex(of: "]") : nil
    guard let colon = host[(end ?? host.startIndex)...].firstIndex(of: ":") else {
      return (host, nil)
    }
    return (String(host[..<colon]), String(host[host.index(after: colon)...]))
  }
}
