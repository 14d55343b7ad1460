package import KitchenModel
import KitchenStore

/// How often dishes were cooked and when last.
package struct DishesCooked {
  private let clocks: RunClocks
  private let limit: Instant?

  /// Creates the request.
  ///
  /// - Parameter limit: Only dishes not cooked since then; nil for all.
  package init(_ clocks: RunClocks, notSince limit: Instant? = nil) {
    self.clocks = clocks
    self.limit = limit
  }

  /// The dishes, those not cooked for longest first.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<[DishHistory]> {
    Outcome(try workspace.storeForReading().history.dishes(clocks, notSince: limit))
  }
}

/// How late meals were served.
package struct MealLateness {
  private let clocks: RunClocks

  /// Creates the request.
  package init(_ clocks: RunClocks) { self.clocks = clocks }

  /// The meals, the latest first; where any run will do, a meal never really cooked is measured by
  /// its simulated runs.
  ///
  /// - Throws: ``Diagnostic``.
  package func perform(in workspace: Workspace) throws -> Outcome<[MealHistory]> {
    let history = try workspace.storeForReading().history
    guard clocks == .any else { return Outcome(try history.meals(clocks)) }
    let real = try history.meals(.real)
    let known = Set(real.map { Name.key(of: $0.meal) })
    let others = try history.meals(.simulated).filter { !known.contains(Name.key(of: $0.meal)) }
    return Outcome((real + others).byLateness)
  }
}

/// How long steps take, and how far from their plans.
package struct StepTimes {
  private let subject: String?
  private let clocks: RunClocks

  /// Creates the request.
  ///
  /// - Parameter subject: `Dish` or `Dish/step`; nil for all steps.
  package init(of subject: String? = nil, _ clocks: RunClocks) {
    self.subject = subject
    self.clocks = clocks
  }

  /// The steps, those that overrun most first.
  ///
  /// - Throws: ``Diagnostic``, also where the dish or the step is in no run.
  package func perform(in workspace: Workspace) throws -> Outcome<[StepStatistics]> {
    let history = try workspace.storeForReading().history
    guard let subject else { return Outcome(try history.steps(clocks)) }
    let parts = subject.split(separator: "/", maxSplits: 1).map(String.init)
    let step = parts.count > 1 ? parts[1] : nil
    let known = try history.dishes(.any)
    guard known.contains(where: { $0.runs > 0 }) else {
      throw Diagnostic(
        .couldNotBeDone, "Nothing has been cooked yet.",
        hints: [.advice(.learnToCook)])
    }
    let dish = try Naming.find(
      parts.first ?? subject, .dish, among: known, .uniquePrefix, name: \.dish)
    guard dish.runs > 0 else {
      throw Diagnostic(
        .couldNotBeDone, "\(dish.dish) has not been cooked yet.",
        hints: [.advice(.learnToCook)])
    }
    let answers = try history.steps(of: try name(dish.dish), step: step, clocks)
    guard !answers.isEmpty else {
      throw Diagnostic(
        .couldNotBeDone, "\(subject.quoted) was not finished in any run.",
        hints: [.advice(.listFinished)])
    }
    return Outcome(answers)
  }
}
