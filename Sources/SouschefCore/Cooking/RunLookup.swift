import KitchenModel
import KitchenStore

/// Finds what a cook means by the names of a run's steps, cooks and dishes.
struct RunLookup {
  let run: Run
  let menu: Menu

  /// The step named by `text`, `Dish/step` or a unique beginning of it; nil where none is named.
  ///
  /// Steps that stand as the verb wants them come first, so that a beginning that is unique among
  /// them is enough; any other step is found too, for the run itself to say what is wrong with it.
  ///
  /// - Throws: ``Diagnostic``.
  func step(_ text: String?, preferring status: RunStep.Status) throws -> StepReference? {
    guard let text else { return nil }
    func path(_ step: RunStep) -> String { menu.path(step.reference) }
    let fitting = run.steps.filter { $0.status == status }
    switch NameLookup(fitting, name: path).match(text, .uniquePrefix) {
    case .found(let step): return step.reference
    case .ambiguous:
      return try Naming.find(
        text, "\(status.rawValue) step", among: fitting, .uniquePrefix, name: path
      )
      .reference
    case .none:
      if case .none(nil) = NameLookup(run.steps, name: path).match(text, .uniquePrefix),
        let near = stepOfDish(near: text, among: fitting + run.steps)
      {
        throw Naming.missing(text, "step", nearest: menu.path(near.reference), isEmpty: false)
      }
      return try Naming.find(text, "step", among: run.steps, .uniquePrefix, name: path).reference
    }
  }

  /// The first step of the dish that the cook may have meant: most name the dish alone.
  private func stepOfDish(near text: String, among steps: [RunStep]) -> RunStep? {
    let dish = text.prefix { $0 != "/" }
    func name(_ step: RunStep) -> String { String(menu.path(step.reference).prefix { $0 != "/" }) }
    let nearest = NearMiss.best(of: steps.map(name), for: String(dish))
    return nearest.flatMap { nearest in steps.first { name($0) == nearest } }
  }

  /// The running step that is meant; unnamed, the only one that takes hands, else the only one.
  ///
  /// - Throws: ``Diagnostic``, also where none or several could be meant.
  func runningStep(_ text: String?) throws -> StepReference? {
    if let text { return try step(text, preferring: .running) }
    let running = run.steps.filter { $0.status == .running }
    let blocking = running.filter { $0.kind == .blocking }
    let fitting = blocking.isEmpty ? running : blocking
    guard let only = fitting.first else {
      throw Diagnostic(
        .couldNotBeDone, "No step is running.",
        hints: ["See what comes next: souschef run status"])
    }
    guard fitting.count == 1 else {
      throw Diagnostic(
        .couldNotBeDone, "Several steps are running.",
        hints: [
          "Name one: " + fitting.map { menu.path($0.reference).quoted }.joined(separator: ", ")
        ])
    }
    return only.reference
  }

  /// A cook, by index, with the name as the kitchen has it.
  func cook(_ text: String) throws -> (Int, String) {
    let names = menu.kitchen.cooks.names
    let index = try Naming.find(text, "cook", among: Array(names.indices), .uniquePrefix) {
      names[$0]
    }
    return (index, names[index])
  }

  /// A dish of the menu, by index, with its label.
  func dish(_ text: String) throws -> (Int, String) {
    let index = try Naming.find(
      text, "dish in this meal", among: Array(menu.dishes.indices), .exact
    ) {
      menu.dishes[$0].label
    }
    return (index, menu.dishes[index].label)
  }

  /// Stored dishes that fit into the run's kitchen beside what is cooked there.
  func newDishes(_ names: [String], _ store: KitchenStore) throws -> [Dish] {
    let all = try store.dishes.all()
    let dishes = try names.map {
      try Naming.find($0, "dish", among: all, .uniquePrefix, name: \.name.text)
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
        .couldNotBeDone, "\(time.text) is not within this run.",
        hints: ["Give a time between its start and now."])
    }
    let elapsed = run.elapsed(at: moment)
    let start = run.steps.first { $0.reference == step }?.actualStart ?? .zero
    return elapsed < start && start < elapsed + .minutes(1) ? start : elapsed
  }
}
