import ArgumentParser
import Foundation
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
        souschef plan --file Examples/lunch.yaml --format gantt --lanes
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var planning: PlanningOptions
  @Option(
    help: ArgumentHelp(
      "table, gantt, json, markdown, svg, html, ics, csv or mermaid.", valueName: "format"))
  var format: PlanFormat?
  @OptionGroup var output: OutputOptions
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file to write, instead of standard output.", valueName: "file"),
    completion: .file())
  var file: String?
  @Flag(help: "Store the plan and say its number.") var save = false
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Show what one cook has to do.", valueName: "cook"))
  var cook: String?
  @Flag(help: "Show ovens, burners and so on in the gantt format as well.") var lanes = false
  @Flag(help: "Find out what one more cook or appliance would gain.") var whatIf = false
  @Option(
    help: ArgumentHelp(
      "Find out what so many more cooks or appliances would gain.", valueName: "count"))
  var whatIfMore: Int?

  func run() throws {
    let workspace = try database.workspace()
    var request = try planning.request(in: workspace)
    request.names = try MenuChoice.names(for: request, in: workspace)
    let interrupts = Interrupts([SIGINT])
    let progress = ProgressLine()
    let outcome = try PlanMeal(
      request: request, saving: save ? .save : .discard, trying: try trying()
    ).perform(
      in: workspace, isCancelled: { interrupts.hasCome }, onProgress: progress.report)
    progress.clear()
    Output.report(outcome.remarks)
    try show(outcome.value, of: request, in: workspace)
    if case .infeasible = outcome.value.outcome { throw ExitCode(1) }
    if interrupts.hasCome { throw Interrupted() }
  }

  private func trying() throws -> PlanMeal.Trying {
    if let whatIfMore, !(1...100).contains(whatIfMore) {
      throw Diagnostic(
        .usage, "--what-if-more: \(whatIfMore) is no number to try.", hints: ["1 to 100."])
    }
    if let whatIfMore { return .more(whatIfMore) }
    return whatIf ? .more(1) : .nothing
  }

  private func show(
    _ planned: PlannedMeal, of request: PlanningRequest, in workspace: Workspace
  ) throws {
    let format = output.isJSON ? .json : format ?? .table
    switch planned.outcome {
    case .infeasible(let reasons):
      if format == .json {
        try OutputFile.write(
          JSONValue(
            reasons, objective: request.objective, anchor: request.anchor.planAnchor
          ).documentText, to: file)
      } else {
        Output.writeError(InfeasibilityText.text(of: reasons, width: Output.width).plainText)
      }
    case .plan(let plan):
      let target = file.map { _ in PlanDocument.Target.file } ?? .terminal
      let document = try PlanDocument(
        plan, in: workspace, target: target, lanes: lanes ? .cooksAndEquipment : .cooks, for: cook)
      try OutputFile.write(document.text(format), to: file)
      if let id = planned.id { Output.writeError("Stored as plan \(id).\n") }
    }
  }
}
