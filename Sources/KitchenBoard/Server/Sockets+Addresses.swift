import NIOCore
import NIOPosix

extension Sockets {
  /// The addresses of this machine on its networks, of IPv4.
  static func addresses() -> [String] {
    let devices = (try? System.enumerateDevices()) ?? []
    return devices.compactMap(\.address).filter { $0.protocol == .inet }
      .compactMap(\.ipAddress).filter { !$0.hasPrefix("127.") }
  }
}
