import Glibc
import KitchenModel

/// What the machine has of addresses, ports and open files.
enum Sockets {
  /// The port to listen at: a free one where 0 is asked for.
  ///
  /// - Throws: a ``Diagnostic`` where the port is taken or not allowed.
  static func port(_ wanted: Int) throws -> Int {
    guard (0...65_535).contains(wanted) else {
      throw Diagnostic(.usage, "A port is 1 to 65535 (got \(wanted)).", hints: ["5180 is usual."])
    }
    let (number, reason) = listen(on: "127.0.0.1", port: wanted)
    guard let number else {
      throw Diagnostic(
        .cannotCreate, "Port \(wanted) cannot be used: \(reason).",
        hints: ["Choose another port; another board may be running here."])
    }
    return number
  }

  /// Whether an address can be listened at.
  static func canListen(on address: String, port: Int) -> Bool {
    listen(on: address, port: port).port != nil
  }

  /// Listens for a moment; gives the port, or why not.
  private static func listen(on address: String, port: Int) -> (port: Int?, reason: String) {
    let isNew = address.contains(":")
    let file = socket(isNew ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard file >= 0 else { return (nil, String(cString: strerror(errno))) }
    defer { close(file) }
    var yes: Int32 = 1
    setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    let bound = isNew ? bindNew(file, address, port) : bindOld(file, address, port)
    guard bound == 0, Glibc.listen(file, 1) == 0 else {
      return (nil, String(cString: strerror(errno)))
    }
    guard port == 0 else { return (port, "") }
    var own = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let found = withUnsafeMutablePointer(to: &own) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(file, $0, &size) }
    }
    return found == 0 ? (Int(UInt16(bigEndian: own.sin_port)), "") : (nil, "it has no number")
  }

  private static func bindOld(_ file: Int32, _ address: String, _ port: Int) -> Int32 {
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = UInt16(port).bigEndian
    inet_pton(AF_INET, address, &place.sin_addr)
    return withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  private static func bindNew(_ file: Int32, _ address: String, _ port: Int) -> Int32 {
    var place = sockaddr_in6()
    place.sin6_family = sa_family_t(AF_INET6)
    place.sin6_port = UInt16(port).bigEndian
    inet_pton(AF_INET6, address, &place.sin6_addr)
    return withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(file, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
      }
    }
  }

  /// The names of this machine.
  static func hostNames() -> [String] {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return [] }
    let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    guard !text.isEmpty else { return [] }
    let short = text.prefix { $0 != "." }
    return [text, String(short), "\(short).local"]
  }

  /// Lets the program have as many files open as the system allows it.
  static func raiseFileLimit() {
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    guard getrlimit(kind, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, max(limit.rlim_cur, 1024))
    setrlimit(kind, &limit)
  }

  /// How many connections the files that may be open leave room for.
  static func mostConnections() -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 16 }
    return max(4, Int(min(limit.rlim_cur, 10_000)) - 40)
  }
}
