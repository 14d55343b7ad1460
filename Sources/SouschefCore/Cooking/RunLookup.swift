import KitchenModel
import KitchenStore

/// Finds what a cook means by the names of a run's steps, cooks and dishes.
struct RunLookup {
  let run: Run
  let menu: Menu

  /// The step named by `text`: by id or a word of its title, or as `Dish/step`; nil where none is
  /// named.
  ///
  /// Steps that stand as the verb wants them come first among those that are named equally well, so that
  /// a name that is unique among them is enough; any other step is found too, for the run itself to say
  /// what is wrong with it.
  ///
  /// - Throws: ``Diagnostic``, with the candidates where several fit.
  func step(_ text: String?, preferring status: RunStep.Status) throws -> StepReference? {
    guard let text else { return nil }
    let names = StepNames(menu)
    let fitting = run.steps.filter { $0.status == status }
    let found = names.steps(
      named: text, among: run.steps.map(\.reference), preferring: fitting.map(\.reference))
    if found.count == 1 { return found[0] }
    if found.count > 1 { throw several(text, found.map { menu.path($0) }) }
    let named =
      text.contains("/")
      ? NearMiss.best(of: run.steps.map { menu.path($0.reference) }, for: text) : nil
    let near =
      named ?? stepOfDish(near: text, among: fitting + run.steps).map { menu.path($0.reference) }
      ?? sameStep(text, among: run.steps).map { menu.path($0.reference) }
      ?? stepWithWord(near: text, among: fitting + run.steps).map { menu.path($0.reference) }
      ?? NearMiss.best(of: run.steps.map { menu[$0.reference].id }, for: text)
    var fault = Diagnostic(.noSuch(.step, text, nearest: near, isEmpty: false))
    if near == nil, let names = namesToChoose(for: text) { fault.hints = [.text(names)] }
    throw fault
  }

  /// How the steps that are not over are named: those of the dish of which the text is a word, else all.
  private func namesToChoose(for text: String) -> String? {
    let open = run.steps.filter { !$0.status.isOver }
    let key = Name.key(of: text)
    let own = open.filter { step in
      Name.key(of: menu.dishes[step.reference.dish].label).split(separator: " ")
        .contains { $0 == key }
    }
    let steps = own.isEmpty ? open : own
    guard !steps.isEmpty else { return nil }
    return "The steps are "
      + steps.map { menu.path($0.reference).quoted }.joined(separator: ", ") + "."
  }

  /// The step of that name behind a dish that is named wrongly; nil for none.
  private func sameStep(_ text: String, among steps: [RunStep]) -> RunStep? {
    guard let slash = text.firstIndex(of: "/") else { return nil }
    let step = String(text[text.index(after: slash)...])
    let found = StepNames(menu).steps(named: step, among: steps.map(\.reference)).first
    return steps.first { $0.reference == found }
  }

  /// The first step with a word that the text may have meant.
  private func stepWithWord(near text: String, among steps: [RunStep]) -> RunStep? {
    func words(_ step: RunStep) -> [String] {
      menu[step.reference].title.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        .filter { $0.count > 2 }
    }
    guard let word = NearMiss.best(of: steps.flatMap(words), for: text) else { return nil }
    return steps.first { words($0).contains(word) }
  }

  private func several(_ text: String, _ names: [String]) -> Diagnostic {
    Diagnostic(
      .couldNotBeDone,
      "\(text.quoted) could be \(names.map(\.quoted).joined(separator: ", ")).",
      hints: ["Name one of them."])
  }

  /// The first step of the dish that the cook may have meant: most name the dish alone.
  private func stepOfDish(near text: String, among steps: [RunStep]) -> RunStep? {
    let dish = text.prefix { $0 != "/" }
    func name(_ step: RunStep) -> String { String(menu.path(step.reference).prefix { $0 != "/" }) }
    let nearest = NearMiss.best(of: steps.map(name), for: String(dish))
    guard let nearest else { return nil }
    let own = steps.filter { name($0) == nearest }
    return sameStep(text, among: own) ?? own.first
  }

  /// What a cook says is done.
  enum Done: Equatable {
    /// The step; nil where none is named: then the run knows what has been due longest.
    case step(StepReference?)
    /// Something else that is due.
    case act(Act)
  }

  /// What is done: a step, or what is due by a word of what is to be done: `heat`, `oven`, `serve`.
  ///
  /// - Throws: ``Diagnostic``, also where several could be meant.
  func done(_ text: String?, due: [Act]) throws -> Done {
    guard let text else { return .step(nil) }
    let steps = due.compactMap(\.step)
    let found = StepNames(menu).steps(
      named: text, among: run.steps.map(\.reference), preferring: steps)
    if found.count == 1, steps.contains(found[0]) { return .step(found[0]) }
    // What has no step has no other name; what has one is found by another only where no step is.
    let acts = due.filter {
      ($0.step == nil || found.isEmpty) && says(text, in: menu.imperative($0))
    }
    if acts.count > 1 {
      throw several(text, acts.map { menu.imperative($0) })
    }
    if let act = acts.first { return .act(act) }
    return .step(found.count == 1 ? found[0] : try step(text, preferring: .running))
  }

  /// Whether every word of a text begins one of an instruction.
  private func says(_ text: String, in instruction: String) -> Bool {
    func words(_ text: String) -> [Substring] {
      Name.key(of: text).split { !$0.isLetter && !$0.isNumber }
    }
    let (said, known) = (words(text), words(instruction))
    return !said.isEmpty
      && said.allSatisfy { word in known.contains { $0.hasPrefix(word) } }
  }

  /// A cook, by index, with the name as the kitchen has it.
  func cook(_ text: String) throws -> (Int, String) {
    let names = menu.kitchen.cooks.names
    do throws(Diagnostic) {
      let index = try Naming.find(text, .cook, among: Array(names.indices), .uniquePrefix) {
        names[$0]
      }
      return (index, names[index])
    } catch {
      guard case .noSuch(_, _, nearest: nil, _) = error.failure else { throw error }
      var fault = error
      fault.hints = [.text(names.listedAsCooks)]
      throw fault
    }
  }

  /// A dish of the menu, by index, with its label.
  func dish(_ text: String) throws -> (Int, String) {
    let index = try Naming.find(
      text, .dishOfMeal, among: Array(menu.dishes.indices), .uniquePrefix
    ) {
      menu.dishes[$0].label
    }
    return (index, menu.dishes[index].label)
  }

  /// Stored dishes that fit into the run's kitchen beside what is cooked there.
  func newDishes(_ names: [String], _ store: KitchenStore) throws -> [Dish] {
    let all = try store.dishes.all()
    let dishes = try names.map {
      try Naming.find($0, .dish, among: all, .uniquePrefix, name: \.name.text)
    }
    try MenuSoundness.check(
      Menu(name: menu.name, dishes: menu.dishes.map(\.dish) + dishes, kitchen: menu.kitchen))
    return dishes
  }

  /// A clock time of this run, the last one not after now, counted from its start.
  ///
  /// Whoever says 18:42 of a step that began half a minute after means its start.
  ///
  /// - Parameter step: The step that ended then; nil where none was named.
  /// - Throws: ``Diagnostic`` where the run had not begun by then.
  func elapsed(
    at time: ClockTime, of step: StepReference?, _ workspace: Workspace
  ) throws -> Seconds {
    let now = workspace.clock()
    let latest = time.nearest(to: now + Seconds(-12 * 3600), in: workspace.timeZone)
    let moments = [time.nearest(to: now, in: workspace.timeZone), latest]
    guard let moment = moments.filter({ $0 <= now }).max(), moment > run.startedAt + Seconds(-60)
    else {
      throw Diagnostic(
        .couldNotBeDone, "\(time.text) is outside this run.",
        hints: ["Give a time between its start and now."])
    }
    guard time.isShown(at: moment, in: workspace.timeZone) else {
      throw Diagnostic(.usage, ClockTimeFault.skipped(time.text))
    }
    let elapsed = run.elapsed(at: moment)
    let start = run.steps.first { $0.reference == step }?.actualStart ?? .zero
    return elapsed < start && start < elapsed + .minutes(1) ? start : elapsed
  }
}
