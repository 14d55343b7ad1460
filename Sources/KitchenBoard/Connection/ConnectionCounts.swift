import NIOCore
import Synchronization

/// How many of something there may be at once, in all and from one address.
final class ConnectionCounts: Sendable {
  private let most: Int
  private let mostOfAddress: Int
  private let open = Mutex<[String: Int]>([:])

  init(most: Int, ofAddress: Int) {
    self.most = most
    mostOfAddress = ofAddress
  }

  /// Counts one more; false where there may not be one.
  func enter(_ address: String) -> Bool {
    open.withLock { open in
      let own = open[address] ?? 0
      guard own < mostOfAddress, open.values.reduce(0, +) < most else { return false }
      open[address] = own + 1
      return true
    }
  }

  /// Counts one less.
  func leave(_ address: String) {
    open.withLock { open in
      let left = (open[address] ?? 1) - 1
      open[address] = left > 0 ? left : nil
    }
  }

  /// How many there are.
  var count: Int { open.withLock { $0.values.reduce(0, +) } }
}

extension SocketAddress {
  /// The address without its port, as connections are counted; an IPv4 address that came in by IPv6
  /// is the same address.
  var countedAs: String {
    let text = ipAddress ?? "local"
    return text.hasPrefix("::ffff:") ? String(text.dropFirst(7)) : text
  }
}
