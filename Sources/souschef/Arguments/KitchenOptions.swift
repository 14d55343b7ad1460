import KitchenModel
import SouschefCore

/// What the options of `kitchen set` say.
enum KitchenOptions {
  /// Reads the options.
  ///
  /// - Throws: a ``Diagnostic`` for an option that cannot be read.
  static func changes(
    cooks: String?, equipment: [String], preheat: [String], heat: [String], away: [String],
    back: [String]
  ) throws -> KitchenChanges {
    KitchenChanges(
      cooks: try cooks.map(Self.cooks), equipment: try equipment.map(Self.equipment),
      preheat: try preheat.map(Self.preheat), heat: try heat.map(Self.heat),
      away: try away.map(Self.away), back: back)
  }

  private static func cooks(_ text: String) throws -> Kitchen.Cooks {
    if let count = Int(text.trimmedOfSpaces) {
      return .count(try RequestField.cooks.cooks(count))
    }
    let names = text.split(separator: ",").map { String($0).trimmedOfSpaces }
    guard !names.isEmpty, names.allSatisfy({ !$0.isEmpty }) else {
      throw Diagnostic(
        .usage, "Names are missing in \"\(text)\".", about: .cooks,
        hints: ["A number, or names: Ana,Ben."])
    }
    return .named(names)
  }

  private static func equipment(_ text: String) throws -> (String, Int, Int?) {
    let (name, value) = try assignment(text, "--equipment", example: "oven=1x2")
    let parts = value.lowercased().split(separator: "x", omittingEmptySubsequences: false)
      .map { Int(String($0).trimmedOfSpaces) }
    let range = 0...1000
    guard (1...2).contains(parts.count), let count = parts[0], range.contains(count),
      parts.count == 1 || (parts[1].map { (1...1000).contains($0) } ?? false)
    else {
      throw Diagnostic(
        .usage, "--equipment: the count of \(name) must be a whole number (got \"\(value)\").",
        hints: [
          "Write \(name)=2 for two, \(name)=1x2 for one with two slots, \(name)=0 to remove it."
        ])
    }
    return (name, count, parts.count == 2 ? parts[1] : nil)
  }

  private static func preheat(_ text: String) throws -> (String, Seconds) {
    let (name, value) = try assignment(text, "--preheat", example: "oven=10m")
    return (name, try reading(.usage, "--preheat") { try Seconds(durationText: value) })
  }

  private static func heat(_ text: String) throws -> (String, Heat) {
    let (name, value) = try assignment(text, "--heat", example: "oven=heats")
    do { return (name, try Heat(parsing: value)) } catch {
      throw Diagnostic(
        .usage, "--heat: \(name.quoted) cannot be \(value.quoted).", hints: [error.hint])
    }
  }

  /// `Ben=18:00-18:30`: a name and two times.
  private static func away(_ text: String) throws -> Absence {
    let (name, value) = try assignment(text, "--away", example: "Ben=18:00-18:30")
    for mark in value.indices where value[mark] == "-" || value[mark] == "–" {
      let ends = [value[..<mark], value[value.index(after: mark)...]]
        .map { try? ClockTime(parsing: String($0).trimmedOfSpaces) }
      if let from = ends[0], let to = ends[1] { return Absence(cook: name, from: from, to: to) }
    }
    throw Diagnostic(
      .usage, "--away: \(value.quoted) is not from one time to another.",
      hints: ["For example: --away \(name)=18:00-18:30"])
  }

  private static func assignment(
    _ text: String, _ option: String, example: String
  ) throws -> (name: String, value: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0).trimmedOfSpaces }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw Diagnostic(
        .usage, "\(option) must be NAME=VALUE (got \"\(text)\").",
        hints: ["For example: \(option) \(example)"])
    }
    return (parts[0], parts[1])
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmedOfSpaces: String {
    let isSpace = { (character: Character) in character.isWhitespace }
    return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}
