import ConstraintSolver

/// Narrows an infeasible problem down to a small set of facts that clash.
///
/// Facts are dropped in ever smaller batches as long as what is left is still refuted within a small
/// budget; what cannot be dropped one by one is minimal (Chakravarti's deletion filter with batches,
/// after Junker's QuickXplain). A budget that runs out counts as "needed", so the set may then be
/// larger than necessary, never wrong.
struct ClashFinder {
  let problem: SchedulingProblem
  let earliestStart: Int
  let isCancelled: @Sendable () -> Bool
  /// The dead ends that one question may cost, and all of them together.
  private let questionLimit: Int
  private var left: Int

  /// Creates a finder for a problem whose refutation took `conflicts` dead ends.
  init(
    _ problem: SchedulingProblem, earliestStart: Int, conflicts: Int,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    questionLimit = 2_000 + 2 * conflicts
    left = 20 * questionLimit
    self.problem = problem
    self.earliestStart = earliestStart
    self.isCancelled = isCancelled
  }

  /// The facts that clash, in the order of the problem.
  mutating func find() -> [ProblemFact] {
    let facts = problem.facts
    var omitted: Set<ProblemFact> = []
    var kept = facts
    var batch = max(kept.count / 2, 1)
    while true {
      var index = 0
      while index < kept.count, !isCancelled() {
        let dropped = kept[index..<min(index + batch, kept.count)]
        if isRefuted(omitting: omitted.union(dropped)) {
          omitted.formUnion(dropped)
          kept.removeSubrange(index..<min(index + batch, kept.count))
        } else {
          index += batch
        }
      }
      if batch == 1 || left <= 0 || isCancelled() { break }
      batch = max(batch / 2, 1)
    }
    return kept
  }

  private mutating func isRefuted(omitting omitted: Set<ProblemFact>) -> Bool {
    if left <= 0 || isCancelled() { return false }
    let closure = LagClosure(problem, omitting: omitted, isCancelled: isCancelled)
    if !closure.clash.isEmpty { return true }
    if closure.wasCancelled { return false }
    var encoding = Encoding(
      problem, earliestStart: earliestStart, omitting: omitted, closure: closure,
      isCancelled: isCancelled)
    // What was encoded so far follows from the problem: infeasible already is infeasible.
    if encoding.solver.isInfeasible { return true }
    encoding.setTargets(.forward)
    let limits = SearchLimits(
      conflicts: min(questionLimit, left), isCancelled: { [isCancelled] in isCancelled() })
    let outcome = encoding.solver.search(limits)
    left -= encoding.solver.conflicts + 1
    if case .refuted = outcome { return true }
    return false
  }
}

extension SchedulingProblem {
  /// Every fact of the problem that could be part of a clash.
  var facts: [ProblemFact] {
    var facts: [ProblemFact] = []
    for (index, activity) in activities.enumerated() {
      let id = ActivityID(index)
      facts.append(.activity(id))
      if activity.modes.contains(where: { $0.lead.value > 0 }) { facts.append(.lead(id)) }
      if activity.release != nil { facts.append(.release(id)) }
      if activity.deadline != nil { facts.append(.deadline(id)) }
      if activity.decided != nil { facts.append(.decided(id)) }
    }
    for (index, lag) in timeLags.enumerated() {
      if lag.minimum != nil { facts.append(.minimumLag(index)) }
      if lag.maximum != nil { facts.append(.maximumLag(index)) }
    }
    for (index, resource) in resources.enumerated() {
      facts.append(.capacity(ResourceID(index)))
      if !resource.setups.isEmpty { facts.append(.setups(ResourceID(index))) }
      for window in resource.unavailable.indices {
        facts.append(.unavailable(ResourceID(index), window))
      }
    }
    for (index, group) in groups.enumerated() where group.maximumSlack?.value != nil {
      facts.append(.maximumSlack(index))
    }
    if activities.contains(where: { $0.modes.contains { $0.needsSwitchPoint } }) {
      facts.append(.switchPoints)
    }
    if case .fixed = projectStart { facts.append(.projectStart) }
    if case .fixed = completion { facts.append(.completion) }
    return facts
  }
}
