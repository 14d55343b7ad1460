package import KitchenModel

/// What to cook, and on which clock.
package struct CookRequest: Sendable {
  /// What is cooked.
  package var source: Source
  /// How time passes; of no account where a run is taken up again.
  package var clock: Clock
  /// How long steps really take, by `Dish/step`; nil for as long as planned.
  package var actuals: SourceFile?
  /// How steps are chosen; nil for the default.
  package var policy: Run.Policy?
  /// Whether another run may be under way.
  package var company: Company
  /// Who answers, in a live run, for what cooks must do.
  package var answering: Answering
  /// The entry of the week that a stored plan is for; nil where it is none's.
  package var weekEntry: Int?

  /// Creates a request.
  package init(
    _ source: Source, clock: Clock = .live, actuals: SourceFile? = nil, policy: Run.Policy? = nil,
    company: Company = .alone, answering: Answering = .byCook
  ) {
    self.source = source
    self.clock = clock
    self.actuals = actuals
    self.policy = policy
    self.company = company
    self.answering = answering
  }

  /// What is cooked.
  package enum Source: Sendable {
    /// A meal that is planned first.
    case meal(PlanningRequest)
    /// A stored plan.
    case plan(Int)
    /// An interrupted run, from where it stands by now; nil for the newest.
    case interrupted(Int?)
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

  /// Who answers, in a live run, for what cooks must do.
  package enum Answering: Sendable, Hashable {
    /// A cook answers every act.
    case byCook
    /// A cook says when a hands-on step is done; all else counts as done at its instant.
    case atOnce
    /// Everything counts as done at its instant: nobody is there to say anything.
    case everything
  }

  /// Whether a run shares the kitchen. A simulated one disturbs nobody.
  package enum Company: Sendable, Hashable {
    /// It begins only where no other is under way.
    case alone
    /// `--alongside`.
    case alongside
  }
}
