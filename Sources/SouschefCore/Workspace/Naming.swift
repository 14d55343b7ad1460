import KitchenModel

/// Finds stored things by what the cook calls them, and says so when there is none.
enum Naming {
  /// The item that is meant.
  ///
  /// - Parameters:
  ///   - text: What the cook typed.
  ///   - kind: What it should be, as messages say it: `dish`.
  ///   - strictness: Whether the beginning of a name is enough.
  ///   - list: The command that lists them, where that is not the usual one.
  /// - Throws: a ``Diagnostic`` where nothing or too much is meant.
  static func find<Item>(
    _ text: String, _ kind: String, among items: [Item],
    _ strictness: NameLookup<Item>.Strictness, list: String? = nil, name: (Item) -> String
  ) throws(Diagnostic) -> Item {
    switch NameLookup(items, name: name).match(text, strictness) {
    case .found(let item):
      return item
    case .ambiguous(let names):
      throw Diagnostic(
        .couldNotBeDone,
        "\(text.quoted) could be \(names.prefix(5).map(\.quoted).joined(separator: ", "))"
          + (names.count > 5 ? " and \(names.count - 5) more." : "."),
        hints: ["Type a little more of the name."])
    case .none(let nearest):
      throw missing(text, kind, nearest: nearest, isEmpty: items.isEmpty, list: list)
    }
  }

  /// That nothing is called so.
  static func missing(
    _ text: String, _ kind: String, nearest: String?, isEmpty: Bool, list: String? = nil
  ) -> Diagnostic {
    let hint: String
    if let nearest {
      hint = "Did you mean \(nearest.quoted)?"
    } else if let list {
      hint = "See them all: \(list)"
    } else if isEmpty {
      hint = "There is none yet. Add one: souschef \(kind == "meal" ? "meal" : "dish") add --help"
    } else if kind.hasSuffix("step") || kind == "cook" || kind == "dish in this meal" {
      hint = "See what is cooking: souschef run status"
    } else {
      hint = "See them all: souschef \(kind == "meal" ? "meal" : "dish") list"
    }
    // Spelled out rather than built up, for the sake of the article.
    return Diagnostic(.couldNotBeDone, "No \(kind) named \(text.quoted).", hints: [hint])
  }
}

/// Reads a name of the command line.
///
/// - Throws: a ``Diagnostic`` of kind `usage`.
func name(_ text: String) throws(Diagnostic) -> Name {
  do { return try Name(text) } catch { throw Diagnostic(.usage, error) }
}
