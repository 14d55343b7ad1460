import ArgumentParser
import Foundation
import KitchenModel
import SouschefCore

/// Where everything is stored and what time it is.
struct DatabaseOptions: ParsableArguments {
  @Option(
    name: .customLong("db"),
    help: ArgumentHelp(
      "The database file (default: $SOUSCHEF_DB, else $XDG_DATA_HOME/souschef/souschef.db).",
      valueName: "path"))
  var path: String?

  @Option(
    help: ArgumentHelp("The present moment, for scripts.", valueName: "time", visibility: .hidden))
  var now: String?

  /// The workspace these options describe.
  func workspace() throws -> Workspace {
    let environment = ProcessInfo.processInfo.environment
    let present = Self.wallClock()
    let zone = try ZoneName.zone(environment["TZ"])
    return Workspace(
      databasePath: try path ?? Self.defaultPath(environment),
      now: try now.map { try Self.moment($0, from: present, in: zone) } ?? present,
      timeZone: zone, clock: Self.wallClock, wait: Self.wait)
  }

  @Sendable private static func wallClock() -> Instant {
    Instant(milliseconds: Int((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }

  @Sendable private static func wait(_ duration: Duration) {
    Thread.sleep(forTimeInterval: duration / .seconds(1))
  }

  /// Where the database is when no option says so.
  static func defaultPath(_ environment: [String: String]) throws -> String {
    if let path = environment["SOUSCHEF_DB"], !path.isEmpty { return path }
    // The base directory specification has relative paths ignored.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      return file(in: data, "souschef/souschef.db")
    }
    guard let home = environment["HOME"], !home.isEmpty else {
      throw Diagnostic(
        .usage, "There is no home folder to keep the database in: HOME is not set.",
        hints: ["Say where it is with --db PATH or SOUSCHEF_DB."])
    }
    return file(in: home, ".local/share/souschef/souschef.db")
  }

  private static func file(in folder: String, _ name: String) -> String {
    folder + (folder.hasSuffix("/") ? "" : "/") + name
  }

  private static func moment(_ text: String, from clock: Instant, in zone: TimeZone) throws
    -> Instant
  {
    if let instant = Instant(iso8601: text) { return instant }
    return try reading(.usage, "--now") {
      let time = try ClockTime(parsing: text)
      let instant = time.nextOccurrence(after: clock, in: zone)
      guard time.isShown(at: instant, in: zone) else { throw ClockTimeFault.skipped(text) }
      return instant
    }
  }
}

/// Reads a value of the command line; a fault names the option it was given to.
func reading<Value>(_ kind: Diagnostic.Kind, _ option: String, _ body: () throws -> Value) throws
  -> Value
{
  do {
    return try body()
  } catch let fault as any Explained {
    throw Diagnostic(kind, "\(option): \(fault.message)", hints: [fault.hint])
  }
}
