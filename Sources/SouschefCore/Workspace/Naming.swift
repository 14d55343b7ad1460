import KitchenModel

/// Finds stored things by what the cook calls them, and says so when there is none.
enum Naming {
  /// The item that is meant.
  ///
  /// - Parameters:
  ///   - text: What the cook typed.
  ///   - thing: What it should be.
  ///   - strictness: Whether the beginning of a name is enough.
  /// - Throws: a ``Diagnostic`` where nothing or too much is meant.
  static func find<Item>(
    _ text: String, _ thing: Failure.Thing, among items: [Item],
    _ strictness: NameLookup<Item>.Strictness, name: (Item) -> String
  ) throws(Diagnostic) -> Item {
    switch NameLookup(items, name: name).match(text, strictness) {
    case .found(let item): return item
    case .ambiguous(let names): throw Diagnostic(.ambiguous(text, among: names))
    case .none(let nearest):
      throw Diagnostic(.noSuch(thing, text, nearest: nearest, isEmpty: items.isEmpty))
    }
  }

  /// That nothing has exactly this name, with the name that may have been meant.
  static func none(
    _ text: String, _ thing: Failure.Thing, among names: [String]
  ) -> Diagnostic {
    var nearest: String?
    if case .none(let near) = NameLookup(names).match(text, .exact) { nearest = near }
    return Diagnostic(.noSuch(thing, text, nearest: nearest, isEmpty: names.isEmpty))
  }
}

/// Reads a name of a request.
///
/// - Throws: a ``Diagnostic`` of kind `usage`.
func name(_ text: String) throws(Diagnostic) -> Name {
  do { return try Name(text) } catch { throw Diagnostic(.usage, error) }
}
