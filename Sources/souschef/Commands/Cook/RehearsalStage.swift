import ArgumentParser
import JSON
import KitchenModel
import Rendering
import SouschefCore

/// Simulates a meal many times and shows how each policy did.
struct RehearsalStage {
  let workspace: Workspace
  let planning: PlanningRequest
  let draws: RehearseMeal.Draws
  let output: OutputOptions

  /// Rehearses; Ctrl-C ends it with the runs so far.
  func run() throws {
    let interrupts = Interrupts()
    let outcome = try runBlocking { [workspace, planning, draws] in
      try await RehearseMeal(request: planning, draws: draws)
        .perform(in: workspace, isCancelled: { interrupts.hasCome })
    }
    Output.report(outcome.remarks)
    guard let rehearsal = outcome.value else {
      throw Diagnostic(
        .couldNotBeDone, "There is no plan to rehearse.", hints: ["souschef plan says why."])
    }
    output.show {
      JSONValue(rehearsal)
    } text: {
      rehearsal.text(width: Output.width)
    }
    if interrupts.hasCome { throw Interrupted() }
  }
}
