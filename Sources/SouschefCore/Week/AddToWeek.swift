package import KitchenModel
import KitchenStore

/// Puts a meal on a day to come.
package struct AddToWeek {
  private let day: String
  private let words: [String]
  private let rehearsing: Rehearsing

  /// Creates the request.
  ///
  /// - Parameters:
  ///   - day: The day as the cook says it.
  ///   - words: A time, which may be missing, and the dishes and meals: `Roast beef:6` is for six,
  ///     `leftovers of sunday` what is left of that day.
  package init(day: String, words: [String], rehearsing: Rehearsing = .no) {
    self.day = day
    self.words = words
    self.rehearsing = rehearsing
  }

  /// Adds the entry.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<WeekEntry> {
    let store = try workspace.storeForReading()
    let portions = WeekPortions(
      dishes: try store.dishes.all(), meals: try store.meals.all(), entries: try store.week.all(),
      workspace: workspace)
    var names = words
    var time = WeekMoment.usualTime
    if let first = names.first, !portions.isKnown(first), let said = WeekMoment.time(first) {
      time = said
      names.removeFirst()
    }
    let moment = try WeekMoment(day, at: time, in: workspace)
    guard !names.isEmpty else {
      throw Diagnostic(
        .usage, "Nothing to put on \(moment.day.spokenText) was named.",
        hints: ["Name dishes or meals behind the day."])
    }
    var entry = WeekEntry(day: moment.day, time: time, title: "", dishes: [])
    var remarks: [Diagnostic] = []
    if names.count == 1, let leftovers = try portions.leftovers(names[0]) {
      entry.title = "Leftovers of \(leftovers.title)"
      entry.leftoversOf = leftovers.id
      entry.dishes = leftovers.dishes.map { .init(dish: $0.dish) }
      remarks += portions.warnings(of: entry, from: leftovers)
    } else {
      let found = try names.map { try portions.find($0) }
      entry.dishes = found.flatMap(\.dishes)
      entry.title = found.map(\.title).joined(separator: ", ")
    }
    let new = entry
    let id = try workspace.change(nil, rehearsing) { change in try change.add(new) }
    entry.id = id
    remarks += portions.company(of: [entry])
    return Outcome(entry, remarks: remarks)
  }
}
