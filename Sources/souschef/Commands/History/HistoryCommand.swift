import ArgumentParser

/// `souschef history`: what was cooked, and how it went.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "See what was cooked, and how it went.",
    discussion: """
      Examples:
        souschef history --since "last month"
        souschef history show 12
        souschef history stats Gratin
      """,
    subcommands: [
      HistoryListCommand.self, HistoryShowCommand.self, HistoryReplayCommand.self,
      HistoryDishesCommand.self,
      HistoryStatsCommand.self, HistoryMealsCommand.self, HistoryCompareCommand.self,
      HistoryRateCommand.self, HistoryNoteCommand.self, HistoryAmendCommand.self,
      HistoryRemoveCommand.self, HistoryExportCommand.self, HistoryImportCommand.self,
    ], defaultSubcommand: HistoryListCommand.self)
}
