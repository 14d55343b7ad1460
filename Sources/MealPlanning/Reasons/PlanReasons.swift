import KitchenModel

/// What limits a plan, in kitchen words.
struct PlanReasons {
  private let plan: Plan

  /// Prepares to explain a plan.
  init(_ plan: Plan) { self.plan = plan }

  /// The sentences, the most telling first.
  var sentences: [String] {
    [limitingChain, busiestCook].compactMap { $0 }
  }

  /// The steps that follow one another without a gap up to serving time.
  private var limitingChain: String? {
    guard let chain = CriticalChain(plan).steps, let first = chain.first, let last = chain.last
    else { return nil }
    let length = (last.end - first.start).spokenText
    let verb = chain.count == 1 ? "takes" : "take"
    let names = Self.listed(chain.map(name))
    return plan.status == .optimal
      ? "\(names) \(verb) \(length); nothing can be served sooner."
      : "\(names) \(verb) \(length)."
  }

  /// The cook whose hands are busy longest.
  private var busiestCook: String? {
    let names = plan.menu.kitchen.cooks.names
    let busy = names.indices.map { cook in
      plan.steps.filter { $0.cooks.contains(cook) }.reduce(Seconds.zero) { $0 + $1.duration }
    }
    guard let most = busy.max(), most > .zero, let cook = busy.firstIndex(of: most),
      plan.makespan > .zero
    else { return nil }
    let subject =
      names.count == 1 && plan.menu.kitchen.cooks == .count(1)
      ? "The cook's hands are" : "\(Self.possessive(names[cook])) hands are"
    return "\(subject) busy \(most.spokenText) of \(plan.makespan.spokenText)."
  }

  private func name(_ step: PlannedStep) -> String {
    let title = plan.menu[step.reference].title
    let dish = plan.menu.dishes[step.reference.dish].label
    return title == dish ? title : "\(title) (\(dish))"
  }

  private static func possessive(_ name: String) -> String {
    name.hasSuffix("s") ? "\(name)'" : "\(name)'s"
  }

  /// `a`, `a and b`, `a, b and c`; the middle of a long chain is left out.
  private static func listed(_ names: [String]) -> String {
    var shown = names
    if shown.count > 6 { shown = shown.prefix(2) + ["…"] + shown.suffix(3) }
    guard shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " and " + shown[shown.count - 1]
  }
}
