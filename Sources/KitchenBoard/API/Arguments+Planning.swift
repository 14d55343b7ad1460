import KitchenModel
import SouschefCore

extension Arguments {
  /// What planning takes.
  static let planning: Set<String> = [
    "name", "names", "serveAt", "startAt", "cooks", "objective", "later", "timeLimit", "estimates",
    "for:", "times:", "whatIf", "week",
  ]

  /// What to plan, as the core takes it.
  ///
  /// - Throws: ``BoardFailure``.
  func planningRequest(in workspace: Workspace) throws -> PlanningRequest {
    if try flag("week") { return try tonight(in: workspace) }
    let names = try texts("name") + texts("names")
    guard !names.isEmpty else {
      throw BoardFailure.usage("Nothing to plan.", hints: ["Choose a meal or dishes."])
    }
    let cooks = try number("cooks")
    if let cooks, cooks < 1 { throw BoardFailure.usage("Cooks must be 1 or more (got \(cooks)).") }
    var request = PlanningRequest(
      names: names, cooks: cooks, objective: try word("objective") ?? .hot,
      anchor: try anchor(in: workspace), later: try duration("later") ?? .zero,
      timeLimit: min(try duration("timeLimit") ?? Seconds(10), Seconds(10)),
      estimates: try word("estimates") ?? .stored)
    request.portions = try portions()
    return request
  }

  /// What the week has for tonight.
  private func tonight(in workspace: Workspace) throws -> PlanningRequest {
    guard let entry = try TonightsEntry().perform(in: workspace).value else {
      throw BoardFailure.usage("The week has nothing for tonight.", hints: ["Choose dishes."])
    }
    var request = try TonightsEntry.request(
      PlanningRequest(names: [], anchor: try anchor(in: workspace)), for: entry, in: workspace)
    request.portions = try portions()
    return request
  }

  /// How much of dishes is cooked: `for:Pasta` people, or `times:Pasta` the recipe.
  private func portions() throws -> [Name: PlanningRequest.Portion] {
    var portions: [Name: PlanningRequest.Portion] = [:]
    for (dish, text) in try named("times:") {
      guard let scale = Scale(text.trimmed) else {
        throw BoardFailure.usage(
          "\(dish): write how many times the recipe, such as 2 or 1.5, not "
            + "\(String(text.prefix(40)).quoted).")
      }
      portions[try Name(dish)] = .times(scale)
    }
    for (dish, text) in try named("for:") {
      guard let count = Int(text.trimmed), (1...10_000).contains(count) else {
        throw BoardFailure.usage(
          "\(dish): servings must be 1 to 10000 (got \(String(text.prefix(40)).quoted)).")
      }
      portions[try Name(dish)] = .people(count)
    }
    return portions
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
        "\(name) must be one of \(words), not \(String(text.prefix(40)).quoted).")
    }
    return word
  }
}
