package import Foundation
package import KitchenModel
package import KitchenStore

/// Where a use case works: the database, the present moment and the zone of clock times.
package struct Workspace: Sendable {
  /// The database file.
  package var databasePath: String
  /// The kitchen itself where it is in memory alone; nil where it is in the database file.
  package var memory: KitchenStore?
  /// The present moment: when the command began.
  package var now: Instant
  /// The wall clock, for work that takes a while.
  package var clock: @Sendable () -> Instant
  /// Returns after that much time, for work that looks again and again.
  package var wait: @Sendable (Duration) -> Void
  /// The zone of clock times.
  package var timeZone: TimeZone

  /// Creates a workspace; nothing is opened yet.
  package init(
    databasePath: String, now: Instant, timeZone: TimeZone,
    clock: @escaping @Sendable () -> Instant, wait: @escaping @Sendable (Duration) -> Void
  ) {
    self.wait = wait
    self.clock = clock
    self.databasePath = databasePath
    self.now = now
    self.timeZone = timeZone
  }
}
