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
    return Outcome(entry, remarks: remarks)
  }
}

/// What the names of an entry mean.
struct WeekPortions {
  let dishes: [Dish]
  let meals: [Meal]
  let entries: [WeekEntry]
  let workspace: Workspace

  /// Whether a text is the whole name of a dish or a meal.
  func isKnown(_ text: String) -> Bool {
    let key = Name.key(of: text)
    return dishes.contains { $0.name.key == key } || meals.contains { $0.name.key == key }
  }

  /// The dishes that a text means, each with its servings.
  ///
  /// - Throws: ``Diagnostic``.
  func find(_ text: String) throws(Diagnostic) -> (title: String, dishes: [WeekEntry.Portion]) {
    var name = text
    var servings: Int?
    if let colon = text.lastIndex(of: ":") {
      let count = text[text.index(after: colon)...].trimmed
      guard let number = Int(count), (1...10_000).contains(number) else {
        throw Diagnostic(
          .usage, "\(text.quoted): servings must be 1 or more (got \(count.quoted)).",
          hints: ["Write \(text[..<colon]):6 for six."])
      }
      name = String(text[..<colon])
      servings = number
    }
    let all = meals.map(\.name.text) + dishes.map(\.name.text)
    let found = try Naming.find(name, .mealOrDish, among: all, .uniquePrefix) { $0 }
    let names =
      meals.first { $0.name.text == found }?.dishes
      ?? dishes.filter { $0.name.text == found }.map(\.name)
    if servings != nil {
      for name in names where dishes.first(where: { $0.name == name })?.servings == nil {
        throw Diagnostic(servingsUnknownOf: name, for: servings ?? 1)
      }
    }
    return (found, names.map { .init(dish: $0, servings: servings) })
  }

  /// The entry that a text wants the leftovers of; nil where it is not such a text.
  ///
  /// - Throws: ``Diagnostic`` where there is no such entry.
  func leftovers(_ text: String) throws(Diagnostic) -> WeekEntry? {
    let words = text.trimmed.lowercased()
    guard words.hasPrefix("leftovers of "), !isKnown(text) else { return nil }
    let what = String(text.trimmed.dropFirst("leftovers of ".count))
    // The last such day before counts too: leftovers are of what was.
    let cooked = entries.filter { $0.leftoversOf == nil }
    if let day = try? WeekMoment.day(what, in: workspace) {
      let earlier = day.advanced(by: -7)
      let found = cooked.last { $0.day == day } ?? cooked.last { $0.day == earlier }
      guard let found else {
        throw Diagnostic(
          .couldNotBeDone, "Nothing is cooked on \(day.spokenText).",
          hints: ["Put the meal on that day first."])
      }
      return found
    }
    return try WeekLookup(workspace: workspace).findOne(what, among: cooked)
  }

  /// What keeps no longer than until it would be eaten.
  func warnings(of entry: WeekEntry, from source: WeekEntry) -> [Diagnostic] {
    let made = source.serveAt(in: workspace.timeZone)
    let eaten = entry.serveAt(in: workspace.timeZone)
    guard eaten > made else {
      return [
        Diagnostic(
          .couldNotBeDone, "Leftovers of \(source.title) are eaten before they are cooked.",
          hints: ["Move them to a later day."], severity: .warning)
      ]
    }
    return entry.dishes.compactMap { portion in
      guard let dish = dishes.first(where: { $0.name == portion.dish }), let keeps = dish.keepsFor,
        made + keeps < eaten
      else { return nil }
      return Diagnostic(
        .couldNotBeDone,
        "\(dish.name.text.quoted) keeps for \(keeps.spokenText): cooked on "
          + "\(source.day.spokenText), it is too old on \(entry.day.spokenText).",
        hints: ["Eat it sooner, or freeze it."], severity: .warning)
    }
  }
}
