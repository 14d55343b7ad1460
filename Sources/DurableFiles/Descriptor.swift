internal import Glibc

/// Writing to an open file, pipe or device.
package enum Descriptor {
  /// Writes all of `bytes`.
  ///
  /// Where whoever opened the file lets nobody wait for it (`O_NONBLOCK`), the waiting is done here.
  ///
  /// - Throws: ``SystemFault``.
  package static func write(
    _ bytes: ArraySlice<UInt8>, to descriptor: Int32
  ) throws(SystemFault) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        var question = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&question, 1, -1)
      } else if errno != EINTR {
        throw .last
      }
    }
  }
}
