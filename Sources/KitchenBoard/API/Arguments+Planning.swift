import KitchenModel
import SouschefCore

extension Arguments {
  /// What planning takes.
  static let planning: Set<String> = [
    "name", "names", "serveAt", "startAt", "cooks", "objective", "later", "timeLimit", "estimates",
  ]

  /// What to plan, as the core takes it.
  ///
  /// - Throws: ``BoardFailure``.
  func planningRequest(in workspace: Workspace) throws -> PlanningRequest {
    let names = try texts("name") + texts("names")
    guard !names.isEmpty else {
      throw BoardFailure.usage("Nothing to plan.", hints: ["Choose a meal or dishes."])
    }
    let cooks = try number("cooks")
    if let cooks, cooks < 1 { throw BoardFailure.usage("Cooks must be 1 or more (got \(cooks)).") }
    return PlanningRequest(
      names: names, cooks: cooks, objective: try word("objective") ?? .hot,
      anchor: try anchor(in: workspace), later: try duration("later") ?? .zero,
      timeLimit: min(try duration("timeLimit") ?? Seconds(10), Seconds(10)),
      estimates: try word("estimates") ?? .stored)
  }

  private func anchor(in workspace: Workspace) throws -> TimeAsked {
    let (serve, start) = (try text("serveAt"), try text("startAt"))
    guard serve == nil || start == nil else {
      throw BoardFailure.usage(
        "A serving time and a starting time exclude each other.",
        hints: ["Fix one; the plan says the other."])
    }
    func moment(_ text: String) throws -> Instant {
      try TimeAhead(parsing: text, now: workspace.now, in: workspace.timeZone).instant
    }
    if let serve { return .serve(try moment(serve)) }
    if let start { return .start(try moment(start)) }
    return .none
  }

  /// A length of time.
  func duration(_ name: String) throws -> Seconds? {
    try text(name).map { try Seconds(durationText: $0) }
  }

  /// One of some words.
  func word<Word: RawRepresentable & CaseIterable>(_ name: String) throws -> Word?
  where Word.RawValue == String {
    guard let text = try text(name) else { return nil }
    guard let word = Word(rawValue: text.lowercased()) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw BoardFailure.usage(
        "\(name) is one of \(words), not \(String(text.prefix(40)).quoted).")
    }
    return word
  }
}
