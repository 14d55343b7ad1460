import KitchenModel
import Scheduling

/// Which cook and which appliance each step of a schedule has, also where the solver did not need
/// to tell them apart.
struct UnitNumbering {
  private let translation: MenuTranslation
  private let schedule: Schedule
  /// The units, from 0, that each activity holds of every shared resource.
  private(set) var numbering: [ResourceID: [ActivityID: [Int]]]

  /// Numbers the units of every shared resource, lowest free number first; what has begun keeps its
  /// own.
  init(
    _ schedule: Schedule, of translation: MenuTranslation,
    after progress: [StepReference: BegunStep] = [:]
  ) {
    self.schedule = schedule
    self.translation = translation
    var numbering: [ResourceID: [ActivityID: [Int]]] = [:]
    for index in translation.problem.resources.indices
    where translation.problem.resources[index].capacity > 1 {
      let id = ResourceID(index)
      numbering[id] =
        progress.isEmpty
        ? schedule.unitAssignment(of: id, in: translation.problem)
        : Self.units(of: id, schedule, translation, after: progress)
    }
    self.numbering = numbering
  }

  /// The units of one resource in the middle of a meal: those of steps that have begun are given,
  /// and every other step, by start, takes the lowest that are free.
  private static func units(
    of resource: ResourceID, _ schedule: Schedule, _ translation: MenuTranslation,
    after progress: [StepReference: BegunStep]
  ) -> [ActivityID: [Int]] {
    let problem = translation.problem
    var freeFrom = [TimePoint?](
      repeating: nil, count: problem.resources[resource.index].capacity)
    var result: [ActivityID: [Int]] = [:]
    for (reference, begun) in progress {
      guard let activity = translation.activity(of: reference) else { continue }
      let units = translation.units(of: resource, heldBy: begun).filter(freeFrom.indices.contains)
      let end = TimePoint(begun.end)
      for unit in units { freeFrom[unit] = max(freeFrom[unit] ?? end, end) }
      result[activity] = units
    }
    let open = translation.steps.indices.filter { progress[translation.steps[$0]] == nil }
      .map { ActivityID($0) }.sorted { (schedule[$0].start, $0) < (schedule[$1].start, $1) }
    for activity in open {
      let assignment = schedule[activity]
      let mode = problem.activities[activity.index].modes[assignment.mode]
      guard mode.duration > 0 else { continue }
      let amount = zip(mode.requirements, assignment.allocation).reduce(0) { sum, pair in
        sum + (pair.1.contains(resource) ? pair.0.amount : 0)
      }
      let free = freeFrom.indices.filter { freeFrom[$0] ?? assignment.start <= assignment.start }
      let units = Array(free.prefix(amount))
      for unit in units { freeFrom[unit] = assignment.start + mode.duration }
      if amount > 0 { result[activity] = units }
    }
    return result
  }

  /// The cooks who do an activity, by index.
  func cooks(of activity: ActivityID, way: Way) -> [Int] {
    let count = translation.cooks.requirements(of: way).count
    guard count > 0 else { return [] }
    let allocation = Array(schedule[activity].allocation.prefix(count))
    let pool = translation.cooks.ids[0]
    return translation.cooks.cooks(
      in: allocation, units: numbering[pool]?[activity] ?? [0])
  }

  /// Takes over who does what, where the cooks are one resource.
  mutating func take(_ shares: [ActivityID: [Int]]) {
    let pool = translation.cooks.ids[0]
    if numbering[pool] != nil { numbering[pool] = shares }
  }

  /// What an activity holds.
  func uses(of activity: ActivityID, way: Way) -> [PlannedUse] {
    guard way.duration.likely > .zero else { return [] }
    var place = translation.cooks.requirements(of: way).count
    var result: [PlannedUse] = []
    for use in way.uses {
      guard let model = translation.equipment.model(of: use) else { continue }
      let allocation = schedule[activity].allocation[place]
      place += 1
      result += planned(use, model, allocation, activity)
    }
    return result
  }

  private func planned(
    _ use: Way.Use, _ model: EquipmentResources.Model, _ allocation: [ResourceID],
    _ activity: ActivityID
  ) -> [PlannedUse] {
    let name = model.equipment.name
    guard model.hasIdentity else { return [PlannedUse(name, units: use.units)] }
    let units =
      model.isByAppliance
      ? allocation.compactMap { model.ids.firstIndex(of: $0) }
      : numbering[model.ids[0]]?[activity] ?? Array(0..<use.units)
    return units.sorted().map {
      PlannedUse(name, unit: $0 + 1, units: model.equipment.slots > 1 ? use.units : 1)
    }
  }
}

extension MenuTranslation {
  /// The units, from 0, of a resource of several alike that a begun step holds.
  fileprivate func units(of resource: ResourceID, heldBy begun: BegunStep) -> [Int] {
    if cooks.ids.contains(resource) { return begun.cooks }
    return begun.uses.filter { equipment.ids(of: $0.equipment) == [resource] }
      .compactMap(\.unit).map { $0 - 1 }
  }
}
