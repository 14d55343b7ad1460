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
        souschef plan --file Examples/lunch.yaml --format gantt
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

  func run() throws {
    let workspace = try database.workspace()
    var request = try planning.request(in: workspace)
    request.names = try MenuChoice.names(for: request, in: workspace)
    let interrupts = Interrupts([SIGINT])
    let progress = ProgressLine()
    let outcome = try PlanMeal(request: request, saving: save ? .save : .discard).perform(
      in: workspace, isCancelled: { interrupts.hasCome }, onProgress: progress.report)
    progress.clear()
    Output.report(outcome.remarks)
    try show(outcome.value, in: workspace)
    if case .infeasible = outcome.value.outcome { throw ExitCode(1) }
    if interrupts.hasCome { throw Interrupted() }
  }

  private func show(_ planned: PlannedMeal, in workspace: Workspace) throws {
    let format = output.isJSON ? .json : format ?? .table
    switch planned.outcome {
    case .infeasible(let reasons):
      if format == .json {
        try OutputFile.write(JSONValue(reasons).documentText, to: file)
      } else {
        Output.writeError(InfeasibilityText.text(of: reasons, width: Output.width).plainText)
      }
    case .plan(let plan):
      let target = file.map { _ in PlanDocument.Target.file } ?? .terminal
      let document = PlanDocument(plan, in: workspace, target: target)
      try OutputFile.write(document.text(format), to: file)
      if let id = planned.id { Output.writeError("Stored as plan \(id).\n") }
    }
  }
}
