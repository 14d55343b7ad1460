import Dispatch
import KitchenModel
import SouschefCore

/// The kitchen behind the pages: use cases are called through it, on threads of their own, so that
/// neither the connections nor a run that is cooked here wait for a disk.
struct BoardKitchen: Sendable {
  private let base: Workspace
  private let hasBeenThere = Flag()
  private static let threads = DispatchQueue(
    label: "souschef.board.use-cases", qos: .userInitiated, attributes: .concurrent)

  init(_ workspace: Workspace) { base = workspace }

  /// The wall clock.
  var clock: @Sendable () -> Instant { base.clock }

  /// The database file.
  var databasePath: String { base.databasePath }

  /// Whether the database was there and has been removed. Devices cannot be recognised until it is put
  /// back.
  var isGone: Bool {
    guard !base.isThere else {
      hasBeenThere.set()
      return false
    }
    return hasBeenThere.isSet
  }

  /// The workspace of this moment.
  var workspace: Workspace {
    var workspace = base
    workspace.now = base.clock()
    return workspace
  }

  /// Runs `body` away from the caller's thread.
  ///
  /// - Throws: what `body` throws.
  func use<Value: Sendable>(
    _ body: @escaping @Sendable (Workspace) throws -> Value
  ) async throws -> Value {
    let workspace = workspace
    return try await withCheckedThrowingContinuation { continuation in
      Self.threads.async {
        continuation.resume(with: Result { try body(workspace) })
      }
    }
  }
}
