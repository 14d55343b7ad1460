import Dispatch
import Foundation
import Glibc
import KitchenModel
import Synchronization

/// A pipe that has a name, or was handed down under one (`<(command)`), as a file to read.
enum SourcePipe {
  /// Opens it; nil for what is not a pipe.
  ///
  /// A pipe that nobody writes to is waited for a little, so that its writer may be started at the
  /// same time, and not for ever.
  ///
  /// - Throws: a ``Diagnostic`` where nobody writes.
  static func open(_ path: String) throws(Diagnostic) -> FileHandle? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { return nil }
    let opening = Opening(path)
    guard let descriptor = opening.descriptor(within: .seconds(3)) else {
      throw Diagnostic(
        .unreadable, "\(path.quoted) cannot be read: nobody writes to it.",
        hints: ["Start the program that writes to it first."])
    }
    // Whoever opens it the usual way says why it cannot be.
    guard descriptor >= 0 else { return nil }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// A file that is being opened on a thread of its own, where that may take for ever.
  private final class Opening: Sendable {
    private let result = Mutex<Int32?>(nil)
    private let isOver = DispatchSemaphore(value: 0)

    init(_ path: String) {
      Thread.detachNewThread { [self] in
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        result.withLock { $0 = descriptor }
        isOver.signal()
      }
    }

    /// What came of it; nil where nothing did in time.
    func descriptor(within limit: DispatchTimeInterval) -> Int32? {
      guard isOver.wait(timeout: .now() + limit) == .success else { return nil }
      return result.withLock { $0 }
    }
  }
}
