import KitchenModel
import KitchenStore

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
        if !text[..<colon].isEmpty, text[..<colon].allSatisfy(\.isNumber) {
          throw Diagnostic(
            .usage, "\(text.quoted) is not a time.", hints: ["Write it as 18:30 or 7pm."])
        }
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

  /// What is wrong with leftovers now that `changed` are where they are: with those among them, and
  /// with those of them.
  func warnings(of changed: [WeekEntry]) -> [Diagnostic] {
    let all = changed + entries.filter { entry in !changed.contains { $0.id == entry.id } }
    return all.flatMap { entry -> [Diagnostic] in
      guard let source = all.first(where: { $0.id == entry.leftoversOf }),
        changed.contains(where: { $0.id == entry.id || $0.id == source.id })
      else { return [] }
      return warnings(of: entry, from: source)
    }
  }

  /// What else is cooked for the moment of each of `changed`: `cook` takes one entry at a time.
  func company(of changed: [WeekEntry]) -> [Diagnostic] {
    changed.flatMap { entry in
      entries.filter { other in
        other.id != entry.id && other.day == entry.day && other.time == entry.time
          && other.leftoversOf == nil && entry.leftoversOf == nil
      }.map { other in
        Diagnostic(
          .couldNotBeDone,
          "\(other.title.quoted) (\(other.id)) is on \(entry.day.spokenText) at \(entry.time.said), too.",
          hints: ["What is cooked together belongs in one entry."], severity: .remark)
      }
    }
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
