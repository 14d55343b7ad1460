import Glibc
import KitchenModel
import Rendering
import SouschefCore

/// What to plan when nothing was named: the only thing there is, or the cook's choice.
enum MenuChoice {
  /// The request with what to plan: what was named, else tonight's entry of the week, else what
  /// ``names(for:in:)`` finds.
  ///
  /// - Parameter command: The one that asks: `plan`.
  /// - Throws: ``Diagnostic``.
  static func completed(
    _ request: PlanningRequest, for command: String, in workspace: Workspace
  ) throws -> PlanningRequest {
    guard request.names.isEmpty, case .database = request.source else { return request }
    if let entry = try TonightsEntry().perform(in: workspace).value {
      Output.writeError(
        "From the week: \(TerminalText.sanitized(entry.title)), \(entry.time.said).\n")
      return try TonightsEntry.request(request, for: entry, in: workspace)
    }
    var request = request
    request.names = try names(for: request, command, in: workspace)
    return request
  }

  /// The names to plan.
  ///
  /// - Throws: a ``Diagnostic`` where nothing is named and nobody can be asked.
  private static func names(
    for request: PlanningRequest, _ command: String, in workspace: Workspace
  ) throws -> [String] {
    guard request.names.isEmpty, case .database = request.source else { return request.names }
    let offered = try OfferMenu().perform(in: workspace).value
    let nothing = Diagnostic(
      .usage, "Which meal or dishes? The week has none for today.",
      hints: offered.isEmpty
        ? ["Add a dish first: souschef dish add Pasta --waiting 10m"]
        : ["Name meals or dishes: souschef \(command) \(shellWord(offered[0]))"])
    guard Output.isInteractive, !offered.isEmpty else { throw nothing }
    for (number, name) in offered.enumerated() {
      Output.print("\(number + 1)  \(TerminalText.sanitized(name))")
    }
    Output.write("Which? ")
    try Output.flush()
    guard let answer = readLine(), !answer.isEmpty else { throw nothing }
    let words = answer.split { $0 == " " || $0 == "," }
    let chosen = words.compactMap { Int($0) }.filter { (1...offered.count).contains($0) }
    return chosen.count == words.count ? chosen.map { offered[$0 - 1] } : [answer]
  }

  private static func shellWord(_ name: String) -> String {
    name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } ? name : "\"\(name)\""
  }
}
