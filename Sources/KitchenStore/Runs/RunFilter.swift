internal import GRDB
package import KitchenModel

/// Which runs to list; what is not said does not matter.
package struct RunFilter: Sendable, Hashable {
  /// Runs that had this dish.
  package var dish: Name?
  /// Runs of what was called so, in any case.
  package var meal: String?
  /// Runs that began then or later.
  package var since: Instant?
  /// Runs that began before.
  package var until: Instant?
  /// Runs that came so far; empty for any.
  package var statuses: [Run.Status]
  /// Runs on these clocks; empty for any.
  package var modes: [Run.Mode]
  /// At most so many.
  package var limit: Int?

  /// Creates a filter, by default one that lets everything through.
  package init(
    dish: Name? = nil, meal: String? = nil, since: Instant? = nil, until: Instant? = nil,
    statuses: [Run.Status] = [], modes: [Run.Mode] = [], limit: Int? = nil
  ) {
    self.dish = dish
    self.meal = meal
    self.since = since
    self.until = until
    self.statuses = statuses
    self.modes = modes
    self.limit = limit
  }
}

extension RunFilter {
  /// The rest of a query for columns of `run`, from its FROM on.
  ///
  /// Each query walks an index in the order of the list, so that a limit ends it early: by start, by
  /// meal and start, or by dish and start. A dish that comes twice in a run is one group there.
  var clause: (sql: String, arguments: StatementArguments) {
    let table = dish == nil ? "run" : "run_dish"
    let id = dish == nil ? "run.id" : "run_dish.run_id"
    var conditions = ["removed_at IS NULL"]
    var arguments: StatementArguments = []
    func add(_ condition: String, _ values: StatementArguments) {
      conditions.append(condition)
      arguments += values
    }
    if let dish { add("dish_key = ?", [dish.key]) }
    if let meal { add("meal_key = ?", [Name.key(of: meal)]) }
    if let since { add("\(table).started_at >= ?", [since.stored]) }
    if let until { add("\(table).started_at < ?", [until.stored]) }
    if !statuses.isEmpty { add(isOneOf("status", statuses.count), words(statuses)) }
    if !modes.isEmpty { add(isOneOf("mode", modes.count), words(modes)) }
    arguments += [limit ?? -1]
    let source = dish == nil ? "run" : "run_dish CROSS JOIN run ON run.id = run_dish.run_id"
    let grouping = dish == nil ? "" : " GROUP BY run_dish.started_at, run_dish.run_id"
    let sql =
      "FROM \(source) WHERE \(conditions.joined(separator: " AND "))\(grouping) "
      + "ORDER BY \(table).started_at DESC, \(id) DESC LIMIT ?"
    return (sql, arguments)
  }

  private func isOneOf(_ column: String, _ count: Int) -> String {
    "\(column) IN (\(Array(repeating: "?", count: count).joined(separator: ", ")))"
  }

  private func words(_ words: [some RawRepresentable<String>]) -> StatementArguments {
    StatementArguments(words.map(\.rawValue))
  }
}
