/// Something in a ``SchedulingProblem`` that makes no sense, so that no schedule could be asked for.
public enum ProblemIssue: Sendable, Hashable {
  /// The activity has no mode.
  case noMode(ActivityID)
  /// The mode takes a negative time, or has a negative lead.
  case negativeLength(ActivityID, mode: Int)
  /// A requirement of the mode chooses fewer than one or more than its candidates, repeats one, or holds
  /// less than one unit.
  case requirement(ActivityID, mode: Int)
  /// A requirement of the mode names a family that a candidate's setups do not have.
  case unknownFamily(ActivityID, mode: Int)
  /// What is decided of the activity names a mode or resources that it does not have.
  case decision(ActivityID)
  /// Something names an activity that the problem does not have.
  case unknownActivity(ActivityID)
  /// Something names a resource that the problem does not have.
  case unknownResource(ResourceID)
  /// The resource has a negative number of units.
  case negativeCapacity(ResourceID)
  /// The setups of the resource are not square, disagree about a pair, or are negative.
  case setups(ResourceID)
  /// A window of the resource ends before it starts.
  case window(ResourceID, Int)
  /// The group at this index has no activity, one of another group, or a negative weight.
  case group(Int)
  /// The standing term at this index has no taker, takes up from itself, keeps for a wrong number of
  /// modes, or has a negative weight or minimum.
  case standing(Int)
  /// The allowance is negative.
  case negativeAllowance
  /// A time lies so far away that sums of times could overflow.
  case farTime
}

/// That a problem makes no sense, and why.
public struct InvalidProblem: Error, Hashable {
  /// Everything that is wrong with it, in the problem's order; never empty.
  public let issues: [ProblemIssue]
}

extension SchedulingProblem {
  /// The farthest that a time may lie from 0, so that no sum of times overflows.
  static let farthestTime = 1 << 40

  /// Everything about the problem that makes no sense; none where it can be solved. O(its size).
  public var issues: [ProblemIssue] {
    var issues = activities.indices.flatMap { activityIssues(ActivityID($0)) }
    issues += resources.indices.flatMap { resourceIssues(ResourceID($0)) }
    issues += timeLags.flatMap { unknownActivities([$0.from, $0.to]) }
    issues += groupIssues
    issues += standingIssues
    issues += unknownResources(attendants)
    if allowance < 0 { issues.append(.negativeAllowance) }
    if hasFarTime { issues.append(.farTime) }
    return issues
  }

  private func activityIssues(_ id: ActivityID) -> [ProblemIssue] {
    let activity = activities[id.index]
    var issues: [ProblemIssue] = activity.modes.isEmpty ? [.noMode(id)] : []
    for (index, mode) in activity.modes.enumerated() {
      if mode.duration < 0 || mode.lead < 0 { issues.append(.negativeLength(id, mode: index)) }
      for requirement in mode.requirements {
        let candidates = requirement.candidates
        let isChosen = requirement.count >= 1 && requirement.count <= candidates.count
        if !isChosen || requirement.amount < 1 || Set(candidates).count < candidates.count {
          issues.append(.requirement(id, mode: index))
        }
        issues += unknownResources(candidates)
        guard let family = requirement.family else { continue }
        let setups = candidates.filter { resources.indices.contains($0.index) }
          .map { resources[$0.index].setups }
        if !setups.allSatisfy({ $0.indices.contains(family) }) {
          issues.append(.unknownFamily(id, mode: index))
        }
      }
    }
    if let decided = activity.decided, !isPossible(decided, of: activity) {
      issues.append(.decision(id))
    }
    return issues
  }

  private func isPossible(_ decided: Activity.Decision, of activity: Activity) -> Bool {
    guard activity.modes.indices.contains(decided.mode) else { return false }
    guard let allocation = decided.allocation else { return true }
    let requirements = activity.modes[decided.mode].requirements
    return allocation.count == requirements.count
      && zip(allocation, requirements).allSatisfy { held, requirement in
        held.count == requirement.count && Set(held).count == held.count
          && held.allSatisfy(requirement.candidates.contains)
      }
  }

  private func resourceIssues(_ id: ResourceID) -> [ProblemIssue] {
    let resource = resources[id.index]
    var issues: [ProblemIssue] = resource.capacity < 0 ? [.negativeCapacity(id)] : []
    let (setups, families) = (resource.setups, resource.setups.indices)
    let isSquare = setups.allSatisfy { $0.count == setups.count }
    let agrees = {
      families.allSatisfy { one in
        families.allSatisfy { other in
          (setups[one][other] == nil) == (setups[other][one] == nil)
            && (setups[one][other] ?? 0) >= 0
        }
      }
    }
    if !isSquare || !agrees() { issues.append(.setups(id)) }
    for (index, window) in resource.unavailable.enumerated() where window.start >= window.end {
      issues.append(.window(id, index))
    }
    return issues
  }

  private var groupIssues: [ProblemIssue] {
    var seen: Set<ActivityID> = []
    return groups.enumerated().flatMap { index, group -> [ProblemIssue] in
      let isAlone = group.activities.allSatisfy { seen.insert($0).inserted }
      let isSound = isAlone && !group.activities.isEmpty && group.weight >= 0
      return unknownActivities(group.activities) + (isSound ? [] : [.group(index)])
    }
  }

  private var standingIssues: [ProblemIssue] {
    standing.enumerated().flatMap { index, term -> [ProblemIssue] in
      let unknown = unknownActivities([term.activity] + term.takers.map(\.activity))
      guard unknown.isEmpty else { return unknown }
      let isSound =
        !term.takers.isEmpty && term.weight >= 0
        && term.takers.allSatisfy { $0.activity != term.activity && $0.minimum >= 0 }
        && term.keeps.count == activities[term.activity.index].modes.count
        && term.keeps.allSatisfy { ($0 ?? 0) >= 0 }
      return isSound ? [] : [.standing(index)]
    }
  }

  private func unknownActivities(_ ids: [ActivityID]) -> [ProblemIssue] {
    ids.filter { !activities.indices.contains($0.index) }.map(ProblemIssue.unknownActivity)
  }

  private func unknownResources(_ ids: [ResourceID]) -> [ProblemIssue] {
    ids.filter { !resources.indices.contains($0.index) }.map(ProblemIssue.unknownResource)
  }

  /// Whether a time or a length lies too far away.
  private var hasFarTime: Bool {
    var isFar = false
    let look = { (time: Int) in isFar = isFar || time.magnitude > Self.farthestTime }
    forEachTime(instant: { look($0.value) }, length: { look($0.value) })
    return isFar
  }
}
