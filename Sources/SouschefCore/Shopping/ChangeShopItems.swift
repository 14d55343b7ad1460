package import KitchenModel
import KitchenStore
import RecipeProse

/// Says what is always there, what was put in the basket, and where the shop has things.
package struct ChangeShopItems {
  private let names: [String]
  private let change: Change

  /// What is said of things.
  package enum Change: Sendable {
    /// They are always there.
    case stock
    /// They are no longer always there.
    case unstock
    /// They are in the basket.
    case tick
    /// They are not in the basket after all.
    case untick
    /// The shop has them in this aisle; nil for where the program thinks.
    case aisle(String?)
  }

  /// Creates the request.
  package init(_ change: Change, of names: [String]) {
    self.change = change
    self.names = names
  }

  /// Makes the change.
  ///
  /// - Returns: the names of the things that changed.
  /// - Throws: ``Diagnostic``, also where a thing that is to be ticked off is not on the list.
  package func perform(in workspace: Workspace) throws -> Outcome<[String]> {
    guard !names.isEmpty else {
      throw Diagnostic(.usage, "Nothing was given.", hints: ["Name things to buy."])
    }
    let found = try names.map { try thing($0, in: workspace) }
    let summary = "\(verb) \(found.map { "\"\($0)\"" }.joined(separator: ", "))"
    let now = workspace.now
    let changed = try workspace.change(summary, .no) { store in
      try found.filter { name in
        try store.changeShopItem(ShopThing.key(of: name), named: name) { item in
          switch change {
          case .stock: item.isInPantry = true
          case .unstock: item.isInPantry = false
          case .tick: item.tickedAt = now
          case .untick: item.tickedAt = nil
          case .aisle(let aisle): item.aisle = aisle
          }
        }
      }
    }
    return Outcome(changed, remarks: [nearAisle].compactMap(\.self))
  }

  /// The aisle that was meant, perhaps, where the shop has none of the name that was written.
  private var nearAisle: Diagnostic? {
    guard case .aisle(let aisle?) = change, !ShoppingList.aisles.contains(aisle),
      let question = NearMiss.question(of: ShoppingList.aisles, for: aisle)
    else { return nil }
    return Diagnostic(
      .couldNotBeDone, "\(aisle.quoted) is a new aisle.", hints: [question],
      severity: .remark)
  }

  private var verb: String {
    switch change {
    case .stock: "put into the pantry"
    case .unstock: "took out of the pantry"
    case .tick: "ticked off"
    case .untick: "unticked"
    case .aisle: "moved in the shop"
    }
  }

  /// The thing that a text names.
  private func thing(_ text: String, in workspace: Workspace) throws -> String {
    let name = text.trimmed
    guard !name.isEmpty, name.count <= 100, !name.unicodeScalars.contains(where: \.isControl) else {
      throw Diagnostic(
        .usage, "\(text.quoted) is not the name of a thing to buy.",
        hints: ["Use 1 to 100 characters without control characters."])
    }
    let store = try workspace.storeForReading()
    switch change {
    case .stock, .aisle: return name
    case .unstock:
      let pantry = try store.week.shopItems().filter(\.isInPantry)
      return try found(name, among: pantry.map(\.name), "The pantry has no", .showPantry)
    case .tick:
      let list = try ShowShoppingList(.days(from: nil, 366), pantry: .list)
        .perform(in: workspace).value
      return try found(
        name, among: list.items.map(\.name), "The shopping list has no", .showShopping)
    case .untick:
      let ticked = try store.week.shopItems().filter { $0.tickedAt != nil }
      return try found(name, among: ticked.map(\.name), "Nothing was ticked off as", .showShopping)
    }
  }

  private func found(
    _ name: String, among names: [String], _ none: String, _ look: Advice
  ) throws -> String {
    let key = ShopThing.key(of: name)
    if let exact = names.first(where: { ShopThing.key(of: $0) == key }) { return exact }
    let begun = names.filter { Name.key(of: $0).hasPrefix(Name.key(of: name)) }
    if begun.count == 1 { return begun[0] }
    let hint = NearMiss.question(of: names, for: name).map(Hint.text)
    throw Diagnostic(
      .couldNotBeDone, "\(none) \(name.quoted).", hints: [hint ?? .advice(look)])
  }
}

/// What is always there.
package struct ListPantry {
  /// Creates the request.
  package init() {}

  /// The names of the things, in order.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<[ShopItem]> {
    Outcome(try workspace.storeForReading().week.shopItems().filter(\.isInPantry))
  }
}

/// How things to buy are told apart.
enum ShopThing {
  /// The key of a name.
  static func key(of name: String) -> String { IngredientReader(lines: [name]).key(of: name) }
}
