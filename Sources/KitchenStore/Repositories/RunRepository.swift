internal import GRDB
package import KitchenModel
internal import Synchronization

/// The runs: an append-only log of events each, and the records that are what the logs say.
///
/// A call that writes has been committed to the disk when it returns, so that an event may be
/// announced as soon as ``append(_:to:)`` is back.
package struct RunRepository: Sendable {
  let store: KitchenStore

  /// Where the plan of a run comes from.
  package enum PlanSource: Sendable {
    /// It is stored, under this number.
    case stored(Int)
    /// It is stored together with the run.
    case new(Plan)
  }

  /// Begins a run and returns its number; its first event is for the caller to append.
  ///
  /// - Parameters:
  ///   - source: The plan.
  ///   - number: The run's number; nil for the next.
  ///   - mode: The clock.
  ///   - speedThousandths: Kitchen seconds that pass in a second, in thousandths.
  ///   - policy: How steps are chosen.
  ///   - startedAt: When it begins.
  ///   - lease: The process that is at it.
  ///   - isInTheWay: Whether an open run, with its lease, keeps this one from beginning. Asked in the
  ///     transaction that begins the run: of two processes at once, one meets the other's run.
  /// - Throws: ``Diagnostic``, also where there is no such plan; `busy` where a run is in the way.
  package func begin(
    _ source: PlanSource, number: Int? = nil, mode: Run.Mode, speedThousandths: Int = 1000,
    policy: Run.Policy, startedAt: Instant, lease: RunLease,
    unless isInTheWay: (OpenRun) -> Bool = { _ in false }
  ) throws -> Int {
    try store.write { db in
      if let other = try LeaseRows.openRuns(from: db).first(where: isInTheWay) {
        throw Self.inTheWay(other)
      }
      let (planID, plan): (Int, Plan)
      switch source {
      case .new(let new):
        plan = new
        planID = try PlanRows.insert(new, cause: .cooked, at: startedAt, into: db)
      case .stored(let id):
        guard let stored = try PlanRows.load(id, from: db) else { throw PlanRows.missing(id) }
        (planID, plan) = (id, stored.plan)
      }
      let run = Run(
        id: 0, of: plan, planID: planID, mode: mode, speedThousandths: speedThousandths,
        policy: policy, startedAt: startedAt)
      let id = try RunRows.insert(run, of: plan.menu, number: number, into: db)
      try LeaseRows.write(lease, run: id, to: db)
      return id
    }
  }

  /// That another run is under way, and how to join it.
  package static func inTheWay(_ other: OpenRun) -> Diagnostic {
    Diagnostic(.underWay(meal: other.run.meal, run: other.run.id))
  }

  /// Appends events to the log of a run and brings its record up to date, in one transaction. A run
  /// that ends or is interrupted loses its lease.
  ///
  /// - Parameter plans: The plans that the run goes over to with these events, with the moment of
  ///   each. Dishes that a plan adds to the menu are added to the record.
  /// - Returns: The run's record as it is now.
  /// - Throws: ``Diagnostic``.
  @discardableResult
  package func append(
    _ events: [RunEvent], to run: Int, replacing plans: [(plan: Plan, at: Instant)] = []
  ) throws -> Run {
    try store.write { db in try Self.append(events, to: run, replacing: plans, in: db) }
  }

  static func append(
    _ events: [RunEvent], to run: Int, replacing plans: [(plan: Plan, at: Instant)],
    in db: Database
  ) throws -> Run {
    for (plan, moment) in plans {
      _ = try PlanRows.insert(plan, cause: .replanned(run: run), at: moment, into: db)
      try RunRows.follow(plan, in: run, db)
    }
    return try EventRows.append(events, to: run, in: db)
  }

  /// The plan that a run follows: the one it went over to last, else the one it began with.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such run.
  package func currentPlan(of run: Int) throws -> Plan {
    try store.read { db in
      guard let stored = try PlanRows.current(of: run, from: db) else {
        throw RunRows.missing(run)
      }
      return stored.plan
    }
  }

  /// The plans that a run has followed, in order; the last is the current one.
  ///
  /// - Throws: ``Diagnostic``, also where there is no such run.
  package func plans(of run: Int) throws -> [Plan] {
    try store.read { db in
      let plans = try store.followed.withLock { try $0.plans(of: run, from: db) }
      if plans.isEmpty { throw RunRows.missing(run) }
      return plans
    }
  }

  /// The run with number `id` and its steps; nil where there is none.
  ///
  /// - Throws: ``Diagnostic``.
  package func run(_ id: Int) throws -> Run? {
    try store.read { db in try RunRows.load(id, from: db) }
  }

  /// The runs that `filter` lets through, newest first, *without* their steps.
  ///
  /// - Throws: ``Diagnostic``.
  package func list(_ filter: RunFilter = RunFilter()) throws -> [Run] {
    try store.read { db in try RunRows.list(filter, from: db) }
  }

  /// Hands the runs that `filter` lets through to `body`, newest first, without their steps, some at a
  /// time: all of a long history would take a while to gather.
  ///
  /// - Throws: ``Diagnostic``, or what `body` throws.
  package func list(_ filter: RunFilter = RunFilter(), inParts body: ([Run]) throws -> Void) throws
  {
    try store.read { db in try RunRows.list(filter, from: db, inParts: body) }
  }

  /// The log of a run, in order.
  ///
  /// - Throws: ``Diagnostic``.
  package func events(of run: Int) throws -> [RunEvent] {
    try store.read { db in try EventRows.load(run: run, from: db) }
  }

  /// The log of a run, in order; what is known of it is not read again.
  ///
  /// - Throws: ``Diagnostic``.
  package func events(of run: Int, continuing known: [RunEvent]) throws -> [RunEvent] {
    try store.read { db in try EventRows.load(run: run, continuing: known, from: db) }
  }

  /// The acts of a run that came due and have not been answered, in order.
  ///
  /// - Throws: ``Diagnostic``.
  package func dueActs(of run: Int) throws -> [Act] {
    var due: [Act] = []
    for event in try events(of: run) {
      guard let act = event.act else { continue }
      due.removeAll { $0 == act }
      if event.kind == .actDue { due.append(act) }
    }
    return due
  }

  /// What cooks said of a run afterwards and stands, in order.
  ///
  /// - Throws: ``Diagnostic``.
  package func edits(of run: Int) throws -> [RunEdit] {
    try store.read { db in try EditRows.load(run: run, from: db) }
  }
}
