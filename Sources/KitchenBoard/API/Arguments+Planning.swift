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
    var words = try times()
    words.cooks = try number("cooks")
    words.objective = try text("objective")
    words.later = try text("later")
    words.timeLimit = try text("timeLimit")
    words.estimates = try text("estimates")
    var request = try words.request(for: names, in: workspace)
    request.timeLimit = min(request.timeLimit, Seconds(10))
    request.portions = try portions()
    return request
  }

  /// What the week has for tonight.
  private func tonight(in workspace: Workspace) throws -> PlanningRequest {
    guard let entry = try TonightsEntry().perform(in: workspace).value else {
      throw BoardFailure.usage("The week has nothing for tonight.", hints: ["Choose dishes."])
    }
    var request = try TonightsEntry.request(
      try times().request(for: [], in: workspace), for: entry, in: workspace)
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

  /// When to serve or to start.
  private func times() throws -> PlanningWords {
    var words = PlanningWords()
    (words.serveAt, words.startAt) = (try text("serveAt"), try text("startAt"))
    return words
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
      throw BoardFailure.usage("\(name) \(Word.allCases.map(\.rawValue).demanded(got: text))")
    }
    return word
  }
}
