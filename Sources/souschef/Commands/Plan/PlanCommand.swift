import ArgumentParser
import Foundation
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// `souschef plan`: the best schedule for tonight.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Find the provably best schedule for a meal.",
    usage: "souschef plan [<options>] [<names> ...]",
    discussion: """
      Examples:
        souschef plan lunch
        souschef plan Pasta Avocado --serve-at 19:00
        souschef plan Pasta:2 --what-if
        souschef plan lunch --serve-at 12:30 --estimates learned --risk
        souschef plan --file Examples/lunch.yaml --format gantt --lanes
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var planning: PlanningOptions
  @Option(help: ArgumentHelp("The format.", valueName: "format"))
  var format: PlanFormat?
  @OptionGroup var output: OutputOptions
  @OptionGroup var reader: PlanReaderOptions
  @Flag(help: "Store the plan and print its number.") var save = false
  @Flag(help: "Show what one more cook or appliance would save.") var whatIf = false
  @Option(
    help: ArgumentHelp(
      "Show what this many more cooks or appliances would save.", valueName: "count"))
  var whatIfMore: Int?
  @Flag(help: "Show how likely it is to be served on time, from the history and ranges.")
  var risk = false
  @Option(
    help: ArgumentHelp(
      "How many simulated dinners --risk tries (default: 50 to 200).", valueName: "count"))
  var riskRuns: Int?

  func run() throws {
    let workspace = try database.workspace()
    var onTheMinute = workspace
    // Whoever reads the plan begins a moment later, and wants no seconds in any time.
    onTheMinute.now = workspace.now.wholeMinuteUp
    var request = try planning.request(in: onTheMinute)
    request = try MenuChoice.completed(request, for: "plan", in: workspace)
    let draws = try riskDraws()
    let trying = try trying()
    let format = try chosenFormat()
    // Where it cannot be written nothing is planned, let alone stored.
    let file = try OutputFile(reader.target.file, sparing: workspace.databasePath)
    let interrupts = Interrupts([SIGINT])
    let progress = ProgressLine()
    let deadline = PlanningDeadline(
      request.timeLimit, isCancelled: { interrupts.hasCome })
    // Simulating it takes time of its own.
    if draws != nil { request.timeLimit = Seconds(max(1, request.timeLimit.count * 6 / 10)) }
    let outcome = try PlanMeal(request: request, trying: trying).perform(
      in: onTheMinute, isCancelled: { interrupts.hasCome }, onProgress: progress.report)
    progress.clear()
    Output.report(outcome.remarks)
    switch outcome.value.outcome {
    case .infeasible(let reasons):
      try show(reasons, of: request, as: format, in: file)
      throw ExitCode(1)
    case .plan(let plan):
      var risk: ServingRisk?
      if let draws {
        let cooking = ProgressLine()
        risk = try runBlocking {
          try await AssessRisk(of: plan, draws).perform(
            in: workspace, isCancelled: { deadline.hasPassed }, onProgress: cooking.report
          ).value
        }
        cooking.clear()
      }
      try show(plan, risk, as: format, in: file, of: workspace)
    }
    if interrupts.hasCome { throw Interrupted() }
  }

  /// How often the meal is simulated; nil where the risk does not matter.
  private func riskDraws() throws -> AssessRisk.Draws? {
    guard risk || riskRuns != nil else { return nil }
    if let riskRuns, !(1...1_000_000).contains(riskRuns) {
      throw Diagnostic(
        .usage, "--risk-runs must be 1 to 1000000 (got \(riskRuns)).",
        hints: ["For example: --risk-runs 200"])
    }
    return AssessRisk.Draws(runs: riskRuns)
  }

  private func trying() throws -> PlanMeal.Trying {
    if let whatIfMore, !(1...100).contains(whatIfMore) {
      throw Diagnostic(
        .usage, "--what-if-more must be 1 to 100 (got \(whatIfMore)).",
        hints: ["For example: --what-if-more 2"])
    }
    if let whatIfMore { return .more(whatIfMore) }
    return whatIf ? .more(1) : .nothing
  }

  /// Tells the risk below a table or chart, and on standard error beside any other document.
  private func tell(_ risk: ServingRisk, in workspace: Workspace, beside format: PlanFormat) {
    let text = risk.text(clock: LocalClock(workspace.timeZone), width: Output.width)
    guard reader.target.file == nil, format == .table || format == .gantt else {
      return Output.writeError(text.plainText)
    }
    Output.print("")
    Output.show(text)
  }

  private func chosenFormat() throws -> PlanFormat {
    try output.isJSON ? .json : format ?? reader.target.format(or: .table)
  }

  private func show(
    _ reasons: Infeasibility, of request: PlanningRequest, as format: PlanFormat,
    in file: OutputFile
  ) throws {
    guard format == .json else {
      return Output.writeError(InfeasibilityText.text(of: reasons, width: Output.width).plainText)
    }
    try file.write(
      JSONValue(
        reasons, objective: request.objective, anchor: request.anchor.planAnchor
      ).documentText)
    try file.finish()
  }

  /// Stores the plan where that was asked for, and shows it.
  private func show(
    _ plan: Plan, _ risk: ServingRisk?, as format: PlanFormat, in file: OutputFile,
    of workspace: Workspace
  ) throws {
    var document = try reader.document(of: plan, in: workspace)
    if save { document.number = try SavePlan(plan).perform(in: workspace).value }
    // What is stored is said also where the document then does not fit on its disk.
    defer { if let id = document.number { Output.writeError("Stored as plan \(id).\n") } }
    if let risk, format == .json {
      try file.write(document.json.adding("risk", JSONValue(risk)).documentText)
    } else {
      try file.write(document.text(format))
    }
    try file.finish()
    if let risk, format != .json { tell(risk, in: workspace, beside: format) }
  }
}
