import KitchenModel
import Scheduling

/// How a kitchen's equipment becomes resources.
///
/// Appliances of one slot that nothing tells apart are one resource of their number. Where they
/// have slots, or temperatures that clash, each is a resource: a use stays in one appliance.
struct EquipmentResources {
  private var models: [String: Model] = [:]

  /// One sort of equipment.
  struct Model {
    /// What it is.
    let equipment: Equipment
    /// One resource, or one for each appliance.
    let ids: [ResourceID]
    /// Whether each appliance is a resource of its own.
    let isByAppliance: Bool
    /// Whether a plan says which appliance a step uses.
    let hasIdentity: Bool
    /// The distinct temperatures asked of it: the setup families.
    let families: [Temperature]
  }

  /// Appends the resources of the equipment that the menu uses to `resources`, in the kitchen's
  /// order.
  init(_ request: PlanRequest, appendingTo resources: inout [Resource]) {
    let menu = request.menu
    let steps = menu.stepReferences.map { menu[$0].ways }
    for equipment in menu.kitchen.equipment {
      let key = Name.key(of: equipment.name)
      let users = steps.joined().filter { way in
        way.uses.contains { Name.key(of: $0.equipment) == key }
      }
      guard !users.isEmpty else { continue }
      var families: [Temperature] = []
      for temperature in users.compactMap(\.temperature) where !families.contains(temperature) {
        families.append(temperature)
      }
      let most = max(
        Self.mostAtOnce(of: equipment, in: steps), request.highestUnit(of: equipment.name))
      let model = Self.model(equipment, families, usingAtMost: most, appendingTo: &resources)
      models[key] = model
    }
  }

  /// How many appliances are in use at most, were all steps done at once: with more nothing is done
  /// sooner, and each that can be told apart makes the problem larger.
  private static func mostAtOnce(of equipment: Equipment, in steps: [[Way]]) -> Int {
    let key = Name.key(of: equipment.name)
    return steps.reduce(0) { total, ways in
      let units = ways.flatMap(\.uses).filter { Name.key(of: $0.equipment) == key }.map(\.units)
      return total + (equipment.slots > 1 ? (units.isEmpty ? 0 : 1) : units.max() ?? 0)
    }
  }

  private static func model(
    _ equipment: Equipment, _ families: [Temperature], usingAtMost most: Int,
    appendingTo resources: inout [Resource]
  ) -> Model {
    let setups: [[TimeSpan?]] = families.map { one in
      families.map { one.meets($0) ? nil : TimeSpan(equipment.preheat) }
    }
    let clashes = setups.contains { row in row.contains { $0 != nil } }
    // With one slot and nothing to heat, two uses of an appliance are apart anyway.
    let tellsApart = equipment.slots > 1 || (clashes && equipment.preheat > .zero)
    let isByAppliance = tellsApart || equipment.count == 1
    let first = resources.count
    for unit in 0..<(isByAppliance ? min(equipment.count, max(most, 1)) : 1) {
      resources.append(
        Resource(
          name: equipment.count > 1 && isByAppliance
            ? "\(equipment.name) \(unit + 1)" : equipment.name,
          capacity: isByAppliance ? equipment.slots : equipment.count,
          setups: tellsApart && clashes ? setups : []))
    }
    return Model(
      equipment: equipment, ids: (first..<resources.count).map { ResourceID($0) },
      isByAppliance: isByAppliance,
      hasIdentity: equipment.slots > 1 || (equipment.preheat > .zero && !families.isEmpty),
      families: tellsApart && clashes ? families : [])
  }

  /// The model of a use; nil for equipment that the kitchen lacks.
  func model(of use: Way.Use) -> Model? { models[Name.key(of: use.equipment)] }

  /// The resources of one sort of equipment; none for equipment that nothing uses.
  func ids(of equipment: String) -> [ResourceID] { models[Name.key(of: equipment)]?.ids ?? [] }

  /// What a way requires of the equipment, one requirement for each use.
  func requirements(of way: Way) -> [Requirement] {
    guard way.duration.likely > .zero else { return [] }
    return way.uses.compactMap { use in
      guard let model = model(of: use) else { return nil }
      let family = way.temperature.flatMap { model.families.firstIndex(of: $0) }
      // More appliances than there are: an amount that no schedule can have.
      guard model.isByAppliance, model.equipment.slots > 1 || use.units <= model.ids.count else {
        return Requirement(model.ids[0], amount: use.units, family: family)
      }
      return model.equipment.slots > 1
        ? Requirement(choose: 1, of: model.ids, amount: use.units, family: family)
        : Requirement(choose: use.units, of: model.ids, family: family)
    }
  }

  /// How long before a way's start the plan must have begun, for what it uses to be hot.
  func lead(of way: Way) -> TimeSpan {
    guard way.temperature != nil, way.duration.likely > .zero else { return 0 }
    return way.uses.compactMap { model(of: $0).map { TimeSpan($0.equipment.preheat) } }.max() ?? 0
  }

  /// The allocation of ``requirements(of:)`` that gives a way these appliances; nil where one of
  /// them is not known.
  func allocation(of way: Way, to uses: [PlannedUse]) -> [[ResourceID]]? {
    var result: [[ResourceID]] = []
    for use in way.uses where way.duration.likely > .zero {
      guard let model = model(of: use) else { continue }
      guard model.isByAppliance, model.ids.count > 1 else {
        result.append(model.ids)
        continue
      }
      let units = uses.filter { $0.equipment == model.equipment.name }.compactMap(\.unit)
      guard !units.isEmpty, units.allSatisfy({ model.ids.indices.contains($0 - 1) }) else {
        return nil
      }
      result.append(units.map { model.ids[$0 - 1] })
    }
    return result
  }
}

extension PlanRequest {
  /// The highest number of an appliance that is in use already, or planned to be; 0 for none.
  fileprivate func highestUnit(of equipment: String) -> Int {
    let uses = progress.values.flatMap(\.uses) + (current?.steps.flatMap(\.uses) ?? [])
    return uses.filter { $0.equipment == equipment }.compactMap(\.unit).max() ?? 0
  }
}
