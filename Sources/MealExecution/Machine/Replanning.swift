import KitchenModel

/// Whether a new plan is wanted, and what the cook has heard of the plans so far.
struct Replanning: Sendable {
  /// How far asking has come.
  var need = Need.none
  /// Whether the plan that is followed is not in the log yet: the one that is asked for takes its place.
  var isUnrecorded = false
  /// Whether the cook has not heard of the plan that is followed: the one that is asked for says it, or it does.
  var isUntold = false
  /// The moment for which a plan was asked last, where the policy asks at each.
  var askedAt: Seconds?
  /// Limits of which the cook knows that they cannot be kept.
  private(set) var brokenLimits: Set<BrokenLimit.Kind> = []

  /// What was foretold before a pause, or for the last plan made in it; nil where that is not known.
  var beforePause: Plan?

  /// The plan that the cook heard of last; nil for the one that is followed.
  var toldPlan: Plan?

  /// The plans that were followed before, the last one last.
  private(set) var formerPlans: [Plan] = []

  /// How far asking has come.
  enum Need: Sendable, Hashable {
    case none
    /// A plan is wanted, for the first reason of the moment.
    case wanted(ReplanCause)
    /// The driver has been asked for a plan and has not brought it.
    case requested(ReplanCause)
  }

  /// Whether a plan is awaited: until it is there, time stands still.
  var isAwaited: Bool { if case .requested = need { true } else { false } }

  /// Why a plan is wanted that has not been asked for; nil for no reason.
  var wanted: ReplanCause? { if case .wanted(let cause) = need { cause } else { nil } }

  /// Notes a reason, unless there is one already. That dishes came comes first: they have no place yet.
  mutating func want(_ cause: ReplanCause) {
    switch need {
    case .none: need = .wanted(cause)
    case .wanted where cause.isAddition: need = .wanted(cause)
    case .wanted, .requested: break
    }
  }

  /// How many plans may come back.
  private static let capacity = 4

  /// Remembers a plan that is given up, which comes back where its cause goes away.
  mutating func remember(_ plan: Plan) {
    formerPlans.removeAll { $0.steps == plan.steps }
    formerPlans.append(plan)
    if formerPlans.count > Self.capacity { formerPlans.removeFirst() }
  }

  /// Notes limits that cannot be kept.
  ///
  /// - Returns: Those that are news.
  mutating func learn(_ limits: [BrokenLimit]) -> [BrokenLimit] {
    limits.filter { brokenLimits.insert($0.kind).inserted }
  }
}
