package import KitchenModel
import KitchenStore

/// Moves, copies and removes entries of the week.
package struct ChangeWeek {
  private let action: Action
  private let rehearsing: Rehearsing

  /// What is done.
  package enum Action: Sendable {
    /// Entries, by number, day or dish, to another day, at the same or another time.
    case move(String, day: String, time: String?)
    /// The same, the entries staying where they are too.
    case copy(String, day: String, time: String?)
    /// Entries are taken away.
    case remove([String])
    /// All that is not cooked yet of some days is taken away.
    case clear(from: String?, days: Int)
  }

  /// Creates the request.
  package init(_ action: Action, rehearsing: Rehearsing = .no) {
    self.action = action
    self.rehearsing = rehearsing
  }

  /// Makes the change.
  ///
  /// - Returns: the entries as they are now, or were where they are gone.
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<[WeekEntry]> {
    let store = try workspace.storeOfExisting(rehearsing)
    let all = try store.week.all()
    let lookup = WeekLookup(workspace: workspace)
    switch action {
    case .move(let what, let day, let time):
      let entries = try moved(what, day, time, among: all, lookup)
      try store.change("moved \(Self.titles(entries))", at: workspace.now, rehearsing) { change in
        for entry in entries { try change.move(entry) }
      }
      return Outcome(entries, remarks: try warnings(of: entries, store, workspace))
    case .copy(let what, let day, let time):
      var entries = try moved(what, day, time, among: all, lookup)
      for place in entries.indices {
        entries[place].firstDay = entries[place].day
        entries[place].runID = nil
      }
      let copies = entries
      let ids = try store.change(
        "copied \(Self.titles(entries))", at: workspace.now, rehearsing
      ) { change in try copies.map { try change.add($0) } }
      for (place, id) in zip(entries.indices, ids) { entries[place].id = id }
      return Outcome(entries, remarks: try warnings(of: entries, store, workspace))
    case .remove(let texts):
      var entries: [WeekEntry] = []
      for text in texts {
        for entry in try lookup.find(text, among: all) where !entries.contains(entry) {
          entries.append(entry)
        }
      }
      return try remove(entries, store, workspace)
    case .clear(let from, let days):
      let window = try WeekWindow(from: from, days: days, in: workspace)
      let states = try store.week.runs(of: all)
      let entries = all.filter { entry in
        window.contains(entry.day) && entry.runID.flatMap { states[$0] }?.isCooked != true
      }
      return try remove(entries, store, workspace)
    }
  }

  private func remove(
    _ entries: [WeekEntry], _ store: KitchenStore, _ workspace: Workspace
  ) throws -> Outcome<[WeekEntry]> {
    guard !entries.isEmpty else { return Outcome([]) }
    try store.change("removed \(Self.titles(entries))", at: workspace.now, rehearsing) { change in
      for entry in entries { try change.removeWeekEntry(entry) }
    }
    return Outcome(entries)
  }

  private func moved(
    _ what: String, _ day: String, _ time: String?, among all: [WeekEntry], _ lookup: WeekLookup
  ) throws -> [WeekEntry] {
    var said: ClockTime.TimeOfDay?
    if let time {
      guard let read = WeekMoment.time(time) else {
        throw Diagnostic(
          .usage, "\(time.quoted) is not a time.", hints: ["Write it as 18:30 or 7pm."])
      }
      said = read
    }
    return try lookup.find(what, among: all).map { entry in
      let moment = try WeekMoment(day, at: said ?? entry.time, in: lookup.workspace)
      var moved = entry
      (moved.day, moved.time) = (moment.day, moment.time)
      return moved
    }
  }

  private func warnings(
    of entries: [WeekEntry], _ store: KitchenStore, _ workspace: Workspace
  ) throws -> [Diagnostic] {
    let portions = WeekPortions(
      dishes: try store.dishes.all(), meals: [], entries: try store.week.all(),
      workspace: workspace)
    return portions.warnings(of: entries) + portions.company(of: entries)
  }

  private static func titles(_ entries: [WeekEntry]) -> String {
    entries.map { "\"\($0.title)\" (\($0.day.spokenText))" }.joined(separator: ", ")
  }
}

/// Some days in a row.
struct WeekWindow {
  let first: CookDay
  /// The first day behind it.
  let end: CookDay

  /// The days from one on.
  ///
  /// - Throws: ``Diagnostic``.
  init(from text: String?, days: Int, in workspace: Workspace) throws(Diagnostic) {
    guard (1...366).contains(days) else {
      throw Diagnostic(
        .usage, "The number of days must be 1 to 366 (got \(days)).", hints: ["7 is a week."])
    }
    first =
      try text.map { text throws(Diagnostic) in try WeekMoment.day(text, in: workspace) }
      ?? CookDay(of: workspace.now, in: workspace.timeZone)
    end = first.advanced(by: days)
  }

  func contains(_ day: CookDay) -> Bool { first <= day && day < end }
}
