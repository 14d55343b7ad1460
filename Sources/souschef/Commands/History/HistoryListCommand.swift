import ArgumentParser
import KitchenModel
import Rendering
import SouschefCore

/// `souschef history list`: what was cooked and when.
struct HistoryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the runs, newest first.",
    usage: "souschef history list [<options>]",
    discussion: """
      What was really cooked; --all lists simulated and scaled runs as well.

      Times: yesterday, last week, last friday, 3 days ago, last 7 days,
      2026-11, 2026-11-22, 22 nov, 7pm.

      Examples:
        souschef history --limit 10
        souschef history --all
        souschef history --dish Pasta --since "last month"
      """)

  @OptionGroup var database: DatabaseOptions
  @Option(help: "Runs with this dish.", completion: Completions.dishes) var dish: String?
  @Option(help: "Runs of this meal.", completion: Completions.meals) var meal: String?
  @Option(help: ArgumentHelp("Runs that began then or later.", valueName: "time"))
  var since: String?
  @Option(help: ArgumentHelp("Runs that began then or earlier.", valueName: "time"))
  var until: String?
  @Option(
    help: ArgumentHelp(
      "running, paused, finished, aborted or interrupted.", valueName: "status"))
  var status: String?
  @OptionGroup var clocks: ClockOptions
  @Option(help: ArgumentHelp("Show at most this many.", valueName: "count")) var limit: Int?
  @OptionGroup var output: OutputOptions
  @OptionGroup var answers: AnswerOptions

  func run() throws {
    if let limit, limit < 1 {
      throw Diagnostic(
        .usage, "--limit must be 1 or more (got \(limit)).", hints: ["For example: --limit 10"])
    }
    let workspace = try database.workspace()
    let question = RunQuestion(
      dish: dish, meal: meal, since: try since.map { try workspace.phrase($0, "--since").start },
      until: try until.map { try workspace.phrase($0, "--until").afterIt }, status: try state(),
      clocks: try clocks.clocks(), limit: limit)
    try answers.check(output)
    if output.isJSON {
      let list = RunListOutput()
      let outcome = try ListRuns(question).perform(in: workspace) { runs in try list.add(runs) }
      Output.report(outcome.remarks)
      return try list.finish()
    }
    if answers.isCSV {
      Output.write(RunCSV.head)
      let outcome = try ListRuns(question).perform(in: workspace) { runs in
        var lines = ""
        for run in runs { RunCSV.append(run, to: &lines) }
        Output.write(lines)
        try Output.flush()
      }
      return Output.report(outcome.remarks)
    }
    let outcome = try ListRuns(question).perform(in: workspace)
    Output.report(outcome.remarks)
    let clock = LocalClock(workspace.timeZone)
    Pager.show(
      HistoryList.text(
        of: outcome.value,
        nothing: outcome.value.isEmpty ? try nothing(in: workspace, question) : "", clock: clock,
        width: Output.width))
  }

  /// What is said where there is nothing to list: also that there are runs of other kinds.
  private func nothing(in workspace: Workspace, _ question: RunQuestion) throws -> String {
    if question.clocks == .real {
      var others = question
      (others.clocks, others.limit) = (.simulated, 1)
      guard try ListRuns(others).perform(in: workspace).value.isEmpty else {
        return ClockOptions.onlyRehearsed
      }
    }
    return question.isForAll ? "Nothing cooked yet." : "No such runs."
  }

  private func state() throws -> Run.Status? {
    guard let status else { return nil }
    guard let state = Run.Status(rawValue: status.lowercased()) else {
      let states = Run.Status.allCases.map(\.rawValue)
      throw Diagnostic(
        .usage, "--status \(states.demanded(got: status))",
        hints: [
          NearMiss.question(of: states, for: status) ?? "For example: --status finished"
        ])
    }
    return state
  }
}

extension Workspace {
  /// A stretch of time that an option names.
  func phrase(_ text: String, _ option: String) throws -> TimePhrase {
    try reading(.usage, option) { try TimePhrase(parsing: text, now: now, in: timeZone) }
  }
}

extension TimePhrase {
  /// The first moment that is not part of it any more.
  var afterIt: Instant { start == end ? Instant(milliseconds: end.milliseconds + 1) : end }
}
