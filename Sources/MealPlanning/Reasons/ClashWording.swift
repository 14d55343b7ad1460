import Foundation
import KitchenModel
import Scheduling

/// The facts of a clash, in kitchen words.
struct ClashWording {
  private let menu: Menu
  private let translation: MenuTranslation

  /// Prepares to word clashes of `translation`.
  init(_ menu: Menu, _ translation: MenuTranslation) {
    self.menu = menu
    self.translation = translation
  }

  /// A sentence for each fact that a cook could change, then what the steps involved take.
  func sentences(_ clash: [ProblemFact]) -> [String] {
    var sentences: [String] = []
    for fact in clash {
      let sentence = sentence(fact)
      if let sentence, !sentences.contains(sentence) { sentences.append(sentence) }
    }
    return sentences
  }

  private func sentence(_ fact: ProblemFact) -> String? {
    switch fact {
    case .activity(let activity): needs(activity)
    case .release(let activity): limit(activity, "does not start before") { $0.notBefore }
    case .deadline(let activity): limit(activity, "is to be over by") { $0.notAfter }
    case .decided(let activity): "\(name(activity)) has begun already."
    case .minimumLag(let index): lag(index, least: true)
    case .maximumLag(let index): lag(index, least: false)
    case .capacity(let resource): capacity(resource)
    case .setups(let resource): changeover(resource)
    case .unavailable(let resource, _): "\(resourceName(resource)) is away for a while."
    case .maximumSlack(let index):
      "\(translation.problem.groups[index].name) must be served within "
        + "\(Seconds(translation.problem.groups[index].maximumSlack ?? 0).spokenText) of being ready."
    case .switchPoints:
      "A waiting step starts only when a cook is at hand, and a blocking step is never interrupted."
    case .lead(let activity): "\(name(activity)) needs its equipment hot first."
    case .projectStart: "The start is fixed."
    case .completion: "Serving time is fixed."
    }
  }

  private func name(_ activity: ActivityID) -> String {
    name(translation.steps[activity.index])
  }

  private func name(_ reference: StepReference) -> String {
    let title = menu[reference].title
    let dish = menu.dishes[reference.dish].label
    return title == dish ? title : "\(title) (\(dish))"
  }

  private func resourceName(_ resource: ResourceID) -> String {
    translation.problem.resources[resource.index].name
  }

  private func needs(_ activity: ActivityID) -> String {
    let reference = translation.steps[activity.index]
    let ways = menu[reference].ways.map { way in
      var text = way.duration.likely.spokenText
      let uses = way.uses.map { $0.units == 1 ? $0.equipment : "\($0.units) \($0.equipment)" }
      if !uses.isEmpty { text += " of the " + uses.joined(separator: " and ") }
      if let temperature = way.temperature { text += " at \(temperature.text)" }
      if way.kind == .blocking {
        let who =
          way.cook.map { "\($0)'s hands" } ?? (way.cooks == 1 ? "hands" : "\(way.cooks) cooks")
        text += uses.isEmpty ? " of \(who)" : " and \(who)"
      }
      return text
    }
    return "\(name(reference)) takes \(ways.joined(separator: ", or "))."
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
    let size = Seconds(abs(bound.count)).spokenText
    // A least distance of -5 min is "at most 5 min before".
    let quantifier = least == (bound >= .zero) ? "at least" : "at most"
    return "\(name(owner.step)) starts \(quantifier) \(size) \(side) the \(moment) of "
      + "\(name(owner.other))."
  }

  private func capacity(_ resource: ResourceID) -> String {
    let value = translation.problem.resources[resource.index]
    if translation.problem.attendants.contains(resource) {
      return value.capacity == 1
        ? "\(value.name == "cooks" || value.name == "cook 1" ? "The one cook" : value.name) does one thing at a time."
        : "There are only \(value.capacity) cooks."
    }
    return value.capacity == 1
      ? "\(value.name.capitalizedFirst) takes one thing at a time."
      : "\(value.name.capitalizedFirst) has room for \(value.capacity)."
  }

  private func changeover(_ resource: ResourceID) -> String {
    "\(resourceName(resource).capitalizedFirst) has one temperature at a time and needs time to "
      + "change it."
  }
}

extension String {
  /// The text with its first letter in upper case.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
