import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef db`: the file everything is in.
struct DatabaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "db", abstract: "Find, copy and query the database.",
    discussion: "Example:\n  souschef db backup copy.db",
    subcommands: [Path.self, Backup.self, Restore.self, Query.self])

  struct Path: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "path",
      abstract: "Print where the database is.",
      discussion: "Example:\n  sqlite3 \"$(souschef db path)\"")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let path = try database.workspace().databasePath
      if output.isJSON {
        Output.write(JSONValue.object([.init("path", .string(path))]).documentText)
      } else {
        Output.print(path)
      }
    }
  }

  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "backup",
      abstract: "Write a verified copy of the database, also while a meal is cooking.",
      discussion: "Example:\n  souschef db backup souschef-backup.db")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The file to create; it must not exist yet.", completion: .file())
    var file: String

    func run() throws {
      let outcome = try BackUpDatabase(path: file).perform(in: database.workspace())
      Output.report(outcome.remarks)
      Output.say("Wrote \(file).")
    }
  }
}
