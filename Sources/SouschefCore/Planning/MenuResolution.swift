import KitchenFile
import KitchenModel
import KitchenStore
import MealPlanning
import RecipeProse

/// Finds the dishes and the kitchen that a request means.
struct MenuResolution {
  private let request: PlanningRequest

  /// Prepares to resolve a request.
  init(_ request: PlanningRequest) { self.request = request }

  /// The menu, sound and fit for its kitchen and the clock.
  ///
  /// - Throws: ``Diagnostic``.
  func menu(in workspace: Workspace) throws -> Outcome<Menu> {
    var outcome: Outcome<Menu>
    var reading: KitchenDocument.Reading?
    switch request.source {
    case .database: outcome = try storedMenu(in: workspace)
    case .file(let file):
      let read = try KitchenDocument.read(file.bytes, named: file.name)
      outcome = try menu(of: file, as: read, in: workspace)
      reading = read
    }
    outcome.remarks += Self.unscaled(outcome.value.dishes.map(\.dish), for: request.servings)
    if let cooks = request.cooks {
      outcome.value.kitchen.cooks = try Self.cooks(cooks, of: outcome.value.kitchen)
      outcome.value.kitchen.away.removeAll { absence in
        outcome.value.kitchen.cooks.names.allSatisfy {
          Name.key(of: $0) != Name.key(of: absence.cook)
        }
      }
    }
    try MenuSoundness.check(outcome.value, from: reading)
    let question = PlanRequest(
      menu: outcome.value, anchor: request.anchor, now: workspace.now, timeZone: workspace.timeZone)
    try MenuSoundness.check(question.skippedTimes, in: outcome.value, from: reading)
    return outcome
  }

  private func storedMenu(in workspace: Workspace) throws -> Outcome<Menu> {
    let store = try workspace.storeForReading()
    let dishes = try store.dishes.all()
    return Outcome(
      try menu(request.names, dishes: dishes, meals: store.meals.all(), kitchen: store.kitchen()))
  }

  private func menu(
    of file: SourceFile, as reading: KitchenDocument.Reading, in workspace: Workspace
  ) throws -> Outcome<Menu> {
    let document = reading.document
    var names = request.names
    if names.isEmpty {
      names =
        document.meals.count == 1
        ? [document.meals[0].name.text] : document.dishes.map(\.name.text)
    }
    guard !names.isEmpty else {
      throw Diagnostic(
        .badContent, "\(file.name.quotedPath) has no dishes.", hints: ["Choose another file."])
    }
    let kitchen = try document.kitchen ?? workspace.storeForReading().kitchen()
    let name = document.meals.isEmpty && request.names.isEmpty ? file.stem : nil
    return Outcome(
      try menu(
        names, dishes: document.dishes, meals: document.meals, kitchen: kitchen, named: name),
      remarks: reading.remarks)
  }

  private func menu(
    _ names: [String], dishes: [Dish], meals: [Meal], kitchen: Kitchen, named title: String? = nil
  ) throws -> Menu {
    let entries = meals.map(Entry.meal) + dishes.map(Entry.dish)
    var chosen: [Dish] = []
    var scales: [Scale?] = []
    var titles: [String] = []
    for (place, text) in names.enumerated() {
      if (try? ClockTime(parsing: text)) != nil {
        throw Diagnostic(
          .usage, "\(text.quoted) is a time, not a dish.", hints: [.advice(.serveAtTime(text))])
      }
      let (name, scale) = try Self.scaledName(text)
      let entry: Entry
      do {
        entry = try Naming.find(name, .mealOrDish, among: entries, .uniquePrefix, name: \.name)
      } catch {
        throw Self.inSeveralWords(names[place...], among: entries) ?? error
      }
      switch entry {
      case .dish(let dish):
        chosen.append(dish)
        titles.append(dish.name.text)
      case .meal(let meal):
        titles.append(meal.name.text)
        for name in meal.dishes {
          guard let dish = dishes.first(where: { $0.name == name }) else {
            throw Diagnostic(
              .badContent,
              "The meal \(meal.name.text.quoted) has a dish \(name.text.quoted) that is not stored.",
              hints: ["Add the dish, or take it out of the meal."])
          }
          chosen.append(dish)
        }
      }
      scales += Array(repeating: scale, count: chosen.count - scales.count)
    }
    var menu = Menu(
      name: title ?? titles.joined(separator: ", "), dishes: chosen, kitchen: kitchen)
    for (index, scale) in scales.enumerated() {
      guard let scale = try portion(of: chosen[index]) ?? scale ?? servings(of: chosen[index])
      else { continue }
      // What was said of people is no scale where it is as many as the recipe is for.
      if scales[index] == nil, scale.numerator == scale.denominator { continue }
      menu.dishes[index].scale = scale
      menu.dishes[index].dish = chosen[index].scaled(by: scale)
    }
    return menu
  }

  /// That the first words are one name, which the shell took apart.
  private static func inSeveralWords(
    _ words: ArraySlice<String>, among entries: [Entry]
  ) -> Diagnostic? {
    for count in stride(from: min(words.count, 6), to: 1, by: -1) {
      let text = words.prefix(count).joined(separator: " ")
      guard
        let entry = try? Naming.find(text, .mealOrDish, among: entries, .exact, name: \.name)
      else { continue }
      return Diagnostic(
        .usage, "\((words.first ?? "").quoted) alone does not name a meal or dish.",
        hints: [.advice(.quote(entry.name))])
    }
    return nil
  }

  /// By what the request multiplies a dish; nil where it does not say.
  private func portion(of dish: Dish) throws(Diagnostic) -> Scale? {
    switch request.portions[dish.name] {
    case nil: return nil
    case .times(let scale): return scale
    case .people(let count):
      guard let scale = try Self.scale(of: dish, for: count) else {
        throw Diagnostic(servingsUnknownOf: dish.name, for: count)
      }
      return scale
    }
  }

  /// By what a dish is multiplied so that all have enough; nil where it does not say how many it serves.
  private func servings(of dish: Dish) throws(Diagnostic) -> Scale? {
    guard let count = request.servings else { return nil }
    return try Self.scale(of: dish, for: count)
  }

  /// By what a dish is multiplied for so many; nil where it does not say how many it serves.
  static func scale(of dish: Dish, for count: Int) throws(Diagnostic) -> Scale? {
    guard let servings = dish.servings else { return nil }
    guard let scale = Fraction(count, over: servings).flatMap({ Scale($0) }) else {
      throw Diagnostic(
        .usage,
        "\(dish.name.text.quoted) serves \(servings), and a recipe is made at most \(Scale.largest) "
          + "times: it cannot be made for \(count).", hints: ["Ask for fewer people."])
    }
    return scale
  }

  /// Which dishes are cooked as they are written although it was said for how many, as they do not say
  /// how many they serve.
  static func unscaled(_ dishes: [Dish], for servings: Int?) -> [Diagnostic] {
    let unknown = dishes.filter { $0.servings == nil }.map(\.name.text)
    guard servings != nil, !unknown.isEmpty else { return [] }
    return [
      Diagnostic(
        .couldNotBeDone,
        unknown.count == 1
          ? "\(unknown[0]) does not say how many it serves: its recipe is taken as it is."
          : "\(unknown.listed()) do not say how many they serve: their recipes are taken as they are.",
        hints: [.advice(.sayServings(unknown[0]))],
        severity: .warning)
    ]
  }

  /// `Pasta:2` as a name and its scale; no name has a colon.
  static func scaledName(_ text: String) throws(Diagnostic) -> (String, Scale?) {
    guard let colon = text.lastIndex(of: ":") else { return (text, nil) }
    let factor = text[text.index(after: colon)...]
    guard let scale = Scale(factor) else {
      let number = Double(factor)
      let wanted =
        number.map { $0 <= 0 ? "above 0" : "at most \(Scale.largest), with a few decimals" }
        ?? "a number"
      throw Diagnostic(
        .usage, "\(text.quoted): the factor must be \(wanted) (got \(String(factor).quoted)).",
        hints: ["Write \(text[..<colon]):2 or \(text[..<colon]):1.5."])
    }
    return (String(text[..<colon]), scale)
  }

  /// What a name may mean.
  private enum Entry: Sendable {
    case meal(Meal)
    case dish(Dish)

    var name: String {
      switch self {
      case .meal(let meal): meal.name.text
      case .dish(let dish): dish.name.text
      }
    }
  }

  /// So many cooks: the first of those with names, then nameless ones.
  private static func cooks(_ count: Int, of kitchen: Kitchen) throws(Diagnostic)
    -> Kitchen.Cooks
  {
    let count = try RequestField.cooks.cooks(count)
    guard case .named(let names) = kitchen.cooks else { return .count(count) }
    let more = names.count < count ? (names.count + 1...count).map { "cook \($0)" } : []
    return .named(Array(names.prefix(count)) + more)
  }
}

extension SourceFile {
  /// The file's name without folders and ending.
  fileprivate var stem: String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let stem = last.split(separator: ".", omittingEmptySubsequences: false).first ?? ""
    return stem.isEmpty ? last : String(stem)
  }
}
