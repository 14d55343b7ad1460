import KitchenModel
import Scheduling

/// Limits of the problem that can no longer be kept, as limits of the meal.
struct BrokenLimits {
  private let translation: MenuTranslation

  /// Prepares to tell limits of `translation`.
  init(_ translation: MenuTranslation) { self.translation = translation }

  /// Each limit once, as it is found first.
  func limits(_ facts: [LimitRelaxation.BrokenFact]) -> [BrokenLimit] {
    var seen: Set<BrokenLimit> = []
    return facts.map { fact in
      BrokenLimit(
        kind(of: fact.fact), allowed: Seconds(fact.allowed), actual: Seconds(fact.actual))
    }.filter { seen.insert($0).inserted }
  }

  private func kind(of fact: ProblemFact) -> BrokenLimit.Kind {
    switch fact {
    case .maximumSlack(let group): .hold(dish: dish(of: group))
    case .maximumLag(let lag):
      .distance(translation.lagOwners[lag].step, after: translation.lagOwners[lag].other)
    case .minimumLag(let lag):
      .order(translation.lagOwners[lag].step, after: translation.lagOwners[lag].other)
    case .deadline(let activity): .deadline(translation.steps[activity.index])
    case .release(let activity): .release(translation.steps[activity.index])
    case .unavailable(let resource, _):
      .absence(translation.problem.resources[resource.index].name)
    case .lead(let activity): .cold(translation.steps[activity.index])
    case .setups(let resource):
      .temperatures(translation.problem.resources[resource.index].name)
    case .switchPoints: .attendance
    case .activity, .decided, .capacity, .projectStart, .completion: .past
    }
  }

  /// The dish of a group: groups leave out dishes without steps, which no sound menu has.
  private func dish(of group: Int) -> Int {
    let first = translation.problem.groups[group].activities[0]
    return translation.steps[first.index].dish
  }
}
