import KitchenModel

extension ImportContent {
  /// Keeps what the cook made of dishes that were imported from the same place before: the name they
  /// gave it, the tags they added and the notes they wrote.
  ///
  /// - Returns: a remark for each dish that has another name here.
  mutating func keepWhatIsMine(among stored: [Dish]) -> [Diagnostic] {
    let names = Set(stored.map(\.name))
    let bySource = Dictionary(grouping: stored.filter { $0.source != nil }) { $0.source ?? "" }
    var taken = Set(recipes.map(\.draft.dish.name))
    var remarks: [Diagnostic] = []
    for index in recipes.indices {
      let new = recipes[index].draft.dish
      guard let source = new.source, source.contains("://"), let twins = bySource[source] else {
        continue
      }
      if let twin = twins.first(where: { $0.name == new.name }) {
        recipes[index].draft.dish.keepWhatIsMine(of: twin)
      } else if twins.count == 1, !taken.contains(twins[0].name), !names.contains(new.name) {
        recipes[index].draft.dish.name = twins[0].name
        recipes[index].draft.dish.keepWhatIsMine(of: twins[0])
        taken.insert(twins[0].name)
        remarks.append(
          Diagnostic(
            .badContent,
            "\(new.name.text.quoted) was imported from the same place before; it is called "
              + "\(twins[0].name.text.quoted) here and keeps that name.",
            at: .init(file: recipes[index].file), severity: .remark))
      }
    }
    return remarks
  }
}

extension Dish {
  /// Adds the tags, and the lines of notes, that `mine` has beside these.
  fileprivate mutating func keepWhatIsMine(of mine: Dish) {
    tags = mine.tags + tags.filter { !mine.tags.contains($0) }
    let lines = (notes ?? "").split(separator: "\n")
    let own = (mine.notes ?? "").split(separator: "\n").filter { !lines.contains($0) }
    guard !own.isEmpty else { return }
    // What was edited in its place stays there.
    notes =
      lines.allSatisfy((mine.notes ?? "").split(separator: "\n").contains)
      ? mine.notes : (lines + own).joined(separator: "\n")
  }
}
