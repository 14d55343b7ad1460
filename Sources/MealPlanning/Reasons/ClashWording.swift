import Foundation
import KitchenModel
import Scheduling

/// The facts of a clash, in kitchen words.
struct ClashWording {
  private let menu: Menu
  private let translation: MenuTranslation
  private let words: StepNaming

  /// Prepares to word clashes of `translation`.
  init(_ menu: Menu, _ translation: MenuTranslation) {
    self.menu = menu
    self.translation = translation
    words = StepNaming(menu)
  }

  /// What each dish of the clash needs, then what stands against it.
  func sentences(_ clash: [ProblemFact]) -> [String] {
    var sentences: [String] = []
    for dish in menu.dishes.indices {
      if let sentence = needs(of: dish, in: clash) { sentences.append(sentence) }
    }
    for fact in clash {
      let sentence = sentence(fact)
      if let sentence, !sentences.contains(sentence) { sentences.append(sentence) }
    }
    return sentences
  }

  /// `Soufflé must be served within 5 min of being ready and needs the oven at 190C for 25 min
  /// (Bake).`
  private func needs(of dish: Int, in clash: [ProblemFact]) -> String? {
    var clauses: [String] = []
    for fact in clash {
      if case .maximumSlack(let group) = fact, self.dish(of: group) == dish {
        let limit = translation.problem.groups[group].maximumSlack ?? 0
        clauses.append(
          limit == 0
            ? "must be served the moment it is ready"
            : "must be served within \(Seconds(limit).exactText) of being ready")
      }
    }
    for fact in clash {
      guard case .activity(let activity) = fact, activity.index < translation.steps.count,
        translation.steps[activity.index].dish == dish
      else { continue }
      clauses.append("needs \(need(translation.steps[activity.index]))")
    }
    guard !clauses.isEmpty else { return nil }
    return "\(menu.dishes[dish].label) \(clauses.listed())."
  }

  private func dish(of group: Int) -> Int {
    translation.steps[translation.problem.groups[group].activities[0].index].dish
  }

  /// `the oven at 190C for 25 min (Bake)`, with every way to do it.
  private func need(_ reference: StepReference) -> String {
    let ways = menu[reference].ways.map { way in
      var things: [String] = []
      if way.kind == .blocking, way.duration.likely > .zero {
        things.append(
          way.cooks > 1
            ? "\(way.cooks) cooks" + (way.cook.map { " with \($0)" } ?? "")
            : way.cook.map { "\($0)'s hands" } ?? "a cook's hands")
      }
      things += way.uses.map { use in
        use.units == 1 ? "the \(use.equipment)" : "\(use.units) of the \(use.equipment)"
      }
      let temperature = way.temperature.map { " at \($0.text)" } ?? ""
      let length = way.duration.likely.exactText
      return things.isEmpty ? length : "\(things.listed())\(temperature) for \(length)"
    }
    let title = menu[reference].title
    let isDish = title == menu.dishes[reference.dish].dish.name.text
    return ways.joined(separator: " or ") + (isDish ? "" : " (\(title))")
  }

  private func sentence(_ fact: ProblemFact) -> String? {
    switch fact {
    case .activity, .maximumSlack: nil
    case .release(let activity): limit(activity, "does not start before") { $0.notBefore }
    case .deadline(let activity): limit(activity, "is to be over by") { $0.notAfter }
    case .decided(let activity): "\(name(activity)) has begun already."
    case .minimumLag(let index): lag(index, least: true)
    case .maximumLag(let index): lag(index, least: false)
    case .capacity(let resource): capacity(resource)
    case .setups(let resource): changeover(resource)
    case .unavailable(let resource, let place): absence(resource, place)
    case .switchPoints:
      "A waiting step starts only when a cook is at hand, and a blocking step is never interrupted."
    case .lead(let activity): "\(name(activity)) needs its equipment hot first."
    case .projectStart: translation.frame.startWords
    case .completion: translation.frame.servingWords
    }
  }

  private func name(_ activity: ActivityID) -> String {
    name(translation.steps[activity.index])
  }

  private func name(_ reference: StepReference) -> String { words.name(reference) }

  private func resourceName(_ resource: ResourceID) -> String {
    translation.problem.resources[resource.index].name
  }

  private func absence(_ resource: ResourceID, _ place: Int) -> String {
    let name = resourceName(resource)
    let absences = menu.kitchen.away.filter { absence in
      translation.cooks.ids.count == 1
        || Name.key(of: absence.cook) == Name.key(of: name)
    }
    guard absences.indices.contains(place) else { return "\(name.firstUpper) is away." }
    let absence = absences[place]
    return "\(absence.sentence)."
  }

  private func limit(
    _ activity: ActivityID, _ words: String, _ clock: (Step) -> ClockTime?
  ) -> String {
    let reference = translation.steps[activity.index]
    let dish = menu.dishes[reference.dish]
    let own = clock(menu[reference])
    let fromDish = words.contains("before") ? dish.dish.notBefore : dish.dish.notAfter
    let subject = own == nil ? dish.label : name(reference)
    return "\(subject) \(words) \((own ?? fromDish)?.text ?? "now")."
  }

  private func lag(_ index: Int, least: Bool) -> String {
    let owner = translation.lagOwners[index]
    let moment = owner.dependency.from == .start ? "start" : "end"
    let bound = (least ? owner.dependency.minimum : owner.dependency.maximum) ?? .zero
    if least, bound == .zero {
      return "\(name(owner.step)) comes after the \(moment) of \(name(owner.other))."
    }
    let side = bound < .zero ? "before" : "after"
    let size = Seconds(abs(bound.count)).exactText
    // A least distance of -5 min is "at most 5 min before".
    let quantifier = least == (bound >= .zero) ? "at least" : "at most"
    return "\(name(owner.step)) starts \(quantifier) \(size) \(side) the \(moment) of "
      + "\(name(owner.other))."
  }

  private func capacity(_ resource: ResourceID) -> String {
    let value = translation.problem.resources[resource.index]
    if translation.problem.attendants.contains(resource) {
      guard value.capacity == 1 else { return "There are only \(value.capacity) cooks." }
      let isNameless = menu.kitchen.cooks == .count(1)
      return "\(isNameless ? "The one cook" : value.name.firstUpper) does one thing at a time."
    }
    let slots = menu.kitchen.equipment(named: equipment(of: resource))?.slots ?? 1
    if slots > 1 { return "\(value.name.firstUpper) has room for \(value.capacity)." }
    return value.capacity == 1
      ? "\(value.name.firstUpper) takes one thing at a time."
      : "There are only \(value.capacity) of the \(value.name)."
  }

  private func changeover(_ resource: ResourceID) -> String {
    let name = equipment(of: resource)
    let sort = menu.kitchen.equipment(named: name)
    let subject = sort?.count == 1 ? "The only \(name)" : resourceName(resource).firstUpper
    let change = (sort?.preheat).flatMap { $0 > .zero ? $0.exactText : nil }
    return "\(subject) has one temperature at a time"
      + (change.map { " and needs \($0) to change it." } ?? ".")
  }

  /// The sort of equipment that a resource is one of.
  private func equipment(of resource: ResourceID) -> String {
    menu.kitchen.equipment.first {
      translation.equipment.ids(of: $0.name).contains(resource)
    }?.name ?? resourceName(resource)
  }
}
