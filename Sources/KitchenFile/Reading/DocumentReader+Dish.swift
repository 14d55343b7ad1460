import KitchenModel

extension DocumentReader {
  private static let dishKeys = [
    "name", "blocking", "waiting", "steps", "servings", "serve", "holdMax", "keepsFor",
    "serveOffset",
    "notBefore", "notAfter", "tags", "notes", "ingredients", "source", "says",
  ]

  private static let stepHint = "It belongs to a step; write the dish's \"steps\" as a list."

  /// Reads a dish.
  mutating func dish(_ node: SourceNode, at index: Int) throws(Diagnostic) -> Dish {
    let stepKeys = [
      "uses", "temperature", "startsItself", "cooks", "cook", "after", "options", "keeps",
    ]
    let fields = try Fields(
      node, of: "a dish", known: Self.dishKeys,
      elsewhere: Dictionary(uniqueKeysWithValues: stepKeys.map { ($0, Self.stepHint) }))
    places[.dish(index)] = node.place
    guard let nameNode = fields["name"] else {
      throw node.fault("A dish has no name.", "Add one, as in name: Pasta.")
    }
    places[.dish(index)] = nameNode.place
    var dish = Dish(name: try nameNode.name(as: "name"))
    if let number = try fields.number("servings") { dish.servings = number }
    if let node = fields["serve"] { dish.serve = try Self.serve(node) }
    dish.holdMaximum = try fields.seconds("holdMax")
    dish.keepsFor = try fields.seconds("keepsFor")
    dish.serveOffset = try fields.seconds("serveOffset") ?? .zero
    dish.notBefore = try fields.clockTime("notBefore")
    dish.notAfter = try fields.clockTime("notAfter")
    dish.tags = try fields.texts("tags")
    dish.notes = try fields.text("notes")
    dish.ingredients = try fields.texts("ingredients")
    dish.source = try fields.text("source")
    if let node = fields["says"] {
      let says = try Fields(node, of: "\"says\"", known: ["start", "finish"])
      dish.says = Dish.Says(start: try says.text("start"), finish: try says.text("finish"))
    }
    dish.steps = try steps(of: dish.name, fields, at: index)
    return dish
  }

  private static func serve(_ node: SourceNode) throws(Diagnostic) -> Dish.Serve {
    let text = try node.text(as: "serve")
    guard let serve = Dish.Serve(rawValue: text) else {
      throw node.fault("\"serve\" cannot be \(text.quoted).", "Write hot, or any for what keeps.")
    }
    return serve
  }

  /// Reads a dish's steps, in the short form or as a list.
  private mutating func steps(
    of dish: Name, _ fields: Fields, at index: Int
  ) throws(Diagnostic) -> [Step] {
    guard let list = fields["steps"] else { return try shortSteps(of: dish, fields, at: index) }
    for key in ["blocking", "waiting"] {
      guard let place = fields.place(of: key) else { continue }
      throw Diagnostic(
        .badContent, "The dish \(dish.text.quoted) has both \"\(key)\" and \"steps\".", at: place,
        hints: ["Move \"\(key)\" into a step."])
    }
    let nodes = try list.list(as: "steps")
    var drafts: [StepDraft] = []
    for (number, node) in nodes.enumerated() {
      let reference = StepReference(dish: index, step: number)
      drafts.append(try step(node, of: dish, at: reference))
    }
    return Self.steps(drafts)
  }

  /// `blocking` and `waiting` of the dish itself; a stretch of no length is not a step.
  private mutating func shortSteps(
    of dish: Name, _ fields: Fields, at index: Int
  ) throws(Diagnostic) -> [Step] {
    var steps: [Step] = []
    for kind in Way.Kind.allCases {
      guard let node = fields.given(kind.rawValue) else { continue }
      let estimate = try node.estimate(as: kind.rawValue)
      guard estimate.maximum > .zero else { continue }
      let reference = StepReference(dish: index, step: steps.count)
      places[.step(reference)] = node.place
      let after = steps.last.map { [Dependency($0.id)] } ?? []
      steps.append(
        Step(id: kind.rawValue, title: dish.text, Way(kind, estimate), after: after))
    }
    return steps
  }

  /// Completes the steps of a list: identifiers from titles, and `after` where it is missing.
  private static func steps(_ drafts: [StepDraft]) -> [Step] {
    var identifiers = StepIdentifiers(given: drafts.compactMap(\.id))
    var steps: [Step] = []
    for draft in drafts {
      let id = draft.id ?? identifiers.identifier(forTitle: draft.idSource)
      steps.append(draft.step(id: id, before: steps.last))
    }
    // An `after` may be written in another case than the step's own id.
    var written: [String: String] = [:]
    for step in steps { written[Name.key(of: step.id)] = step.id }
    for index in steps.indices {
      for place in steps[index].after.indices where steps[index].after[place].dish == nil {
        let key = Name.key(of: steps[index].after[place].step)
        if let id = written[key] { steps[index].after[place].step = id }
      }
    }
    return steps
  }
}
