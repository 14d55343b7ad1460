import KitchenModel
import Rendering
import SouschefCore

/// Equipment that imported dishes use and the kitchen lacks.
struct MissingEquipment {
  private let names: [String]

  init(_ names: [String]) { self.names = names }

  /// Asks whether to add it, and adds one of each where the answer is yes.
  ///
  /// - Throws: ``Diagnostic``.
  func offer(in workspace: Workspace) throws {
    guard !names.isEmpty else { return }
    let list = names.map(TerminalText.sanitized).joined(separator: ", ")
    Output.write("Add \(list) to the kitchen? [y/N] ")
    try Output.flush()
    guard ["y", "yes"].contains(readLine()?.lowercased() ?? "") else { return }
    let changes = KitchenChanges(equipment: names.map { ($0, 1, nil) })
    _ = try SetKitchen(changes: changes).perform(in: workspace)
    Output.say("Added \(list) to the kitchen: one of each.")
  }
}
