import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

extension DatabaseCommand {
  /// `souschef db query`: a question in SQL.
  struct Query: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "query",
      abstract: "Query the database in SQL, read-only.",
      discussion: """
        Rows are printed as they are found. A table and --csv show a "\u{FFFD}" for characters that \
        could upset the terminal; --json keeps them.

        Later versions keep the views dish_overview, run_overview, run_step_overview and \
        step_statistics as they are; tables may change.

        Example:
          souschef db query "SELECT meal, count(*) FROM run_overview GROUP BY meal"
        """)

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The statement, in SQL.") var sql: String
    @Flag(help: "Print a table (default).") var table = false
    @OptionGroup var output: OutputOptions
    @OptionGroup var answers: AnswerOptions

    func run() throws {
      try answers.check(output)
      let workspace = try database.workspace()
      let format: AnswerStream.Format = output.isJSON ? .json : answers.isCSV ? .csv : .table
      var printer: AnswerPrinter?
      try QueryDatabase(sql).perform(in: workspace) { part in
        switch part {
        case .columns(let names):
          printer = AnswerPrinter(
            AnswerStream(
              names.map { .init($0, TerminalText.sanitized($0)) }, nothing: "No rows.", as: format,
              clock: LocalClock(workspace.timeZone), width: Output.width))
        case .row(let values): try printer?.add(values.map(JSONValue.init))
        }
      }
      try printer?.finish()
    }
  }

  /// `souschef db restore`: a copy back in its place.
  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "restore",
      abstract: "Restore the database from a copy, after checking it.",
      discussion: "Example:\n  souschef db restore souschef-backup.db")

    @OptionGroup var database: DatabaseOptions
    @Argument(help: "A copy made by db backup.", completion: .file()) var file: String

    func run() throws {
      let kept = try RestoreDatabase(from: file).perform(in: database.workspace()).value
      let was =
        switch kept {
        case .copied(let copy): " The old database is in \(copy)."
        case .damaged(let old): " The old database is damaged, and kept as \(old)."
        case nil: ""
        }
      Output.say("Restored \(file).\(was)")
    }
  }
}

extension JSONValue {
  /// A value of SQLite's; a number that JSON cannot tell is null.
  fileprivate init(_ value: QueryDatabase.Part.Value) {
    switch value {
    case .null: self = .null
    case .integer(let integer): self = .int(integer)
    case .text(let text): self = .string(text)
    case .real(let real):
      self = real.isFinite ? .real(real) : .null
    }
  }
}
