internal import Dispatch
internal import Glibc

/// Reports writes to a database file and its log as they happen, by any process of this machine.
/// Writes by other machines to a shared folder are not reported: look now and then as well.
///
/// Source: inotify(7).
package final class WriteNews: Sendable {
  // Only ever cancelled, which any thread may do.
  nonisolated(unsafe) private let source: any DispatchSourceRead

  /// How long nothing is passed on after something was, in microseconds: a bulk of writes is heard of
  /// a few times.
  private static let rest: UInt32 = 20_000
  private static let events = IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM

  /// Begins to listen, until the value is let go of.
  ///
  /// - Parameter hear: Called on a thread of its own.
  /// - Returns: nil where the system cannot tell: the folder is not there, or too many listen already.
  package init?(ofDatabase path: String, hear: @escaping @Sendable () -> Void) {
    // The log stands beside the file itself, wherever a link to it is.
    let real = Self.resolved(path)
    let slash = real.lastIndex(of: "/")
    let folder = slash.map { $0 == real.startIndex ? "/" : String(real[..<$0]) } ?? "."
    let name = slash.map { String(real[real.index(after: $0)...]) } ?? real
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    guard inotify_add_watch(descriptor, folder, UInt32(Self.events)) >= 0 else {
      close(descriptor)
      return nil
    }
    source = DispatchSource.makeReadSource(
      fileDescriptor: descriptor, queue: DispatchQueue(label: "souschef.write-news"))
    source.setEventHandler { @Sendable in
      if Self.mentions(name, descriptor) { hear() }
      usleep(Self.rest)
    }
    source.setCancelHandler { @Sendable in close(descriptor) }
    source.activate()
  }

  deinit { source.cancel() }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Reads what has come; whether any of it is about the file of that name or one beside it, or
  /// something was missed.
  private static func mentions(_ name: String, _ descriptor: Int32) -> Bool {
    var isMentioned = false
    let size = 16 * 1024
    withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { buffer in
      var count = read(descriptor, buffer.baseAddress, size)
      while count > 0 {
        let part = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        isMentioned = mentions(name, part) || isMentioned
        count = read(descriptor, buffer.baseAddress, size)
      }
    }
    return isMentioned
  }

  private static func mentions(_ name: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let head = MemoryLayout<inotify_event>.size
    var place = 0
    while place + head <= bytes.count {
      let event = bytes.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
      let text = bytes[(place + head)...].prefix(Int(event.len)).prefix { $0 != 0 }
      // "kitchen.db" itself, "kitchen.db-wal", "kitchen.db-journal".
      let rest = text.dropFirst(name.utf8.count)
      let isBeside = rest.isEmpty || rest.first == UInt8(ascii: "-")
      if event.wd < 0 || text.starts(with: name.utf8) && isBeside { return true }
      place += head + Int(event.len)
    }
    return false
  }
}
