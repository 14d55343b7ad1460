package import KitchenModel

/// How far a step of a run has come.
package struct StepProgress: Sendable, Hashable {
  /// Its place in the current plan, or in the last that had it.
  package internal(set) var planned: PlannedStep
  /// Where it stands.
  package var status: RunStep.Status = .pending
  /// Its true start, from the run's start; nil while it has not started.
  package var start: Seconds?
  /// Its true end; nil while it has not ended, and for a step skipped before it started.
  package var end: Seconds?
  /// Who does it, by index in ``Kitchen/cooks``; empty while it has not started.
  package internal(set) var cooks: [Int] = []
  /// What ended it; nil while it has not ended.
  package var endedBy: RunStep.EndedBy?
  /// Whether it has run past its planned end.
  package var isOverdue = false
  /// Until when a plan was asked to allow for it, once it has run past its planned end.
  var overrunDeadline: Seconds?

  /// What it holds while it runs, by the kitchen's own numbering.
  let holdings: [Holding]
  private let cookNames: [String]

  /// Creates a pending step.
  init(planned: PlannedStep, in kitchen: Kitchen) {
    self.planned = planned
    cookNames = kitchen.cooks.names
    holdings = planned.uses.map { Holding($0, in: kitchen) }
  }

  /// A ``PlannedUse`` with its equipment looked up once.
  struct Holding: Sendable, Hashable {
    /// The index in ``Kitchen/equipment``; nil where the kitchen has none of that name.
    var equipment: Int?
    /// Which appliance, from 1; nil where they are not told apart.
    var unit: Int?
    /// The units of it held.
    var units: Int

    init(_ use: PlannedUse, in kitchen: Kitchen) {
      let key = Name.key(of: use.equipment)
      equipment = kitchen.equipment.firstIndex { Name.key(of: $0.name) == key }
      unit = use.unit
      units = use.units
    }
  }

  /// Which step of the menu.
  package var reference: StepReference { planned.reference }

  /// Whether nothing more will happen to it.
  package var isOver: Bool { status.isOver }

  /// When it ends as far as can be known at `now`: the true end where it has ended, else its start
  /// and planned duration, but not before `now` (one past its estimate may end any moment).
  package func expectedEnd(at now: Seconds) -> Seconds {
    if let end { return end }
    if let start { return max(start + planned.duration, now) }
    return max(planned.start, now) + planned.duration
  }

  /// When it ends as far as a plan made at `now` should count on it.
  ///
  /// It may end any moment once it is past its estimate; but whoever stood by it until it does would
  /// lose all the time it still goes on, so a plan gives it ``overrunAllowance(at:)`` more.
  package func allowedEnd(at now: Seconds) -> Seconds {
    status == .running && isOverdue ? now + overrunAllowance(at: now) : expectedEnd(at: now)
  }

  /// How much longer a plan expects a step past its estimate to go on: a quarter of the estimate or half
  /// of what it is over, whichever is more, and at least a minute.
  func overrunAllowance(at now: Seconds) -> Seconds {
    let over = start.map { now - $0 - planned.duration } ?? .zero
    return max(Seconds(planned.duration.count / 4), Seconds(over.count / 2), .minutes(1))
  }

  /// When it starts as far as can be known at `now`.
  package func expectedStart(at now: Seconds) -> Seconds { start ?? max(planned.start, now) }
}

extension StepProgress: LoggedStep {
  package var actualStart: Seconds? {
    get { start }
    set { start = newValue }
  }

  package var actualEnd: Seconds? {
    get { end }
    set { end = newValue }
  }

  package mutating func setCooks(_ names: [String]) {
    cooks = names.compactMap { cookNames.firstIndex(of: $0) }
  }
}
