import KitchenFile
import KitchenModel
import Rendering

/// Refuses a dish that is not sound in itself.
enum DishSoundness {
  /// Throws the first fault of a dish.
  static func check(_ dish: Dish) throws(Diagnostic) {
    if let finding = dish.findings().first { throw Diagnostic(.usage, finding.fault) }
  }

  /// What a cook should know about a sound dish and the kitchen.
  static func remarks(on dish: Dish, in kitchen: Kitchen) -> [Diagnostic] {
    kitchen.findings(in: [dish]).map { finding in
      var remark = Diagnostic(.couldNotBeDone, finding.fault)
      remark.severity = .warning
      remark.hints = KitchenSoundness.hints(on: finding.fault)
      return remark
    }
  }

  /// Equipment that dishes use and a kitchen lacks, each once, with the first dish that uses it.
  static func missingEquipment(
    of dishes: [Dish], in kitchen: Kitchen
  ) -> [(name: String, dish: Dish)] {
    var missing: [(name: String, dish: Dish)] = []
    for dish in dishes {
      for finding in kitchen.findings(in: [dish]) {
        guard case .unknownEquipment(let name, _, _) = finding.fault,
          !missing.contains(where: { Name.key(of: $0.name) == Name.key(of: name) })
        else { continue }
        missing.append((name, dish))
      }
    }
    return missing
  }
}

/// Refuses a kitchen that is not sound.
enum KitchenSoundness {
  /// Throws the first fault of a kitchen.
  static func check(_ kitchen: Kitchen) throws(Diagnostic) {
    if let finding = kitchen.findings.first { throw Diagnostic(.usage, finding.fault) }
  }

  /// What to do about a fault, where the kitchen is the stored one, which can be added to.
  static func hints(on fault: ModelFault) -> [Hint] {
    guard case .unknownEquipment(let name, let nearest, _) = fault else {
      return [.text(fault.hint)]
    }
    return (nearest == nil ? [] : [.text(fault.hint)]) + [.advice(.addEquipment([name]))]
  }
}

/// Refuses a menu that does not fit its kitchen, itself or the clock.
enum MenuSoundness {
  /// Throws the first fault of a menu, with its place where the dish was read from a file.
  static func check(
    _ menu: Menu, from reading: KitchenDocument.Reading? = nil
  ) throws(Diagnostic) {
    try check(menu.findings, in: menu, from: reading)
  }

  /// Throws the first of what was found in a menu, with its place where that was read from a file.
  static func check(
    _ findings: [Finding], in menu: Menu, from reading: KitchenDocument.Reading? = nil
  ) throws(Diagnostic) {
    guard let finding = findings.first else { return }
    if let reading, let site = site(of: finding, of: menu, in: reading.document),
      reading.place(of: site) != nil
    {
      throw reading.diagnostic(for: Finding(site, finding.fault))
    }
    let subject = menu.subject(of: finding.site).map { "\($0): " } ?? ""
    let hints =
      reading?.document.kitchen == nil
      ? KitchenSoundness.hints(on: finding.fault) : [.text(finding.fault.hint)]
    throw Diagnostic(.badContent, subject + finding.fault.message, hints: hints)
  }

  /// Where a finding of a menu lies in the document that its dishes are from; nil for one about
  /// the kitchen, except for an absence, which a choice of cooks may leave out.
  private static func site(
    of finding: Finding, of menu: Menu, in document: KitchenDocument
  ) -> Site? {
    switch finding.site {
    case .absence(let index):
      document.kitchen?.away.firstIndex(of: menu.kitchen.away[index]).map(Site.absence)
    case .cooks, .cook, .equipment, .meal, .mealDish: nil
    default:
      finding.site.renumbered { index in
        document.dishes.firstIndex { $0.name == menu.dishes[index].dish.name }
      }
    }
  }
}

extension Menu {
  /// What a site is about, as people name it; nil for the kitchen.
  fileprivate func subject(of site: Site) -> String? {
    switch site {
    case .dish(let dish): dishes[dish].label
    case .step(let step), .way(let step, _), .cookOfWay(let step, _), .use(let step, _, _),
      .dependency(let step, _):
      stepTitle(step)
    case .cooks, .cook, .equipment, .absence, .meal, .mealDish: nil
    }
  }
}
