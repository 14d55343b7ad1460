import KitchenFile
package import KitchenModel
import KitchenStore

/// A step as a form says it: done in one way, after other steps of its dish.
package struct StepForm: Sendable, Hashable {
  /// What is done.
  package var title: String
  /// Whether it takes hands.
  package var kind: Way.Kind
  /// How long it takes.
  package var duration: Estimate
  /// What it is done in, each once.
  package var equipment: [String]
  /// How hot that is; nil where it does not matter.
  package var temperature: Temperature?
  /// The ids of the steps that it follows.
  package var after: [String]

  /// Creates a form.
  package init(
    title: String, kind: Way.Kind, duration: Estimate, equipment: [String] = [],
    temperature: Temperature? = nil, after: [String] = []
  ) {
    self.title = title
    self.kind = kind
    self.duration = duration
    self.equipment = equipment
    self.temperature = temperature
    self.after = after
  }
}

/// Puts a step in the place of one of a dish or behind the others, or takes one away.
package struct SaveStep {
  private let dish: String
  private let action: Action
  private let opened: String

  /// What is done.
  package enum Action: Sendable, Hashable {
    /// The step of an id becomes as the form says; what the form does not say stays.
    case change(String, StepForm)
    /// One more, behind the others.
    case add(StepForm)
    /// The step of an id goes; what followed it follows what that followed.
    case remove(String)
  }

  /// Creates the request.
  ///
  /// - Parameter opened: The dish as ``EditedDishText`` gave it when the form was made.
  package init(dish: String, _ action: Action, opened: String) {
    self.dish = dish
    self.action = action
    self.opened = opened
  }

  /// Makes the change.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such dish or step.
  package func perform(in workspace: Workspace) throws -> Outcome<ReplaceDish.Result> {
    let store = try workspace.storeOfExisting(.no)
    let kitchen = try store.kitchen()
    let old = try store.dish(dish)
    return try store.change(at: workspace.now, .no) { change in
      let stored = try change.dish(named: old.name)
      if let difference = stored.difference(of: old, from: opened) {
        return Outcome(.hasChanged(difference))
      }
      var dish = stored ?? old
      do throws(UnknownStep) { try apply(to: &dish) } catch {
        throw Diagnostic(.couldNotBeDone, error)
      }
      guard !dish.steps.isEmpty else {
        throw Diagnostic(
          .couldNotBeDone, "\(dish.name.text.quoted) would have no step left.",
          hints: ["Change the step, or remove the dish."])
      }
      try DishSoundness.check(dish)
      guard try change.replace(dish) else { return Outcome(.replaced(.unchanged(dish))) }
      return Outcome(
        .replaced(.changed(dish)), remarks: DishSoundness.remarks(on: dish, in: kitchen))
    }
  }

  private func apply(to dish: inout Dish) throws(UnknownStep) {
    switch action {
    case .remove(let id): try dish.apply([.remove(step: id)])
    case .add(let form):
      var identifiers = StepIdentifiers(given: dish.steps.map(\.id))
      dish.steps.append(
        Step(
          id: identifiers.identifier(forTitle: form.title), title: form.title,
          Self.way(form, from: nil), after: form.after.map { Dependency($0) }))
    case .change(let id, let form):
      let place = try dish.place(ofStep: id)
      dish.steps[place].title = form.title
      // A step that can be done in several ways keeps them: a form has room for one.
      if !dish.steps[place].hasOptions {
        dish.steps[place].ways = [Self.way(form, from: dish.steps[place].ways[0])]
      }
      let before = dish.steps[place].after
      let others = before.filter { $0.dish != nil }
      dish.steps[place].after =
        form.after.map { step in before.first { $0.dish == nil && $0.step == step } ?? .init(step) }
        + others
    }
  }

  /// The way of a form; how many there are of each thing, and who does it, as it was.
  private static func way(_ form: StepForm, from old: Way?) -> Way {
    var way = old ?? Way(form.kind, form.duration)
    (way.kind, way.temperature) = (form.kind, form.temperature)
    // Hands begin by themselves.
    if form.kind == .blocking { way.startsItself = false }
    // What cooking taught has three numbers, of which a form shows one: left as it is, all three stay.
    let isTouched = way.duration.fileText != nil || form.duration != Estimate(way.duration.likely)
    if isTouched { way.duration = form.duration }
    way.uses = form.equipment.map { name in
      way.uses.first { Name.key(of: $0.equipment) == Name.key(of: name) } ?? Way.Use(name)
    }
    return way
  }
}

/// Stores a dish again that was removed while somebody edited it.
package struct RestoreDishText {
  private let text: String

  /// Creates the request.
  package init(_ text: String) { self.text = text }

  /// Adds the dish.
  ///
  /// - Throws: ``Diagnostic``, also where there is one of its name by now.
  package func perform(in workspace: Workspace) throws -> Outcome<Dish> {
    let dish = try KitchenDocument.readDish(text.utf8, named: "the text")
    let store = try workspace.store(.no)
    try store.change(at: workspace.now, .no) { try $0.add(dish) }
    return Outcome(dish)
  }
}
