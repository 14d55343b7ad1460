import KitchenModel

/// Steps that need more than the kitchen has, in kitchen words.
struct ShortageWording {
  private let menu: Menu

  /// Prepares to word the shortages of `menu`.
  init(_ menu: Menu) { self.menu = menu }

  /// A sentence for each step that no way of doing it suits the kitchen.
  var sentences: [String] {
    menu.shortages.compactMap { finding in
      guard case .way(let reference, _) = finding.site else { return nil }
      let name = StepNaming(menu).name(reference)
      switch finding.fault {
      case .tooFewUnits(let equipment, let needed, let there):
        let has = there == 1 ? "is only 1" : "are only \(there)"
        let place = slots(of: equipment) > 1 ? "slots in one \(equipment)" : "of the \(equipment)"
        return "\(name) needs \(needed) \(place), and there \(has)."
      case .tooFewCooks(let needed, let there):
        let has = there == 1 ? "is only 1" : "are only \(there)"
        return "\(name) needs \(needed) cooks, and there \(has)."
      default: return "\(name): \(finding.fault.message)"
      }
    }
  }

  /// What the kitchen would need.
  var changes: [String] {
    var changes: [String] = []
    for finding in menu.shortages {
      let change: String? =
        switch finding.fault {
        case .tooFewUnits(let equipment, let needed, _):
          slots(of: equipment) > 1
            ? "With an \(equipment) of \(needed) slots." : "With \(needed) of the \(equipment)."
        case .tooFewCooks(let needed, _): "With \(needed) cooks."
        default: nil
        }
      if let change, !changes.contains(change) { changes.append(change) }
    }
    return changes
  }

  private func slots(of equipment: String) -> Int {
    menu.kitchen.equipment(named: equipment)?.slots ?? 1
  }
}
