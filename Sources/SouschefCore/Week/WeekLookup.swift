import KitchenModel
import KitchenStore

/// Finds the entries of the week that the cook means: by number, by day, or by name.
struct WeekLookup {
  let workspace: Workspace

  /// The entries that a text means, at least one.
  ///
  /// - Parameter entries: those there are, by day and time.
  /// - Throws: ``Diagnostic`` where none is meant, or a name means several.
  func find(_ text: String, among entries: [WeekEntry]) throws(Diagnostic) -> [WeekEntry] {
    let bare = text.hasPrefix("#") ? String(text.dropFirst()) : text
    if let number = Int(bare) {
      guard let entry = entries.first(where: { $0.id == number }) else {
        throw Diagnostic(
          .couldNotBeDone, "The week has no entry \(number).",
          hints: [.advice(.showWeek)])
      }
      return [entry]
    }
    if let day = try? WeekMoment.day(text, in: workspace) {
      let found = entries.filter { $0.day == day }
      guard !found.isEmpty else {
        throw Diagnostic(
          .couldNotBeDone, "Nothing is on \(day.spokenText).",
          hints: [.advice(.showWeek)])
      }
      return found
    }
    let today = CookDay(of: workspace.now, in: workspace.timeZone)
    let coming = entries.filter { $0.day >= today }
    let key = Name.key(of: text)
    let named = coming.filter { entry in
      Name.key(of: entry.title).hasPrefix(key)
        || entry.dishes.contains { $0.dish.key.hasPrefix(key) }
    }
    guard named.count <= 1 else {
      let list = named.map { "\($0.id) (\($0.day.spokenText))" }.joined(separator: ", ")
      throw Diagnostic(
        .couldNotBeDone, "\(text.quoted) is in the week more than once: \(list).",
        hints: ["Give the number."])
    }
    guard let entry = named.first else {
      throw Diagnostic(
        .couldNotBeDone, "The week has no \(text.quoted).",
        hints: [
          NearMiss.question(
            of: coming.flatMap { [$0.title] + $0.dishes.map(\.dish.text) }, for: text
          )
          .map(Hint.text) ?? "Name an entry by its number, its day or a dish."
        ])
    }
    return [entry]
  }

  /// The one entry that a text means.
  ///
  /// - Throws: ``Diagnostic`` also where it means several.
  func findOne(_ text: String, among entries: [WeekEntry]) throws(Diagnostic) -> WeekEntry {
    let found = try find(text, among: entries)
    guard found.count == 1 else {
      let list = found.map { "\($0.id) (\($0.title))" }.joined(separator: ", ")
      throw Diagnostic(
        .couldNotBeDone, "\(text.quoted) means several entries: \(list).",
        hints: ["Give the number of one."])
    }
    return found[0]
  }
}
