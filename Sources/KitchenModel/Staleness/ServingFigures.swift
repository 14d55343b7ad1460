/// When dinner is served, and how long food waits for it: the wait of each dish, the standing of
/// what each step made, and what both amount to.
///
/// The one reckoning of serving time, hold, standing and staleness. Hand it a menu and when each
/// step began and ended, and in which way it is done: as planned, as it was cooked, or as it is
/// foretold. It offers
/// - ``serving``, which it works out from the ends unless it is given (a plan's makespan);
/// - of each dish (``dishes``) when it is ready and how long it waits until it is served, whether or
///   not that counts as hold;
/// - of each step (``subscript(_:)``) how long what it made keeps, how long it stands until it is
///   taken up, and how much of that is too long;
/// - ``hold``, ``standing`` and ``staleness``, added up.
///
/// Only what has ended waits or stands, and only a step that has started takes anything up, so that
/// it can be asked in the middle of a run: it then says how far things have come. A step that never
/// started, like one that was skipped, takes up nothing. No figure is ever negative: what a step
/// took up before it was ready, against its limits, has not stood. O(n) in the steps and
/// dependencies of the menu.
package struct ServingFigures: Sendable, Hashable {
  /// When everything is ready: the last end of a dish, each counted back by its serve offset; nil
  /// where nothing has ended.
  package private(set) var serving: Seconds?
  /// One for each dish of the menu, in its order.
  package private(set) var dishes: [Dish]
  private var steps: [StepReference: Step] = [:]

  /// When a step is done, counted from the plan's or the run's start.
  package struct Timing: Sendable, Hashable {
    /// Which step of the menu.
    package var step: StepReference
    /// The way it is done, by index in ``KitchenModel/Step/ways``.
    package var way: Int
    /// Its start.
    package var start: Seconds
    /// Its end; nil while it has not ended.
    package var end: Seconds?

    /// Creates a timing.
    package init(_ step: StepReference, way: Int, start: Seconds, end: Seconds?) {
      self.step = step
      self.way = way
      self.start = start
      self.end = end
    }
  }

  /// How a dish waits to be served.
  package struct Dish: Sendable, Hashable {
    /// The end of its last step; nil where none has ended.
    package var ready: Seconds?
    /// From there until it is served; nil where none has ended.
    package var wait: Seconds?
    /// The part of the wait that harms it: all of it for a hot dish, else nothing.
    package var hold: Seconds
  }

  /// How what a step made stands.
  package struct Step: Sendable, Hashable {
    /// How long it keeps.
    package var keeps: Keeping
    /// From the step's end until the first step that takes it up; nil where nothing does, or has
    /// not yet.
    package var stands: Seconds?
    /// How much longer it stands than it keeps.
    package var excess: Seconds { stands.map { keeps.excess(of: $0) } ?? .zero }
  }

  /// Adds up.
  ///
  /// - Parameters:
  ///   - menu: What is cooked.
  ///   - timings: When steps of it are done, in any order, each step at most once. One that the
  ///     menu does not have counts for nothing.
  ///   - serving: When dinner is served; nil: once everything is ready.
  package init(_ menu: Menu, _ timings: [Timing], serving: Seconds? = nil) {
    var byDish = menu.dishes.map { Array(repeating: Timing?.none, count: $0.dish.steps.count) }
    for timing in timings {
      let (dish, step) = (timing.step.dish, timing.step.step)
      guard byDish.indices.contains(dish), byDish[dish].indices.contains(step),
        menu[timing.step].ways.indices.contains(timing.way)
      else { continue }
      byDish[dish][step] = timing
    }
    let ready = byDish.map { steps in steps.compactMap { $0?.end }.max() }
    let time =
      serving
      ?? zip(menu.dishes, ready).compactMap { serving, end in
        end.map { $0 - serving.dish.serveOffset }
      }.max()
    self.serving = time
    dishes = zip(menu.dishes, ready).map { serving, end in
      guard let end, let time else { return Dish(ready: end, wait: nil, hold: .zero) }
      let wait = max(.zero, time + serving.dish.serveOffset - end)
      return Dish(ready: end, wait: wait, hold: serving.dish.serve == .hot ? wait : .zero)
    }
    for (place, serving) in menu.dishes.enumerated() {
      let rules = StandingRules(serving.dish, in: menu.kitchen)
      for timing in byDish[place].compactMap(\.self) {
        let step = timing.step.step
        let taken = rules.takers(of: step).compactMap { taker in
          byDish[place][taker.step].map { $0.start - taker.minimum }
        }.min()
        let stands = timing.end.flatMap { end in taken.map { max(.zero, $0 - end) } }
        steps[timing.step] = Step(
          keeps: rules.keeping(of: step, way: timing.way), stands: stands)
      }
    }
  }

  /// How what a step made stands; nil for a step without times.
  package subscript(_ step: StepReference) -> Step? { steps[step] }

  /// How long hot dishes wait to be served, added up.
  package var hold: Seconds { dishes.reduce(.zero) { $0 + $1.hold } }

  /// How much longer what steps made stands than it keeps, added up.
  package var standing: Seconds { steps.values.reduce(.zero) { $0 + $1.excess } }

  /// Twice the hold, since on the plate food cools fastest, and the standing.
  package var staleness: Seconds { hold + hold + standing }

  /// The steps whose product stands too long, in listed order.
  package var stale: [(step: StepReference, figures: Step)] {
    steps.filter { $0.value.excess > .zero }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }
}

extension Plan {
  /// How long hot dishes wait to be served, added up.
  package var hold: Seconds { servingFigures.hold }

  /// Twice the ``hold``, and how much longer what steps make stands than it keeps.
  package var staleness: Seconds { servingFigures.staleness }

  /// How long food waits and stands by this plan: O(n) in its steps and what they follow.
  package var servingFigures: ServingFigures {
    ServingFigures(
      menu, steps.map { .init($0.reference, way: $0.option, start: $0.start, end: $0.end) },
      serving: makespan)
  }
}
