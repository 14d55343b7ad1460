import Foundation
import GRDB
import KitchenModel
import MealExecution
import TestSupport

@testable import KitchenStore
@testable import SouschefCore

/// A database in a folder of its own with a live run of lunch that has begun.
final class LiveStore {
  let store: KitchenStore
  let run: Int
  let plan: Plan
  let lock: LeaseLock
  private let folder: URL

  static let now = Instant(epochSeconds: 1_795_360_800)

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "live-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "souschef.db").path()
    store = try KitchenStore.open(at: path, for: .writing)
    lock = try LeaseLock(beside: path)
    plan = try PlanFixtures.lunch()
    run = try store.runs.begin(
      .new(plan), mode: .live, policy: .static, startedAt: Self.now,
      lease: RunLease(pid: 1, token: lock.token, host: "local", renewedAt: Self.now))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A workspace on the database; `wait` is called for every while that somebody waits.
  func workspace(wait: @escaping @Sendable () -> Void) -> Workspace {
    Workspace(
      databasePath: store.path ?? "", now: Self.now, timeZone: .gmt, clock: { Self.now },
      wait: { _ in wait() })
  }

  /// Something that happens after so many seconds.
  static func event(_ second: Int, _ kind: RunEvent.Kind, text: String? = nil) -> RunEvent {
    RunEvent(at: now + Seconds(second), elapsed: Seconds(second), kind, text: text)
  }

  /// Lets the database grow no further, as on a disk that is full; or as far as it likes.
  func fill(_ isFull: Bool) throws {
    try store.queue.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(isFull ? pages : 1_000_000)")
    }
  }

  /// The log of the run as the database has it.
  func stored() throws -> [RunEvent] { try store.runs.events(of: run) }
}
