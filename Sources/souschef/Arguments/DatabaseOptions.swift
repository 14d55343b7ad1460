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
    help: ArgumentHelp("The current time, for scripts.", valueName: "time", visibility: .hidden))
  var now: String?

  /// The workspace these options describe.
  func workspace() throws -> Workspace {
    var workspace = try Workspace.ofThisProcess(databasePath: path)
    if let now { workspace.now = try Self.moment(now, from: workspace.now, in: workspace.timeZone) }
    return workspace
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
