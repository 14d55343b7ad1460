package import KitchenModel

/// Writing is canonical: equal documents give the same bytes, and every text reads back equal.
extension KitchenDocument {
  /// The document as YAML.
  package var yaml: String {
    entries.isEmpty ? "dishes: []\n" : YAMLWriter.text(entries)
  }

  /// The document as JSON.
  package var json: String {
    JSONWriter.text(entries.isEmpty ? [Value.Entry("dishes", .list([]))] : entries)
  }

  /// A dish by itself as YAML, for an editor.
  package static func yaml(of dish: Dish) -> String { YAMLWriter.text(dish.entries) }

  private var entries: [Value.Entry] {
    var entries: [Value.Entry] = []
    if let kitchen { entries.append(.init("kitchen", .map(kitchen.entries))) }
    if !dishes.isEmpty {
      entries.append(.init("dishes", .list(dishes.map { .map($0.entries) })))
    }
    if !meals.isEmpty {
      entries.append(.init("meals", .list(meals.map { .map($0.entries) })))
    }
    return entries
  }
}

extension Meal {
  fileprivate var entries: [Value.Entry] {
    [
      Value.Entry("name", .text(name.text)),
      Value.Entry("dishes", .row(dishes.map { .text($0.text) })),
    ]
  }
}

extension Kitchen {
  fileprivate var entries: [Value.Entry] {
    let cooksValue: Value =
      switch cooks {
      case .count(let count): .number(count)
      case .named(let names): .row(names.map(Value.text))
      }
    var entries = [Value.Entry("cooks", cooksValue)]
    if !equipment.isEmpty {
      entries.append(
        Value.Entry("equipment", .map(equipment.map { Value.Entry($0.name, $0.value) })))
    }
    if !away.isEmpty {
      let absences = away.map { absence in
        Value.group([
          Value.Entry("cook", .text(absence.cook)), Value.Entry("from", .token(absence.from.text)),
          Value.Entry("to", .token(absence.to.text)),
        ])
      }
      entries.append(.init("away", .list(absences)))
    }
    return entries
  }
}

extension Equipment {
  fileprivate var value: Value {
    if slots == 1, preheat == .zero, heat == nil { return .number(count) }
    var entries: [Value.Entry] = [.init("count", .number(count))]
    if slots != 1 { entries.append(.init("slots", .number(slots))) }
    if preheat != .zero { entries.append(.init("preheat", .token(preheat.fileText))) }
    if let heat { entries.append(.init("heat", .token(heat.rawValue))) }
    return .group(entries)
  }
}
