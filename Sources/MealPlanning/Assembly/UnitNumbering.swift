import KitchenModel
import Scheduling

/// Which cook and which appliance each step of a schedule has, also where the solver did not need
/// to tell them apart.
struct UnitNumbering {
  private let translation: MenuTranslation
  private let schedule: Schedule
  private let numbering: [ResourceID: [ActivityID: [Int]]]

  /// Numbers the units of every shared resource, lowest free number first.
  init(_ schedule: Schedule, of translation: MenuTranslation) {
    self.schedule = schedule
    self.translation = translation
    var numbering: [ResourceID: [ActivityID: [Int]]] = [:]
    for index in translation.problem.resources.indices
    where translation.problem.resources[index].capacity > 1 {
      let id = ResourceID(index)
      numbering[id] = schedule.unitAssignment(of: id, in: translation.problem)
    }
    self.numbering = numbering
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
