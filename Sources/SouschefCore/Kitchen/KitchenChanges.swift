package import KitchenModel

/// What `kitchen set` says: what is not named stays.
package struct KitchenChanges: Sendable {
  /// The cooks from now on; nil for as they are.
  package var cooks: Kitchen.Cooks?
  /// Equipment from now on, in the order said; a count of 0 removes it.
  package var equipment: [(name: String, count: Int, slots: Int?)]
  /// Preheat times from now on.
  package var preheat: [(name: String, time: Seconds)]
  /// What equipment does from now on.
  package var heat: [(name: String, does: Heat)]

  /// Reads what the options say.
  ///
  /// - Throws: a ``Diagnostic`` for an option that cannot be read.
  package init(
    cooks: String?, equipment: [String], preheat: [String], heat: [String]
  ) throws(Diagnostic) {
    self.cooks = nil
    if let cooks { self.cooks = try Self.cooks(cooks) }
    self.equipment = []
    for text in equipment { self.equipment.append(try Self.equipment(text)) }
    self.preheat = []
    for text in preheat { self.preheat.append(try Self.preheat(text)) }
    self.heat = []
    for text in heat { self.heat.append(try Self.heat(text)) }
  }

  /// Whether nothing is said.
  package var isEmpty: Bool {
    cooks == nil && equipment.isEmpty && preheat.isEmpty && heat.isEmpty
  }

  /// The kitchen with the changes made.
  ///
  /// - Throws: a ``Diagnostic`` for a preheat or a heat of equipment that there is not.
  package func applied(to kitchen: Kitchen) throws(Diagnostic) -> Kitchen {
    var kitchen = kitchen
    if let cooks { kitchen.cooks = cooks }
    for (name, count, slots) in equipment {
      let place = kitchen.equipment.firstIndex { Name.key(of: $0.name) == Name.key(of: name) }
      switch (place, count) {
      case (let place?, 0): kitchen.equipment.remove(at: place)
      case (let place?, _):
        kitchen.equipment[place].count = count
        if let slots { kitchen.equipment[place].slots = slots }
      case (nil, 0):
        throw Self.unknown(name, in: kitchen)
      case (nil, _):
        kitchen.equipment.append(Equipment(name: name, count: count, slots: slots ?? 1))
      }
    }
    for (name, time) in preheat {
      kitchen.equipment[try Self.place(of: name, in: kitchen)].preheat = time
    }
    for (name, does) in heat {
      kitchen.equipment[try Self.place(of: name, in: kitchen)].heat = does
    }
    return kitchen
  }

  private static func place(
    of name: String, in kitchen: Kitchen
  ) throws(Diagnostic) -> Int {
    let key = Name.key(of: name)
    guard let place = kitchen.equipment.firstIndex(where: { Name.key(of: $0.name) == key }) else {
      throw unknown(name, in: kitchen)
    }
    return place
  }

  private static func unknown(_ name: String, in kitchen: Kitchen) -> Diagnostic {
    let names = kitchen.equipment.map(\.name)
    return Diagnostic(
      .couldNotBeDone, "The kitchen has no \"\(name)\".",
      hints: [
        NearMiss.best(of: names, for: name).map { "Did you mean \"\($0)\"?" }
          ?? "It has: \(names.joined(separator: ", "))."
      ])
  }

  private static func cooks(_ text: String) throws(Diagnostic) -> Kitchen.Cooks {
    if let count = Int(text.trimmedOfSpaces) {
      guard (1...100).contains(count) else {
        throw Diagnostic(.usage, "--cooks: \(count) is no number of cooks.", hints: ["1 to 100."])
      }
      return .count(count)
    }
    let names = text.split(separator: ",").map { String($0).trimmedOfSpaces }
    guard !names.isEmpty, names.allSatisfy({ !$0.isEmpty }) else {
      throw Diagnostic(
        .usage, "--cooks: \"\(text)\" names nobody.", hints: ["A number, or names: Ana,Ben."])
    }
    return .named(names)
  }

  private static func equipment(_ text: String) throws(Diagnostic) -> (String, Int, Int?) {
    let (name, value) = try assignment(text, "--equipment", example: "oven=1x2")
    let parts = value.lowercased().split(separator: "x", omittingEmptySubsequences: false)
      .map { Int(String($0).trimmedOfSpaces) }
    let range = 0...1000
    guard (1...2).contains(parts.count), let count = parts[0], range.contains(count),
      parts.count == 1 || (parts[1].map { (1...1000).contains($0) } ?? false)
    else {
      throw Diagnostic(
        .usage, "--equipment: \"\(value)\" is no count of \(name).",
        hints: ["COUNT or COUNTxSLOTS: \(name)=2, \(name)=1x2; 0 removes it."])
    }
    return (name, count, parts.count == 2 ? parts[1] : nil)
  }

  private static func preheat(_ text: String) throws(Diagnostic) -> (String, Seconds) {
    let (name, value) = try assignment(text, "--preheat", example: "oven=10m")
    do {
      return (name, try Seconds(durationText: value))
    } catch {
      throw Diagnostic(.usage, "--preheat: \(error.message)", hints: [error.hint])
    }
  }

  private static func heat(_ text: String) throws(Diagnostic) -> (String, Heat) {
    let (name, value) = try assignment(text, "--heat", example: "oven=heats")
    do {
      return (name, try Heat(parsing: value))
    } catch {
      throw Diagnostic(
        .usage, "--heat: \(name.quoted) cannot be \(value.quoted).", hints: [error.hint])
    }
  }

  private static func assignment(
    _ text: String, _ option: String, example: String
  ) throws(Diagnostic) -> (name: String, value: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0).trimmedOfSpaces }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw Diagnostic(
        .usage, "\(option): \"\(text)\" is no NAME=VALUE.",
        hints: ["For example: \(option) \(example)"])
    }
    return (parts[0], parts[1])
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmedOfSpaces: String {
    let isSpace = { (character: Character) in character.isWhitespace }
    return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}
