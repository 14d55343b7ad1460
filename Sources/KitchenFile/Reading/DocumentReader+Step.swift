import KitchenModel

/// A step of a list before its identifier and what it follows are settled.
struct StepDraft {
  /// The identifier; nil where it is missing.
  var id: String?
  /// What an identifier is made of where it is missing.
  var idSource: String
  /// The title.
  var title: String
  /// The ways to do it, at least one.
  var ways: [Way]
  /// Whether they stand under `options`.
  var hasOptions: Bool
  /// What it follows; nil for the step before it.
  var after: [Dependency]?
  /// It does not start before.
  var notBefore: ClockTime?
  /// It does not end after.
  var notAfter: ClockTime?
  /// How long what it makes keeps; nil where it is not said.
  var keeps: Keeping?

  /// The step with `id`, after the step `before` unless it says otherwise.
  func step(id: String, before: Step?) -> Step {
    let after = after ?? before.map { [Dependency($0.id)] } ?? []
    return hasOptions
      ? Step(
        id: id, title: title, options: ways, after: after, notBefore: notBefore,
        notAfter: notAfter, keeps: keeps)
      : Step(
        id: id, title: title, ways[0], after: after, notBefore: notBefore, notAfter: notAfter,
        keeps: keeps)
  }
}

extension DocumentReader {
  private static let wayKeys = [
    "blocking", "waiting", "uses", "startsItself", "temperature", "cooks", "cook",
  ]
  private static let stepKeys =
    ["id", "title"] + wayKeys + ["after", "options", "notBefore", "notAfter", "keeps"]
  private static let besideOptions = "It belongs to the step, beside \"options\"."

  /// Reads a step of the dish called `dish`.
  mutating func step(
    _ node: SourceNode, of dish: Name, at reference: StepReference
  ) throws(Diagnostic) -> StepDraft {
    let fields = try Fields(node, of: "a step", known: Self.stepKeys)
    places[.step(reference)] = fields["id"]?.place ?? node.place
    let ways = try ways(fields, at: reference)
    let id = try fields.text("id")
    let title = try fields.text("title")
    let kind = ways[0].kind.rawValue
    return StepDraft(
      id: id, idSource: title ?? kind, title: title ?? id ?? dish.text, ways: ways,
      hasOptions: fields["options"] != nil, after: try after(fields, at: reference),
      notBefore: try fields.clockTime("notBefore"), notAfter: try fields.clockTime("notAfter"),
      keeps: try fields["keeps"]?.keeping(as: "keeps"))
  }

  private mutating func ways(
    _ fields: Fields, at reference: StepReference
  ) throws(Diagnostic) -> [Way] {
    guard let options = fields["options"] else {
      return [try way(fields, at: reference, number: 0, of: "A step")]
    }
    for key in Self.wayKeys {
      guard let place = fields.place(of: key) else { continue }
      throw Diagnostic(
        .badContent, "\"\(key)\" stands beside \"options\".", at: place,
        hints: ["Write it inside each option that needs it."])
    }
    var ways: [Way] = []
    for (number, node) in try options.list(as: "options").enumerated() {
      let fields = try Fields(
        node, of: "an option", known: Self.wayKeys,
        elsewhere: ["after": Self.besideOptions, "keeps": Self.besideOptions])
      ways.append(try way(fields, at: reference, number: number, of: "An option"))
    }
    guard !ways.isEmpty else {
      throw options.fault(
        "A step has no option.", "List one at least, as in options: [{waiting: 3m}].")
    }
    return ways
  }

  /// Reads a way to do a step from the step's own keys or an option's.
  private mutating func way(
    _ fields: Fields, at reference: StepReference, number: Int, of what: String
  ) throws(Diagnostic) -> Way {
    let kinds = Way.Kind.allCases.filter { fields.given($0.rawValue) != nil }
    guard let kind = kinds.first, let node = fields.given(kind.rawValue) else {
      throw fields.node.fault(
        "\(what) has no duration.", "Say how long it takes with blocking or waiting.")
    }
    guard kinds.count == 1 else {
      throw node.fault(
        "\(what) is both blocking and waiting.", "Make two steps of it, or keep one of them.")
    }
    places[.way(reference, number)] = fields.place(of: kind.rawValue) ?? fields.node.place
    var way = Way(kind, try node.estimate(as: kind.rawValue))
    way.uses = try uses(fields, at: reference, way: number)
    if let node = fields["temperature"] {
      let text = try node.scalar(as: "temperature")
      do throws(TemperatureFault) {
        way.temperature = try Temperature(parsing: text)
      } catch {
        throw Diagnostic(.badContent, error, at: node.place)
      }
    }
    if let node = fields["cooks"] { way.cooks = try node.number(as: "cooks") }
    if let node = fields["cook"] {
      places[.cookOfWay(reference, number)] = node.place
      way.cook = try node.text(as: "cook")
    }
    if let node = fields["startsItself"] { way.startsItself = try node.truth(as: "startsItself") }
    return way
  }

  private mutating func uses(
    _ fields: Fields, at reference: StepReference, way: Int
  ) throws(Diagnostic) -> [Way.Use] {
    guard let node = fields["uses"] else { return [] }
    guard case .map(let entries) = node.content else {
      throw node.fault(
        "\"uses\" cannot be \(node.sort).", "Write each with its units, as in uses: {oven: 1}.")
    }
    var uses: [Way.Use] = []
    for (number, entry) in entries.enumerated() {
      places[.use(reference, way: way, number)] = entry.place
      uses.append(Way.Use(entry.key, units: try entry.value.number(as: entry.key)))
    }
    return uses
  }

  private mutating func after(
    _ fields: Fields, at reference: StepReference
  ) throws(Diagnostic) -> [Dependency]? {
    guard let node = fields.given("after") else { return nil }
    guard case .list(let items) = node.content else {
      throw node.fault(
        "\"after\" cannot be \(node.sort).", "Write a list, as in after: [peel], or [] for none.")
    }
    var after: [Dependency] = []
    for (number, item) in items.enumerated() {
      places[.dependency(reference, number)] = item.place
      after.append(try Self.dependency(item))
    }
    return after
  }

  /// Reads an entry of `after`: a step's name, or `{step, from, min, max}`.
  private static func dependency(_ node: SourceNode) throws(Diagnostic) -> Dependency {
    guard case .map = node.content else { return try target(node) }
    let fields = try Fields(
      node, of: "an entry of \"after\"", known: ["step", "from", "min", "max"])
    guard let step = fields["step"] else {
      throw node.fault("An entry of \"after\" names no step.", "Add one, as in {step: peel}.")
    }
    var dependency = try target(step)
    if let node = fields["from"] {
      let text = try node.text(as: "from")
      guard let moment = Dependency.Moment(rawValue: text) else {
        throw node.fault("\"from\" cannot be \(text.quoted).", "Write end or start.")
      }
      dependency.from = moment
    }
    if let node = fields.given("min") {
      dependency.minimum = node.isNull ? nil : try node.lag(as: "min")
    }
    dependency.maximum = try fields["max"]?.lag(as: "max")
    return dependency
  }

  /// Reads `step` or `Dish/step`.
  private static func target(_ node: SourceNode) throws(Diagnostic) -> Dependency {
    let text = try node.text(as: "after")
    guard let slash = text.firstIndex(of: "/") else { return Dependency(text) }
    let dish = String(text[..<slash])
    let step = String(text[text.index(after: slash)...])
    guard (try? Name(dish)) != nil, Step.identifierFault(step) == nil else {
      throw node.fault("\(text.quoted) names no step.", "Write Dish/step for one of another dish.")
    }
    return Dependency(dish: dish, step)
  }
}
