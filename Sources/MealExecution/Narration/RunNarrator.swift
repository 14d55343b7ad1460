package import KitchenModel

/// What is said of a run's events, one line each, as a person would say it.
///
/// A pure function of the menu and of how far its steps have come, the event included.
package struct RunNarrator: Sendable {
  private let menu: Menu
  private let steps: [StepProgress]
  private let ending: StepEnding
  private let timeline: RunTimeline?

  /// Creates a narrator of a moment of a run.
  ///
  /// - Parameters:
  ///   - menu: What is cooked.
  ///   - steps: How far each step has come, in listed order, after the event that is reported.
  ///   - ending: Who ends steps: only a cook has to hear that time is up.
  ///   - timeline: Tells clock times, where the run goes by the kitchen's clock.
  package init(
    menu: Menu, steps: [StepProgress], ending: StepEnding, timeline: RunTimeline? = nil
  ) {
    self.menu = menu
    self.steps = steps
    self.ending = ending
    self.timeline = timeline
  }

  /// The line for an event at `elapsed`; nil where nothing is said.
  ///
  /// - Parameter step: The step as it stands after the event, for events of steps.
  package func line(
    for kind: RunEvent.Kind, _ step: StepProgress?, at elapsed: Seconds
  ) -> String? {
    switch kind {
    case .runStarted: return "Preparing \(menu.name)."
    case .runFinished: return "\(elapsed.spokenText) of prep time."
    case .runPaused: return "Paused."
    case .runResumed: return "Resumed."
    case .runInterrupted: return ended("Interrupted", at: elapsed)
    case .runAborted: return ended("Aborted", at: elapsed)
    case .planReplaced, .runNoted, .cookSaid, .cookTookBack, .actDue, .actDone, .runServed:
      return nil
    case .stepStarted: return step.map(started)
    case .stepFinished: return step.map(finished)
    case .stepSkipped: return step.map { "\(title($0.reference)): skipped." }
    case .stepDropped: return step.map { "\(title($0.reference)): left out." }
    case .stepHanded: return step.map(handed)
    case .stepUndone: return step.map(takenBack)
    case .stepOverdue:
      guard case .cook = ending else { return nil }
      return step.map(timeIsUp)
    }
  }

  /// How a run ended early, and after how long, where there was anything of it.
  private func ended(_ how: String, at elapsed: Seconds) -> String {
    elapsed > .zero ? "\(how) after \(elapsed.spokenText)." : "\(how) before it began."
  }

  /// The line for an act that is due, in the imperative: `Heat the oven to 200C.` nil for a step in
  /// somebody's hands, whose start is said.
  func line(forDue due: DueAct) -> String? {
    if case .perform = due.act { return nil }
    let planned = due.act.step.flatMap { reference in
      steps.first { $0.reference == reference }?.planned
    }
    return cookPrefix(due.cook)
      + menu.imperative(due.act, planned, cooling: due.isCooling) + "."
  }

  /// The line for an act that was due before, for whoever takes the run up: `Go on with Peel (Salad): 3 min
  /// left.`, or as when it came due.
  func line(forStillDue due: DueAct, at elapsed: Seconds) -> String? {
    guard case .perform(let reference) = due.act,
      let step = steps.first(where: { $0.reference == reference }), let start = step.start
    else { return line(forDue: due) }
    let left = start + step.planned.duration - elapsed
    let rest = left > .zero ? "\(left.spokenText) left" : "time is up"
    return cookPrefix(due.cook) + "Go on with \(title(reference)): \(rest)."
  }

  /// `Ana: `; empty where there is one cook: one of several has to know that it is theirs.
  private func cookPrefix(_ cook: Int) -> String {
    let names = menu.kitchen.cooks.names
    return names.count > 1 && names.indices.contains(cook) ? "\(names[cook]): " : ""
  }

  /// The line for an act that is done; nil where its step or its course says it.
  func line(forDone due: DueAct) -> String? {
    guard case .heat = due.act else { return nil }
    return menu.imperative(due.act, cooling: due.isCooling) + ": done."
  }

  /// The line for a new plan: why, when dinner is served, and what to do at once.
  ///
  /// `Start Whisk (Sauce) now. Rice 4 min late: serving 19:04.`
  ///
  /// - Parameters:
  ///   - makespan: When dinner is served, as far as can be foretold.
  ///   - reason: Why, from ``reason(_:)``; nil for nothing to say.
  ///   - elapsed: The present moment.
  func line(forServing makespan: Seconds, _ reason: String?, at elapsed: Seconds) -> String {
    let clock = timeline?.servingText(at: makespan)
    let outcome = clock.map { "serving \($0)" } ?? "ready after \(makespan.spokenText)"
    let sentence = [reason, outcome].compactMap { $0 }.joined(separator: ": ")
    let advice = startingNow(at: elapsed).map { "Start \($0) now. " } ?? ""
    return advice + sentence.firstUpper + "."
  }

  /// What somebody has to start at once; nil for nothing.
  private func startingNow(at elapsed: Seconds) -> String? {
    let resolver = StepResolver(menu)
    func waits(_ step: StepProgress) -> Bool {
      menu[step.reference].after.contains { dependency in
        let other = resolver.target(of: dependency, from: step.reference)
        return dependency.from == .end && (dependency.minimum ?? .zero) >= .zero
          && steps.contains { $0.reference == other && !$0.isOver }
      }
    }
    let busy = Set(
      steps.filter { $0.status == .running && $0.planned.kind == .blocking }.flatMap(\.cooks))
    /// Whether the hands that it needs are in something else.
    func lacksHands(_ step: StepProgress) -> Bool {
      step.planned.kind == .blocking
        ? !busy.isDisjoint(with: step.planned.cooks)
        : busy.isSuperset(of: menu.kitchen.cooks.names.indices)
    }
    let titles = steps.filter { step in
      step.status == .pending && step.planned.start <= elapsed && !waits(step) && !lacksHands(step)
        && !menu[step.reference].ways[step.planned.option].startsItself
    }
    .map { title($0.reference) }
    return titles.isEmpty ? nil : titles.listed()
  }

  private func started(_ step: StepProgress) -> String {
    let says = menu.dishes[step.reference.dish].dish.says.start
    let isFirst = !steps.contains { other in
      other.reference.dish == step.reference.dish && other.reference != step.reference
        && other.start.map { isEarlier($0, other, than: step) } ?? false
    }
    if let says, isFirst { return says }
    return "\(title(step.reference)): start, \(step.planned.duration.exactText)."
  }

  /// Whether a step of the same dish started before another, or with it and is listed before it.
  private func isEarlier(_ start: Seconds, _ step: StepProgress, than other: StepProgress) -> Bool {
    guard let reference = other.start else { return true }
    return (start, step.reference) < (reference, other.reference)
  }

  private func finished(_ step: StepProgress) -> String {
    let says = menu.dishes[step.reference.dish].dish.says.finish
    let isLast = steps.allSatisfy { $0.reference.dish != step.reference.dish || $0.isOver }
    if let says, isLast { return says }
    return "\(title(step.reference)): done."
  }

  private func handed(_ step: StepProgress) -> String {
    // Who takes over comes first; the others stay.
    let cook = step.cooks.first.map { menu.kitchen.cooks.names[$0] } ?? "Nobody"
    return "\(title(step.reference)): \(cook) takes over."
  }

  private func takenBack(_ step: StepProgress) -> String {
    let state = step.status == .running ? "keeps running" : "not started"
    return "\(title(step.reference)): undone, \(state)."
  }

  private func timeIsUp(_ step: StepProgress) -> String {
    "\(title(step.reference)): time is up (\(step.planned.duration.exactText))."
  }

  /// Why there is a new plan, told from how the steps stood before it.
  func reason(_ cause: ReplanCause) -> String? {
    switch cause {
    case .moment, .resumed, .stuck, .undone: nil
    case .handed(let reference): "\(title(reference)) in other hands"
    case .added(let dishes): dishes.map { menu.dishes[$0].label }.joined(separator: ", ") + " added"
    case .dropped(let dish): "\(menu.dishes[dish].label) left out"
    case .endedOffPlan(let references): references.first.flatMap(deviation)
    case .overran(let references): references.first.map { "\(title($0)) is taking longer" }
    case .startedLate(let reference):
      steps.first { $0.reference == reference }.flatMap { step in
        step.start.map { "\(title(reference)) \(($0 - step.planned.start).latenessText)" }
      }
    case .heatedLate: "heated later than planned"
    case .unanswered(let act): unanswered(act)
    case .startedEarly(let reference): "\(title(reference)) started early"
    case .skipped(let reference): "\(title(reference)) left out"
    case .retimed(let reference, let change): "\(title(reference)) \(change.latenessText)"
    }
  }

  private func unanswered(_ act: Act) -> String {
    let planned = act.step.flatMap { reference in
      steps.first { $0.reference == reference }?.planned
    }
    return "not done yet: \(menu.imperative(act, planned))"
  }

  /// How far a step's end is off its planned one.
  private func deviation(_ reference: StepReference) -> String? {
    guard let step = steps.first(where: { $0.reference == reference }), let start = step.start,
      let end = step.end
    else { return nil }
    let late = end - start - step.planned.duration
    return late == .zero ? nil : "\(title(reference)) \(late.latenessText)"
  }

  /// `TITLE (DISH)`.
  private func title(_ reference: StepReference) -> String {
    "\(menu[reference].title) (\(menu.dishes[reference.dish].label))"
  }
}
