package import KitchenModel

/// Makes a new plan in the middle of a run.
///
/// The planner stands behind it for ``Run/Policy/replan``, the in-order dispatcher for
/// ``Run/Policy/inOrder``; neither is known to this module.
package protocol Replanner: Sendable {
  /// A plan from here on; nil to go on with the current one.
  ///
  /// Times count from the run's start. Steps that have started keep their start, option, cooks and
  /// uses, steps that have ended also their end; a running one ends at its expected end. Pending
  /// steps that the plan leaves out are dropped; the menu may have grown at its end.
  func plan(after situation: RunSituation, cause: ReplanCause) async -> ReplanAnswer?
}

/// A new plan, and what it could not keep.
package struct ReplanAnswer: Sendable, Hashable {
  /// The plan from here on.
  package var plan: Plan
  /// Limits that can no longer be kept.
  package var broken: [BrokenLimit]
  /// Whether steps start where that leaves most room for surprises, not as early as they can.
  package var looksAhead = false
  /// Whether it is the plan that was asked about, with what can begin sooner begun sooner.
  package var goesOn = false

  /// Creates an answer.
  package init(
    plan: Plan, broken: [BrokenLimit] = [], looksAhead: Bool = false, goesOn: Bool = false
  ) {
    self.plan = plan
    self.broken = broken
    self.looksAhead = looksAhead
    self.goesOn = goesOn
  }
}

/// Where a run stands, as far as somebody in the kitchen can know.
package struct RunSituation: Sendable, Hashable {
  /// How long the run has lasted.
  package var elapsed: Seconds
  /// The plan so far.
  package var plan: Plan
  /// Every step of the menu in listed order.
  package var steps: [StepProgress]
  /// The moments before which pending steps cannot start, besides what the menu says: their
  /// appliance is not hot yet.
  package var releases: [StepReference: Seconds] = [:]
  /// The waiting steps that somebody has been asked to begin, who does so now whatever has their hands.
  package var asked: Set<StepReference> = []
  /// How far a new plan may look ahead.
  package var foresight = Foresight.none
}

/// How far a new plan may look ahead, accepting that food stands for surprises to put dinner off less.
package enum Foresight: Sendable, Hashable {
  /// Not at all: steps take what is estimated, with few exceptions, and food is to be as fresh as can be.
  case none
  /// As it pays on average: steps take other times than estimated as a rule. Food may only be staler than in
  /// the plan so far, pushed later, where dinner is sooner than there.
  case free(beside: PushedServing)
}

/// Why a new plan is asked for.
package enum ReplanCause: Sendable, Hashable {
  /// The policy asks at every moment at which something may start.
  case moment
  /// These ended before or after the plan says.
  case endedOffPlan([StepReference])
  /// These should have ended and have not.
  case overran([StepReference])
  /// A cook started it ahead of the plan.
  case startedEarly(StepReference)
  /// It was begun later than planned.
  case startedLate(StepReference)
  /// Something was heated later than planned.
  case heatedLate
  /// A cook has not answered it for a while.
  case unanswered(Act)
  /// A cook left it out.
  case skipped(StepReference)
  /// A cook says it takes this much longer, or, negative, less.
  case retimed(StepReference, by: Seconds)
  /// A cook handed it to another.
  case handed(StepReference)
  /// These dishes, by index, came on the menu.
  case added([Int])
  /// This dish, by index, was left out.
  case dropped(dish: Int)
  /// A cook took back what they had said.
  case undone
  /// The run went on after a pause or an interruption.
  case resumed
  /// Nothing runs and nothing can start.
  case stuck
}

extension ReplanCause {
  /// Whether dishes came on the menu: they stand behind everything else until a place is found.
  var isAddition: Bool { if case .added = self { true } else { false } }

  /// Whether a cook has said something about what is to be done, which is looked into during a pause too.
  var isSaid: Bool {
    switch self {
    case .added, .dropped, .skipped, .retimed, .handed, .undone: true
    default: false
    }
  }

  /// Whether a cook has taken back something, or may have: a minute less after a minute more.
  var takesBack: Bool {
    switch self {
    case .undone, .retimed: true
    default: false
    }
  }
}
