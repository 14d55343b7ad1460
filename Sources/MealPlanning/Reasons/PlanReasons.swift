import Foundation
import KitchenModel

/// What limits a plan, in kitchen words.
struct PlanReasons {
  private let plan: Plan
  private let words: StepNaming
  private let moments: MomentNaming
  private let frame: ClockFrame

  /// Prepares to explain a plan whose clock times are those of `timeZone`.
  init(_ plan: Plan, in timeZone: TimeZone = .gmt) {
    self.plan = plan
    words = StepNaming(plan.menu)
    moments = MomentNaming(plan, timeZone)
    frame = ClockFrame(of: plan, in: timeZone)
  }

  /// The sentences, the most telling first.
  var sentences: [String] {
    let load = KitchenLoad(plan)
    return [limit(load)].compactMap { $0 } + WaitReasons(plan, words, moments).sentences
      + load.sentences + idleTimes
  }

  /// What keeps serving time from being sooner.
  private func limit(_ load: KitchenLoad) -> String? {
    let end = limitEnd
    if let chain = limitingChain { return "\(chain); \(end)." }
    if let limit = clockLimit { return "\(limit); \(end)." }
    guard plan.makespan > .zero, let shared = load.mostShared else { return nil }
    return "Sharing \(shared) takes \(plan.makespan.exactText); \(end)."
  }

  /// What is known of serving sooner.
  private var limitEnd: String {
    if plan.makespan == plan.lowerBound { return "nothing can be served sooner" }
    guard plan.status == .optimal else { return "nothing shorter is known" }
    // Only an allowance to be later leads to a proved plan that is.
    return "served \((plan.makespan - plan.lowerBound).exactText) sooner, more would stand about"
  }

  /// The steps that follow one another without a gap from the plan's start to serving.
  private var limitingChain: String? {
    let chain = CriticalChain(plan)
    guard let links = chain.links else { return nil }
    var parts: [String] = []
    for (place, link) in links.enumerated() {
      switch link.cause {
      case .preheat(let equipment), .changeover(let equipment):
        let temperature = plan.menu[link.step.reference].ways[link.step.option].temperature
        let isCooling = plan.preheats.contains { preheat in
          preheat.equipment == equipment && preheat.end == link.step.start
            && preheat.temperature == temperature && plan.isCooling(preheat)
        }
        let act = isCooling ? "turning the \(equipment) down" : "heating the \(equipment)"
        parts.append(act + (temperature.map { " to \($0.text)" } ?? ""))
      case .follows(let gap) where gap > .zero: parts.append("\(gap.exactText) between")
      default: break
      }
      let next = links.indices.contains(place + 1) ? links[place + 1] : nil
      let isGrouped = next.map {
        $0.cause == .follows(after: .zero)
          && $0.step.reference.dish == link.step.reference.dish
      }
      // Steps of one dish that follow one another share its name.
      let step = link.step.reference
      parts.append(isGrouped == true ? words.title(step) : words.name(step))
    }
    let verb = parts.count == 1 ? "takes" : "take"
    let sentence = "\(parts.listed().firstUpper) \(verb) \(chain.length.exactText)"
    let shared = sharedThings(links)
    return shared.isEmpty ? sentence : "\(sentence), one after the other for \(shared.listed())"
  }

  /// What the links of a chain queue for, each once.
  private func sharedThings(_ links: [CriticalChain.Link]) -> [String] {
    var things: [String] = []
    for link in links {
      let thing: String? =
        switch link.cause {
        case .cook(let cook): CookNaming(plan.menu.kitchen).handsOf(cook)
        case .equipment(let name), .changeover(let name): "the \(name)"
        case .hands: "a free pair of hands"
        case .planStart, .preheat, .follows: nil
        }
      if let thing, !things.contains(thing) { things.append(thing) }
    }
    return things
  }

  /// A limit on the clock or an absence that holds the plan at one of its ends.
  private var clockLimit: String? { stepLimit ?? absence }

  /// The absence next to which a step lies that cannot move.
  private var absence: String? {
    let absences = AbsenceNaming(plan, moments)
    return plan.steps.lazy.filter(\.isCritical).compactMap { step in
      absences.sentence(about: step) { goes, comes in
        step.start == comes || step.kind == .blocking && step.end == goes
      }
    }.first
  }

  private var stepLimit: String? {
    for step in plan.steps.reversed() where step.isCritical {
      let dish = plan.menu.dishes[step.reference.dish].dish
      let limits = [plan.menu[step.reference].notBefore, dish.notBefore].compactMap { $0 }
      for limit in limits where moments.isAt(limit, step.start) {
        return "\(words.name(step.reference)) does not start before \(limit.text)"
      }
    }
    for step in plan.steps where step.isCritical {
      let dish = plan.menu.dishes[step.reference.dish].dish
      let limits = [plan.menu[step.reference].notAfter, dish.notAfter].compactMap { $0 }
      for limit in limits where moments.isAt(limit, step.end) {
        return "\(words.name(step.reference)) is over by \(limit.text)"
      }
    }
    return nil
  }

  /// When a cook is away, as the plan's clock has it.
  private func absences(of cook: Int) -> [KitchenLoad.Stretch] {
    guard let start = plan.startAt else { return [] }
    let key = Name.key(of: plan.menu.kitchen.cooks.names[cook])
    return plan.menu.kitchen.away.filter { Name.key(of: $0.cook) == key }
      .map(frame.instants)
      .map {
        KitchenLoad.Stretch(start: $0.from.seconds(since: start), end: $0.to.seconds(since: start))
      }
  }

  /// When nothing is to do, for each cook.
  private var idleTimes: [String] {
    let cooks = CookNaming(plan.menu.kitchen)
    return cooks.names.indices.prefix(4).compactMap { cook in
      let windows = KitchenLoad(plan).freeTimes(of: cook, outside: absences(of: cook)).filter {
        $0.end - $0.start >= .minutes(5)
      }
      guard !windows.isEmpty else { return nil }
      let longest = windows.sorted { ($1.end - $1.start, $0.start) < ($0.end - $0.start, $1.start) }
        .prefix(3).sorted { $0.start < $1.start }
      let texts = longest.enumerated().map { place, window in
        "\((window.end - window.start).exactText)\(place == 0 ? " free" : "") at "
          + moments.text(window.start)
      }
      let subject = cooks.isAlone ? "" : "\(cooks.names[cook]): "
      return "\(subject)\(texts.listed())."
    }
  }
}
