internal import Dispatch
internal import KitchenModel
internal import Synchronization

/// Reads the plans of an import on another core while their rows are written.
///
/// Reading them takes a third of a long import's time, and a plan that cannot be read must be found
/// out before it is stored, not when it is needed.
final class SnapshotCheck: Sendable {
  private let queue = DispatchQueue(label: "souschef.snapshots")
  /// How many may wait, so that a file longer than the memory can be imported.
  private let places = DispatchSemaphore(value: 512)
  private let unreadable = Mutex<Int?>(nil)

  /// Has a snapshot read sooner or later; `number` is the plan's in the file.
  func add(_ snapshot: String, number: Int) {
    places.wait()
    queue.async { [self] in
      defer { places.signal() }
      guard (try? JSONText.decode(Plan.self, from: snapshot)) == nil else { return }
      unreadable.withLock { $0 = $0 ?? number }
    }
  }

  /// Waits until every snapshot has been read.
  ///
  /// - Throws: ``Diagnostic`` of kind `badContent` that names the first plan that cannot be read.
  func finish() throws {
    queue.sync {}
    guard let number = unreadable.withLock({ $0 }) else { return }
    throw Diagnostic(
      .badContent, "Plan \(number) of the history cannot be read.",
      hints: ["Import what `history export` writes; nothing was stored."])
  }
}
