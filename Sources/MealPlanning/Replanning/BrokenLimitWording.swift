import KitchenModel
import Scheduling

/// Limits that can no longer be kept, in kitchen words.
struct BrokenLimitWording {
  private let translation: MenuTranslation
  private let words: StepNaming
  private let menu: Menu

  /// Prepares to word limits of `translation`.
  init(_ translation: MenuTranslation, _ request: PlanRequest) {
    self.translation = translation
    menu = request.menu
    words = StepNaming(request.menu)
  }

  /// A sentence for each limit, each once.
  func sentences(_ limits: [LimitRelaxation.BrokenLimit]) -> [String] {
    var sentences: [String] = []
    for limit in limits {
      let sentence = sentence(limit)
      if !sentences.contains(sentence) { sentences.append(sentence) }
    }
    return sentences
  }

  private func sentence(_ limit: LimitRelaxation.BrokenLimit) -> String {
    let excess = Seconds(limit.actual - limit.allowed).spokenText
    switch limit.fact {
    case .maximumSlack(let group):
      return
        "\(menu.dishes[dish(of: group)].label) waits \(Seconds(limit.actual).spokenText) to be "
        + "served, \(excess) longer than it should."
    case .maximumLag(let lag):
      let owner = translation.lagOwners[lag]
      return "\(words.name(owner.step)) starts \(excess) later after \(words.name(owner.other)) "
        + "than it should."
    case .minimumLag(let lag):
      let owner = translation.lagOwners[lag]
      return "\(words.name(owner.step)) does not wait for \(words.name(owner.other)) as it should."
    case .deadline(let activity):
      return "\(name(activity)) is over \(excess) later than it should be."
    case .release(let activity): return "\(name(activity)) starts sooner than it should."
    case .unavailable(let resource, _):
      return "\(translation.problem.resources[resource.index].name) is needed while away."
    case .lead(let activity): return "\(name(activity)) starts before its equipment is hot."
    case .setups(let resource):
      return "The \(translation.problem.resources[resource.index].name) has no time to change its "
        + "temperature."
    case .switchPoints: return "A waiting step starts while nobody is at hand."
    case .activity, .decided, .capacity, .projectStart, .completion:
      return "What has begun breaks a limit of the kitchen."
    }
  }

  /// The dish of a group: groups leave out dishes without steps, which no sound menu has.
  private func dish(of group: Int) -> Int {
    let first = translation.problem.groups[group].activities[0]
    return translation.steps[first.index].dish
  }

  private func name(_ activity: ActivityID) -> String {
    words.name(translation.steps[activity.index])
  }
}
