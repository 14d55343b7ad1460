import KitchenFile
import KitchenModel
import TestSupport

/// Documents of every feature at random, with texts that YAML would rather misread.
struct RandomDocuments {
  /// Where the randomness comes from.
  var numbers: SeededNumbers
  private var kitchen = Kitchen()

  init(seed: Int) { numbers = SeededNumbers(seed: seed) }

  private static let texts = [
    "plain", "", " ", "null", "~", "true", "No", "on", "y", "1", "1.5", "0x1F", "1e3", ".inf",
    "17:30",
    "2026-11-26", "- item", "-", "? key", "key: value", "a #comment", "#", "'single'", "\"double\"",
    "back\\slash", "tab\there", "line\nbreak", "line\n\n  more\nend\n", "\nleading", "trailing ",
    " leading", "trailing\n\n", "[a, b]", "{a: b}", "&anchor", "*alias", "!tag", "%directive",
    "@at",
    "`tick`", "|", ">", "---", "...", "a,b", "<<", "crème brûlée", "日本語", "👩‍🍳 🍕", "\u{1B}[31mred",
    "\u{0}nul", "\u{85}\u{2028}\u{FEFF}", "\r\n", "e\u{301}", "שלום", "=1+1", "<script>", "\u{7F}",
    "a\u{A0}b", "\u{10FFFF}", "🏴\u{E0067}\u{E0062}", "text: |", "x: &a *a",
  ]

  private mutating func text() -> String {
    let text = Self.texts[numbers.next(below: Self.texts.count)]
    return numbers.happens(20) ? text + Self.texts[numbers.next(below: Self.texts.count)] : text
  }

  /// A name that is none of `taken`.
  private mutating func name(_ taken: inout Set<String>) throws -> Name {
    while true {
      let text = numbers.happens(40) ? self.text() : "dish \(numbers.next(below: 90))"
      if let name = try? Name(text), taken.insert(name.key).inserted { return name }
    }
  }

  private mutating func seconds(_ most: Int = 200_000) -> Seconds {
    Seconds(numbers.happens(50) ? 60 * numbers.next(below: 200) : numbers.next(below: most))
  }

  private mutating func estimate() -> Estimate {
    let sorted = [seconds(), seconds(), seconds()].sorted()
    switch numbers.next(below: 3) {
    case 0: return Estimate(sorted[0])
    case 1: return Estimate(from: sorted[0], to: sorted[1])
    default: return Estimate(minimum: sorted[0], likely: sorted[1], maximum: sorted[2])
    }
  }

  private mutating func clockTime() -> ClockTime {
    let time = ClockTime.TimeOfDay(
      hour: numbers.next(below: 24), minute: numbers.next(below: 60),
      second: numbers.happens(20) ? numbers.next(below: 60) : 0)
    guard numbers.happens(30) else { return .timeOfDay(time) }
    return .dated(
      year: 2026, month: 1 + numbers.next(below: 12), day: 1 + numbers.next(below: 28), time)
  }

  private mutating func temperature() -> Temperature {
    let scale: Temperature.Scale = numbers.happens(50) ? .celsius : .fahrenheit
    let lower = numbers.next(below: 4000) - 500
    return Temperature(
      scale, lower: lower, upper: numbers.happens(50) ? lower : lower + 1 + numbers.next(below: 300)
    )
  }

  private mutating func way() -> Way {
    var way = Way(numbers.happens(50) ? .blocking : .waiting, estimate())
    for sort in kitchen.equipment where numbers.happens(40) {
      way.uses.append(Way.Use(sort.name, units: 1 + numbers.next(below: 3)))
    }
    if numbers.happens(30) { way.temperature = temperature() }
    if way.kind == .blocking {
      if numbers.happens(20) { way.cooks = 1 + numbers.next(below: 3) }
      if numbers.happens(20) { way.cook = kitchen.cooks.names.randomElement(using: &numbers) }
    } else {
      way.startsItself = numbers.happens(20)
    }
    return way
  }

  /// The dependencies of a step on those before it, loose enough for any schedule.
  private mutating func after(_ earlier: [String], dishes: [Dish]) -> [Dependency] {
    var after: [Dependency] = []
    for id in earlier where numbers.happens(30) {
      var dependency = Dependency(id, from: numbers.happens(50) ? .end : .start)
      if numbers.happens(30) { dependency.minimum = numbers.happens(50) ? nil : .zero - seconds() }
      if numbers.happens(30) { dependency.maximum = Seconds(2_500_000 + numbers.next(below: 9000)) }
      after.append(dependency)
    }
    if let dish = dishes.randomElement(using: &numbers), numbers.happens(20) {
      after.append(Dependency(dish: dish.name.text, dish.steps[0].id))
    }
    if numbers.happens(5) { after.append(Dependency(dish: "Elsewhere", "step")) }
    return after
  }

  private mutating func steps(dishes: [Dish]) -> [Step] {
    var steps: [Step] = []
    var taken: Set<String> = []
    for number in 0...numbers.next(below: 4) {
      var id = text()
      if Step.identifierFault(id) != nil || id.contains("/")
        || !taken.insert(Name.key(of: id)).inserted
      {
        id = "step \(number)"
        taken.insert(id)
      }
      let title = numbers.happens(40) ? text() : id
      let usual = steps.last.map { [Dependency($0.id)] } ?? []
      let after = numbers.happens(50) ? usual : after(steps.map(\.id), dishes: dishes)
      var step =
        numbers.happens(25)
        ? Step(
          id: id, title: title, options: (0...numbers.next(below: 3)).map { _ in way() },
          after: after)
        : Step(id: id, title: title, way(), after: after)
      if numbers.happens(15) { step.notBefore = clockTime() }
      if step.notBefore == nil, numbers.happens(15) { step.notAfter = clockTime() }
      if numbers.happens(25) {
        step.keeps = [.withoutEnd, .notAtAll, .limited(seconds())].randomElement(using: &numbers)
      }
      steps.append(step)
    }
    return steps
  }

  private mutating func dish(_ name: Name, others: [Dish]) -> Dish {
    var dish = Dish(name: name)
    if numbers.happens(40) {
      let after = [Dependency("blocking")]
      let blocking = Step(id: "blocking", title: name.text, Way(.blocking, estimate()))
      let waiting = Step(id: "waiting", title: name.text, Way(.waiting, estimate()), after: after)
      dish.steps = [blocking, waiting]
    } else {
      dish.steps = steps(dishes: others)
    }
    if numbers.happens(30) { dish.servings = 1 + numbers.next(below: 12) }
    if numbers.happens(30) { dish.serve = .any }
    if numbers.happens(30) { dish.holdMaximum = seconds() }
    if numbers.happens(30) { dish.serveOffset = seconds() }
    if numbers.happens(20) { dish.notAfter = clockTime() }
    if numbers.happens(30) { dish.tags = (0...numbers.next(below: 3)).map { _ in text() } }
    if numbers.happens(30) { dish.notes = text() }
    if numbers.happens(30) { dish.ingredients = (0...numbers.next(below: 3)).map { _ in text() } }
    if numbers.happens(30) { dish.says.start = text() }
    if numbers.happens(30) { dish.says.finish = text() }
    return dish
  }

  private mutating func makeKitchen() throws -> Kitchen {
    var taken: Set<String> = []
    let cooks: Kitchen.Cooks =
      numbers.happens(50)
      ? .count(1 + numbers.next(below: 4))
      : .named(try (0...numbers.next(below: 3)).map { _ in try name(&taken).text })
    taken = []
    var kitchen = Kitchen(cooks: cooks)
    for _ in 0..<numbers.next(below: 5) {
      kitchen.equipment.append(
        Equipment(
          name: try name(&taken).text, count: 1 + numbers.next(below: 5),
          slots: 1 + numbers.next(below: 2), preheat: numbers.happens(30) ? seconds() : .zero,
          heat: numbers.happens(30) ? Heat.allCases.randomElement(using: &numbers) : nil))
    }
    for cook in cooks.names where numbers.happens(20) {
      kitchen.away.append(
        Absence(
          cook: cook, from: .timeOfDay(.init(hour: 0)), to: clockTime()))
    }
    return kitchen
  }

  /// The next document.
  mutating func document() throws -> KitchenDocument {
    kitchen = try makeKitchen()
    var taken: Set<String> = []
    var document = KitchenDocument(kitchen: numbers.happens(70) ? kitchen : nil)
    for _ in 0..<numbers.next(below: 5) {
      let name = try name(&taken)
      document.dishes.append(dish(name, others: document.dishes))
    }
    for _ in 0..<numbers.next(below: 3) {
      let name = try name(&taken)
      var elsewhere: Set<String> = []
      let other = try self.name(&elsewhere)
      document.meals.append(Meal(name: name, dishes: [other] + document.dishes.map(\.name)))
    }
    return document
  }
}
