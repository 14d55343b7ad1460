import ArgumentParser
import KitchenModel
import Rendering
import SouschefCore

/// For whom a plan is shown and where: the options that `plan` and `plans show` share.
struct PlanReaderOptions: ParsableArguments {
  @OptionGroup var target: OutputFileOption<PlanFiles>

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Show what one cook has to do.", valueName: "cook"),
    completion: Completions.cooks)
  var cook: String?

  @Flag(help: "Show ovens, burners and so on in the gantt format as well.") var lanes = false

  /// A plan on its way to this reader.
  ///
  /// - Throws: a ``Diagnostic`` for a cook that the plan's kitchen does not have.
  func document(
    of plan: Plan, number: Int? = nil, in workspace: Workspace
  ) throws -> PlanDocument {
    try PlanDocument(
      plan, in: workspace, target: target.file == nil ? .terminal : .file,
      lanes: lanes ? .cooksAndEquipment : .cooks, for: cook,
      number: number)
  }
}
