package import KitchenModel

/// What to cook, and on which clock.
package struct CookRequest: Sendable {
  /// What is cooked.
  package var source: Source
  /// How time passes.
  package var clock: Clock
  /// How long steps really take, by `Dish/step`; nil for as long as planned.
  package var actuals: SourceFile?
  /// How steps are chosen; nil for the default.
  package var policy: Run.Policy?

  /// Creates a request.
  package init(
    _ source: Source, clock: Clock = .live, actuals: SourceFile? = nil, policy: Run.Policy? = nil
  ) {
    self.source = source
    self.clock = clock
    self.actuals = actuals
    self.policy = policy
  }

  /// What is cooked.
  package enum Source: Sendable {
    /// A meal that is planned first.
    case meal(PlanningRequest)
    /// A stored plan.
    case plan(Int)
  }

  /// How time passes.
  package enum Clock: Sendable, Hashable {
    /// As on the wall; a cook ends blocking steps.
    case live
    /// So many kitchen seconds in a thousand seconds; steps end by themselves.
    case scaled(thousandths: Int)
    /// At once.
    case simulated
  }
}
