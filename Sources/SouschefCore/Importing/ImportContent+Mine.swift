import KitchenFile
import KitchenModel

extension ImportContent {
  /// Keeps what the cook made of dishes that were imported from the same place before: the name they
  /// gave it, and whatever they changed since.
  ///
  /// - Parameter imported: What the recipes of stored dishes were at their source, by name.
  /// - Returns: a remark for each dish that has another name here, and for what is kept of each.
  mutating func keepWhatIsMine(
    among stored: [Dish], imported: [Name: String] = [:]
  ) -> [Diagnostic] {
    let names = Set(stored.map(\.name))
    let bySource = Dictionary(grouping: stored.filter { $0.source != nil }) { $0.source ?? "" }
    var taken = Set(recipes.map(\.draft.dish.name))
    var remarks: [Diagnostic] = []
    for index in recipes.indices {
      let new = recipes[index].draft.dish
      guard let twin = twin(of: new, bySource, names, taken, imported) else { continue }
      let file = recipes[index].file
      if twin.name != new.name {
        taken.insert(twin.name)
        remarks.append(Self.keepsName(twin.name, of: new.name, file))
      }
      let base = imported[twin.name].flatMap { Self.dish($0) }
      var merge = RecipeMerge(base: base, now: new, mine: twin)
      recipes[index].draft.dish = merge.merged()
      if !merge.kept.isEmpty {
        remarks.append(Self.keeps(merge.kept, of: twin.name, file))
      }
    }
    return remarks
  }

  /// The stored dish that was made of the same recipe: of the same place and name, or the only one
  /// of that place, under any name.
  private func twin(
    of new: Dish, _ bySource: [String: [Dish]], _ names: Set<Name>, _ taken: Set<Name>,
    _ imported: [Name: String]
  ) -> Dish? {
    guard let source = new.source, source.contains("://"), let twins = bySource[source] else {
      return nil
    }
    if let twin = twins.first(where: { $0.name == new.name }) { return twin }
    guard !names.contains(new.name) else { return nil }
    // Of several recipes of one place the one that had this name when it was imported.
    let once = twins.filter { imported[$0.name].flatMap { Self.dish($0) }?.name == new.name }
    let twin = once.count == 1 ? once.first : twins.count == 1 ? twins.first : nil
    return twin.flatMap { taken.contains($0.name) ? nil : $0 }
  }

  private static func dish(_ recipe: String) -> Dish? {
    try? KitchenDocument.readDish(Array(recipe.utf8), named: "")
  }

  private static func keepsName(_ name: Name, of new: Name, _ file: String) -> Diagnostic {
    Diagnostic(
      .badContent,
      "\(new.text.quoted) was imported from the same place before; it is called "
        + "\(name.text.quoted) here and keeps that name.",
      at: .init(file: file), severity: .remark)
  }

  private static func keeps(_ kept: [String], of name: Name, _ file: String) -> Diagnostic {
    Diagnostic(
      .badContent,
      "\(name.text.quoted) keeps what you changed: \(kept.listed()).",
      at: .init(file: file), severity: .remark)
  }
}
