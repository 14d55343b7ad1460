/// A verb in writing: its name, and its details, which the database keeps in columns of their own.
extension RunVerb {
  /// The names of verbs.
  package enum Name: String, Sendable, Hashable, Codable, CaseIterable {
    case done, answer, start, extend, shorten, skip, pause, resume, hand, add, drop, note, undo,
      abort
  }

  /// What a verb may need to know; each verb looks at its own.
  package struct Details: Sendable, Hashable {
    /// The step that is meant; nil where it is plain.
    package var step: StepReference?
    /// When it happened, from the run's start; nil for now.
    package var at: Seconds?
    /// How much longer or less.
    package var by: Seconds?
    /// Who, by index in the kitchen.
    package var cook: Int?
    /// Which dish, by index in the menu.
    package var dish: Int?
    /// What comes on the menu.
    package var dishes: [Dish]?
    /// A cook's own words.
    package var text: String?
    /// What is done.
    package var act: Act?

    /// Creates details.
    package init(
      step: StepReference? = nil, at: Seconds? = nil, by: Seconds? = nil, cook: Int? = nil,
      dish: Int? = nil, dishes: [Dish]? = nil, text: String? = nil, act: Act? = nil
    ) {
      self.step = step
      self.at = at
      self.by = by
      self.cook = cook
      self.dish = dish
      self.dishes = dishes
      self.text = text
      self.act = act
    }
  }

  /// Which verb it is.
  package var name: Name { written.name }

  /// Its details.
  package var details: Details { written.details }

  private var written: (name: Name, details: Details) {
    switch self {
    case .done(let step, let at): (.done, Details(step: step, at: at))
    case .answer(let act, let at): (.answer, Details(at: at, act: act))
    case .start(let step): (.start, Details(step: step))
    case .extend(let step, let by): (.extend, Details(step: step, by: by))
    case .shorten(let step, let by): (.shorten, Details(step: step, by: by))
    case .skip(let step): (.skip, Details(step: step))
    case .pause: (.pause, Details())
    case .resume: (.resume, Details())
    case .hand(let step, let cook): (.hand, Details(step: step, cook: cook))
    case .add(let dishes): (.add, Details(dishes: dishes))
    case .drop(let dish): (.drop, Details(dish: dish))
    case .note(let text): (.note, Details(text: text))
    case .undo: (.undo, Details())
    case .abort: (.abort, Details())
    }
  }

  /// Reads a verb; nil where it lacks a detail.
  package init?(_ name: Name, _ details: Details) {
    let verb: RunVerb? =
      switch name {
      case .done: .done(details.step, at: details.at)
      case .answer: details.act.map { .answer($0, at: details.at) }
      case .start: .start(details.step)
      case .extend: details.by.map { .extend(details.step, by: $0) }
      case .shorten: details.by.map { .shorten(details.step, by: $0) }
      case .skip: .skip(details.step)
      case .pause: .pause
      case .resume: .resume
      case .hand: details.cook.map { .hand(details.step, to: $0) }
      case .add: details.dishes.map { .add($0) }
      case .drop: details.dish.map { .drop(dish: $0) }
      case .note: details.text.map { .note($0) }
      case .undo: .undo
      case .abort: .abort
      }
    guard let verb else { return nil }
    self = verb
  }
}
