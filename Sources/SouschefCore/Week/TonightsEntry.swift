package import KitchenModel
import KitchenStore

/// The meal that the week has for tonight.
package struct TonightsEntry {
  /// Creates the request.
  package init() {}

  /// Tonight's entry: the first of today that is still to be eaten and not cooked, else the last that
  /// is not cooked; nil where there is none.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<WeekEntry?> {
    let store = try workspace.storeForReading()
    let today = CookDay(of: workspace.now, in: workspace.timeZone)
    let entries = try store.week.entries(from: today, until: today.advanced(by: 1))
    let states = try store.week.runs(of: entries)
    let open = entries.filter { entry in
      entry.leftoversOf == nil && !entry.dishes.isEmpty
        && entry.runID.flatMap { states[$0] }?.isCooked != true
    }
    return Outcome(
      open.first { $0.serveAt(in: workspace.timeZone) >= workspace.now } ?? open.last)
  }

  /// A request to plan an entry: its dishes for as many as it wants, served at its time where that is
  /// still to come and no other was asked for.
  ///
  /// - Throws: ``Diagnostic``.
  package static func request(
    _ request: PlanningRequest, for entry: WeekEntry, in workspace: Workspace
  ) throws -> PlanningRequest {
    let store = try workspace.storeForReading()
    var request = request
    request.weekEntry = entry.id
    request.names = try entry.dishes.map { portion in
      let dish = try store.dishes.named(portion.dish)
      guard let scale = dish?.scale(for: portion.servings) else { return portion.dish.text }
      return "\(portion.dish.text):\(scale.fraction.text)"
    }
    let serveAt = entry.serveAt(in: workspace.timeZone)
    if case .none = request.anchor, serveAt > workspace.now { request.anchor = .serve(serveAt) }
    return request
  }
}
