import KitchenModel

/// How something is to be planned, in the words of whoever asks: the options of a command line, the
/// fields of a page. What is missing is as usual.
package struct PlanningWords: Sendable {
  /// When to serve: `19:00`, `tomorrow 7pm`, `in 2 hours`.
  package var serveAt: String?
  /// When to start.
  package var startAt: String?
  /// For how many cooks.
  package var cooks: Int?
  /// For how many people.
  package var servings: Int?
  /// What is optimised after the makespan: `hot` or `early`.
  package var objective: String?
  /// How much later dinner may be where less food stands about for it: `20m`.
  package var later: String?
  /// How long to search: `30s`.
  package var timeLimit: String?
  /// Where durations come from: `stored` or `learned`.
  package var estimates: String?

  /// Creates words that say nothing.
  package init() {}

  /// What to plan, as a use case takes it.
  ///
  /// - Parameters:
  ///   - names: Meals or dishes.
  ///   - source: Where the dishes come from.
  ///   - workspace: Its present moment and zone are what clock times are counted from.
  /// - Throws: a ``Diagnostic`` about the field that cannot be read.
  package func request(
    for names: [String], from source: PlanningRequest.Source = .database, in workspace: Workspace
  ) throws -> PlanningRequest {
    if serveAt != nil, startAt != nil { throw Diagnostic(.bothTimesAsked) }
    var request = PlanningRequest(
      names: names, source: source, cooks: try cooks.map(RequestField.cooks.cooks),
      objective: try objective.map { try RequestField.objective.word($0) } ?? .hot,
      anchor: try anchor(in: workspace),
      later: try later.map { try RequestField.later.length($0) } ?? .zero,
      timeLimit: try timeLimit.map { try RequestField.timeLimit.length($0) } ?? Seconds(10),
      estimates: try estimates.map { try RequestField.estimates.word($0) } ?? .stored)
    request.servings = try servings.map(RequestField.servings.people)
    return request
  }

  private func anchor(in workspace: Workspace) throws -> TimeAsked {
    func moment(_ text: String, _ field: RequestField) throws -> Instant {
      try field.reading {
        try TimeAhead(parsing: text, now: workspace.now, in: workspace.timeZone).instant
      }
    }
    if let serveAt { return .serve(try moment(serveAt, .serveAt)) }
    if let startAt { return .start(try moment(startAt, .startAt)) }
    return .none
  }
}
