import KitchenModel
import Scheduling

/// How a kitchen's cooks become resources.
///
/// Cooks that nothing tells apart are one resource of their number, which leaves the solver no
/// symmetry to search through; once a step names a cook or a cook is away, each is a resource.
struct CookResources {
  /// The resources, in the order of the cooks where each has one.
  private(set) var ids: [ResourceID] = []
  private let areIndividual: Bool
  private let kitchen: Kitchen

  /// Appends the cooks' resources to `resources`.
  init(_ menu: Menu, frame: ClockFrame, appendingTo resources: inout [Resource]) {
    kitchen = menu.kitchen
    let names = kitchen.cooks.names
    let someoneIsNamed = menu.stepReferences.contains { reference in
      menu[reference].ways.contains { $0.cook != nil }
    }
    areIndividual = names.count > 1 && (someoneIsNamed || !kitchen.away.isEmpty)
    let groups = areIndividual ? names.map { [$0] } : [names]
    for group in groups {
      ids.append(ResourceID(resources.count))
      // The windows keep the order of `kitchen.away`, by which a clash names them.
      let away = kitchen.away.filter { absence in
        group.contains { Name.key(of: $0) == Name.key(of: absence.cook) }
      }
      resources.append(
        Resource(
          name: group.count == 1 ? group[0] : "cooks", capacity: group.count,
          unavailable: away.compactMap(frame.window)))
    }
  }

  /// What a way requires of the cooks.
  func requirements(of way: Way) -> [Requirement] {
    guard way.kind == .blocking, way.duration.likely > .zero else { return [] }
    // More cooks than there are is a mode that no schedule can have, not one that cannot be said.
    guard areIndividual, way.cooks <= ids.count else {
      return [Requirement(ids[0], amount: way.cooks)]
    }
    guard let name = way.cook, let cook = kitchen.cook(named: name) else {
      return [Requirement(choose: way.cooks, of: ids)]
    }
    let others = ids.filter { $0 != ids[cook] }
    return [Requirement(ids[cook])]
      + (way.cooks > 1 ? [Requirement(choose: way.cooks - 1, of: others)] : [])
  }

  /// The allocation of ``requirements(of:)`` that gives a way to these cooks; nil where the cooks
  /// are not told apart.
  func allocation(of way: Way, to cooks: [Int]) -> [[ResourceID]]? {
    let requirements = requirements(of: way)
    guard areIndividual else { return requirements.map(\.candidates) }
    var left = cooks.map { ids[$0] }
    var result: [[ResourceID]] = []
    for requirement in requirements {
      let chosen = requirement.candidates.filter(left.contains).prefix(requirement.count)
      guard chosen.count == requirement.count else { return nil }
      left.removeAll(where: chosen.contains)
      result.append(Array(chosen))
    }
    return result
  }

  /// The cooks, by index, that an allocation names; `units` says which units of the one resource an
  /// activity holds where the cooks are not told apart.
  func cooks(in allocation: [[ResourceID]], units: [Int]) -> [Int] {
    guard areIndividual else { return units }
    return allocation.joined().compactMap { ids.firstIndex(of: $0) }.sorted()
  }

  /// Those who are there for the whole of a stretch, by index.
  func present(from start: TimePoint, to end: TimePoint, in problem: SchedulingProblem) -> [Int] {
    kitchen.cooks.names.indices.filter { cook in
      let resource = ids[areIndividual ? cook : 0]
      return !problem.resources[resource.index].unavailable.contains {
        start < $0.end && $0.start < end
      }
    }
  }

  /// A schedule in which these cooks do the activity; the same where cooks are not told apart.
  func giving(
    _ activity: ActivityID, _ way: Way, to cooks: [Int], in schedule: Schedule
  ) -> Schedule {
    guard areIndividual, let held = allocation(of: way, to: cooks) else { return schedule }
    var schedule = schedule
    schedule.assignments[activity.index].allocation.replaceSubrange(0..<held.count, with: held)
    return schedule
  }
}
