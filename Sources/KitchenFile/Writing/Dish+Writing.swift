import KitchenModel

extension Dish {
  /// The dish's keys in canonical order, what is at its default left out.
  var entries: [Value.Entry] {
    var entries: [Value.Entry] = [.init("name", .text(name.text))]
    let short = shortForm
    entries += short ?? []
    if let servings { entries.append(.init("servings", .number(servings))) }
    if serve != .hot { entries.append(.init("serve", .token(serve.rawValue))) }
    if let holdMaximum { entries.append(.init("holdMax", .token(holdMaximum.fileText))) }
    if let keepsFor { entries.append(.init("keepsFor", .token(keepsFor.fileText))) }
    if serveOffset != .zero {
      entries.append(.init("serveOffset", .token(serveOffset.fileText)))
    }
    if let notBefore { entries.append(.init("notBefore", .token(notBefore.text))) }
    if let notAfter { entries.append(.init("notAfter", .token(notAfter.text))) }
    if !tags.isEmpty { entries.append(.init("tags", .row(tags.map(Value.text)))) }
    if let notes { entries.append(.init("notes", .text(notes))) }
    if !ingredients.isEmpty {
      entries.append(.init("ingredients", .list(ingredients.map(Value.text))))
    }
    if let source { entries.append(.init("source", .text(source))) }
    let sentences = [("start", says.start), ("finish", says.finish)].compactMap { key, text in
      text.map { Value.Entry(key, .text($0)) }
    }
    if !sentences.isEmpty { entries.append(.init("says", .map(sentences))) }
    if short == nil {
      let list = steps.indices.map { index in
        Value.map(steps[index].entries(before: index == 0 ? nil : steps[index - 1]))
      }
      entries.append(.init("steps", .list(list)))
    }
    return entries
  }

  /// The durations alone, where the steps are what those read back as; nil where they are not.
  private var shortForm: [Value.Entry]? {
    var expected: [Step] = []
    for kind in Way.Kind.allCases {
      guard let step = steps.first(where: { $0.id == kind.rawValue }),
        let duration = step.ways.first?.duration, duration.maximum > .zero
      else { continue }
      let after = expected.last.map { [Dependency($0.id)] } ?? []
      expected.append(
        Step(id: kind.rawValue, title: name.text, Way(kind, duration), after: after))
    }
    guard !steps.isEmpty, steps == expected else { return nil }
    return steps.map { Value.Entry($0.id, $0.ways[0].duration.value) }
  }
}

extension Step {
  /// The step's keys in canonical order; `before` is the step that it follows unless it says
  /// otherwise.
  fileprivate func entries(before: Step?) -> [Value.Entry] {
    var entries: [Value.Entry] = [.init("id", .text(id))]
    if title != id { entries.append(.init("title", .text(title))) }
    if hasOptions {
      entries.append(.init("options", .list(ways.map { .group($0.entries) })))
    } else {
      entries += ways.first?.entries ?? []
    }
    if after != (before.map { [Dependency($0.id)] } ?? []) {
      entries.append(.init("after", .row(after.map(\.value))))
    }
    if let notBefore { entries.append(.init("notBefore", .token(notBefore.text))) }
    if let notAfter { entries.append(.init("notAfter", .token(notAfter.text))) }
    if let keeps { entries.append(.init("keeps", keeps.value)) }
    return entries
  }
}

extension Keeping {
  fileprivate var value: Value {
    switch self {
    case .withoutEnd: .truth(true)
    case .notAtAll: .truth(false)
    case .limited(let limit): .token(limit.fileText)
    }
  }
}

extension Way {
  fileprivate var entries: [Value.Entry] {
    var entries = [Value.Entry(kind.rawValue, duration.value)]
    if !uses.isEmpty {
      entries.append(
        Value.Entry("uses", .group(uses.map { Value.Entry($0.equipment, .number($0.units)) })))
    }
    if startsItself { entries.append(.init("startsItself", .truth(true))) }
    if let temperature { entries.append(.init("temperature", .token(temperature.text))) }
    if cooks != 1 { entries.append(.init("cooks", .number(cooks))) }
    if let cook { entries.append(.init("cook", .text(cook))) }
    return entries
  }
}

extension Estimate {
  fileprivate var value: Value {
    if let fileText { return .token(fileText) }
    return .group([
      .init("min", .token(minimum.fileText)), .init("likely", .token(likely.fileText)),
      .init("max", .token(maximum.fileText)),
    ])
  }
}

extension Dependency {
  fileprivate var value: Value {
    let target = Value.text(dish.map { "\($0)/\(step)" } ?? step)
    var entries = [Value.Entry("step", target)]
    if from != .end { entries.append(.init("from", .token(from.rawValue))) }
    if minimum != .zero {
      entries.append(.init("min", minimum.map { .token($0.fileText) } ?? .null))
    }
    if let maximum { entries.append(.init("max", .token(maximum.fileText))) }
    return entries.count == 1 ? target : .group(entries)
  }
}
