import ArgumentParser
import Foundation
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef history export`: the history for another machine.
struct HistoryExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the whole history, for another database or a table.",
    usage: "souschef history export [<options>]",
    discussion: """
      jsonl keeps everything; csv has a line per step, for spreadsheets.

      Example:
        souschef history export --output history.jsonl
      """)

  @OptionGroup var database: DatabaseOptions
  @Option(help: ArgumentHelp("jsonl (default) or csv.", valueName: "format"))
  var format: String?
  @OptionGroup var target: OutputFileOption<HistoryFiles>

  func run() throws {
    let format = try chosenFormat()
    let workspace = try database.workspace()
    let file = try OutputFile(target.file, sparing: workspace.databasePath)
    var text = ""
    _ = try ExportHistory(format).perform(in: workspace) { line in
      text += line
      guard text.utf8.count > 1 << 16 else { return }
      try file.write(text)
      text = ""
    }
    try file.write(text)
    try file.finish()
  }

  private func chosenFormat() throws -> HistoryFormat {
    guard let format else { return try target.format(or: .jsonl) }
    guard let known = HistoryFormat(rawValue: format.lowercased()) else {
      throw Diagnostic(
        .usage, "--format \(HistoryFormat.allCases.map(\.rawValue).demanded(got: format))",
        hints: ["Leave it out for jsonl."])
    }
    return known
  }
}

/// `souschef history import`: the history of another machine.
struct HistoryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import what `history export` wrote, or run records from `show --json`.",
    usage: "souschef history import [<options>] <file>",
    discussion: """
      All of it or nothing; runs that are already here stay as they are.

      Example:
        souschef history import history.jsonl
      """)

  @OptionGroup var database: DatabaseOptions
  @Argument(help: "The file; - for standard input.", completion: .file()) var file: String
  @OptionGroup var rehearsal: RehearsalOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    // A long history is as large as it is; a run of it is not.
    let source = try SourceText.readFile(file, limit: 16 << 30, lineLimit: 64 << 20)
    let total = try ImportHistory(source, rehearsing: rehearsal.value)
      .perform(in: database.workspace()).value
    if output.isJSON {
      let answer: JSONValue = ["added": .int(total.added), "unchanged": .int(total.unchanged)]
      Output.write(answer.documentText)
    } else {
      Output.say(
        rehearsal.said(
          "Imported", "\(total.added) runs, \(total.unchanged) were here already"))
    }
  }
}
