import Foundation
import KitchenModel

extension Workspace {
  /// The workspace that a program finds itself in: its environment, the wall clock and its zone.
  ///
  /// - Parameter path: The database; nil for where the environment has it.
  /// - Throws: a ``Diagnostic`` where the environment leads nowhere.
  package static func ofThisProcess(databasePath path: String?) throws -> Workspace {
    let environment = ProcessInfo.processInfo.environment
    return Workspace(
      databasePath: try path ?? defaultPath(environment), now: wallClock(),
      timeZone: try ZoneName.zone(environment["TZ"]), clock: wallClock, wait: wait)
  }

  @Sendable private static func wallClock() -> Instant {
    Instant(milliseconds: Int((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }

  @Sendable private static func wait(_ duration: Duration) {
    Thread.sleep(forTimeInterval: duration / .seconds(1))
  }

  /// Where the database is when nobody says so.
  package static func defaultPath(_ environment: [String: String]) throws -> String {
    if let path = environment["SOUSCHEF_DB"], !path.isEmpty { return path }
    // The base directory specification has relative paths ignored.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      return file(in: data, "souschef/souschef.db")
    }
    guard let home = environment["HOME"], !home.isEmpty else {
      throw Diagnostic(
        .usage, "There is no home folder to keep the database in: HOME is not set.",
        hints: [.advice(.nameDatabase)])
    }
    return file(in: home, ".local/share/souschef/souschef.db")
  }

  private static func file(in folder: String, _ name: String) -> String {
    folder + (folder.hasSuffix("/") ? "" : "/") + name
  }
}
