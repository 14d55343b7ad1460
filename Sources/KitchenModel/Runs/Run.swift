/// One execution of a plan, with what was planned and what really happened.
package struct Run: Sendable, Hashable {
  /// Its number in the history, from 1.
  package var id: Int
  /// What was cooked.
  package var meal: String
  /// The stored plan it began with.
  package var planID: Int
  /// How far it came.
  package var status: Status
  /// Which clock it ran on.
  package var mode: Mode
  /// How many kitchen seconds pass in a second, in thousandths.
  package var speedThousandths: Int
  /// How steps were chosen.
  package var policy: Policy
  /// When it began.
  package var startedAt: Instant
  /// When it ended; nil while it has not.
  package var finishedAt: Instant?
  /// The plan's makespan.
  package var planned: Seconds
  /// From the start to the end of the last step; nil while it has not ended.
  package var actual: Seconds?
  /// How often the plan was replaced.
  package var replans: Int
  /// Every step in listed order.
  package var steps: [RunStep]
  /// How good it was, from 1 to 5; nil where nobody has said.
  package var rating: Int?
  /// What its times amount to; nil for a record that is not stored.
  package var figures: RunFigures?

  /// Creates a run record.
  package init(
    id: Int, meal: String, planID: Int, status: Status, mode: Mode, speedThousandths: Int = 1000,
    policy: Policy, startedAt: Instant, finishedAt: Instant? = nil, planned: Seconds,
    actual: Seconds? = nil, replans: Int = 0, steps: [RunStep]
  ) {
    self.id = id
    self.meal = meal
    self.planID = planID
    self.status = status
    self.mode = mode
    self.speedThousandths = speedThousandths
    self.policy = policy
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.planned = planned
    self.actual = actual
    self.replans = replans
    self.steps = steps
  }

  /// How far a run came.
  package enum Status: String, Sendable, Hashable, Codable, CaseIterable {
    case running, paused, finished, aborted, interrupted
  }

  /// The clock of a run.
  package enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
    /// The wall clock at its own speed.
    case live
    /// The wall clock, faster or slower.
    case scaled
    /// A virtual clock.
    case simulated
  }

  /// How the executor chooses what to start when.
  package enum Policy: String, Sendable, Hashable, Codable, CaseIterable {
    /// Re-optimises when reality differs from the plan.
    case replan
    /// Keeps the plan's order.
    case `static`
    /// Starts what is ready in listed order, as an event loop does.
    case inOrder = "in-order"
    /// One thing at a time, in listed order.
    case sequential
  }
}

/// A step of a run.
package struct RunStep: Sendable, Hashable {
  /// Which step of the menu.
  package var reference: StepReference
  /// The dish's identity in the meal.
  package var dish: String
  /// The step's identifier.
  package var step: String
  /// Whether it took hands.
  package var kind: Way.Kind
  /// The way it was done, by index; 0 for a step without options.
  package var option: Int
  /// How far it came.
  package var status: Status
  /// Its start in the plan the run began with.
  package var plannedStart: Seconds
  /// Its end in the plan the run began with.
  package var plannedEnd: Seconds
  /// Its true start; nil while it has not started.
  package var actualStart: Seconds?
  /// Its true end; nil while it has not ended.
  package var actualEnd: Seconds?
  /// Who did it, by name.
  package var cooks: [String]
  /// What ended it; nil while it has not ended.
  package var endedBy: EndedBy?

  /// Creates a run step.
  package init(
    reference: StepReference, dish: String, step: String, kind: Way.Kind, option: Int = 0,
    status: Status = .pending, plannedStart: Seconds, plannedEnd: Seconds,
    actualStart: Seconds? = nil, actualEnd: Seconds? = nil, cooks: [String] = [],
    endedBy: EndedBy? = nil
  ) {
    self.reference = reference
    self.dish = dish
    self.step = step
    self.kind = kind
    self.option = option
    self.status = status
    self.plannedStart = plannedStart
    self.plannedEnd = plannedEnd
    self.actualStart = actualStart
    self.actualEnd = actualEnd
    self.cooks = cooks
    self.endedBy = endedBy
  }

  /// How far a step came.
  package enum Status: String, Sendable, Hashable, Codable, CaseIterable {
    case pending, running, finished, skipped, dropped

    /// Whether nothing more can be done about the step.
    package var isOver: Bool { self != .pending && self != .running }
  }

  /// What ended a step.
  package enum EndedBy: String, Sendable, Hashable, Codable, CaseIterable {
    /// Its time was up.
    case timer
    /// A cook said so.
    case cook
    /// It was skipped.
    case skipped
  }
}
