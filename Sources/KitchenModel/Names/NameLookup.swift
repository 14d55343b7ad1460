/// Finds what a cook means by a name.
package struct NameLookup<Item: Sendable>: Sendable {
  private let entries: [(name: String, key: String, item: Item)]

  /// Creates a lookup among `items`, whose names differ in more than case and Unicode form.
  package init(_ items: [Item], name: (Item) -> String) {
    entries = items.map { (name($0), Name.key(of: name($0)), $0) }
  }

  /// How much of a name must be given.
  package enum Strictness: Sendable {
    /// All of it: for what changes something.
    case exact
    /// As much as is unique: for what only looks.
    case uniquePrefix
  }

  /// What a name led to.
  package enum Match {
    /// The one that is meant.
    case found(Item)
    /// Several names begin so, or have it in them where none begins so; in the order given.
    case ambiguous([String])
    /// None; with the nearest name, or one that begins so or has it in it.
    case none(nearest: String?)
  }

  /// The item that `text` names, without regard to case, Unicode form and space at its ends; a
  /// whole name wins over the beginning of another, and one with its accents over one without.
  package func match(_ text: String, _ strictness: Strictness) -> Match {
    let key = Name.key(of: text.trimmed)
    if let entry = entries.first(where: { $0.key == key }) { return .found(entry.item) }
    var begun = key.isEmpty ? [] : entries.filter { $0.key.hasPrefix(key) }
    // Not everybody's keyboard has the accents.
    let loose = Name.looseKey(of: key)
    if begun.isEmpty, !loose.isEmpty {
      begun = entries.filter { Name.looseKey(of: $0.name).hasPrefix(loose) }
      let whole = begun.filter { Name.looseKey(of: $0.name) == loose }
      if whole.count == 1 { begun = whole }
    }
    if strictness == .uniquePrefix {
      if begun.count > 1 { return .ambiguous(begun.map(\.name)) }
      if let entry = begun.first { return .found(entry.item) }
    }
    if let near = NearMiss.best(of: entries.map(\.name), for: text.trimmed) {
      return .none(nearest: near)
    }
    // "tomato" for "Cream of tomato".
    let similar =
      begun.isEmpty && loose.count > 2
      ? entries.filter { Name.looseKey(of: $0.name).contains(loose) } : begun
    if strictness == .uniquePrefix, similar.count > 1 { return .ambiguous(similar.map(\.name)) }
    return .none(nearest: similar.first?.name)
  }
}

extension NameLookup where Item == String {
  /// Creates a lookup among names.
  package init(_ names: [String]) { self.init(names) { $0 } }
}
