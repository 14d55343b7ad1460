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
  ///   - steps: How far each step has come, in listed order, after the event that is told.
  ///   - ending: Who ends steps: only a cook has to be told that time is up.
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
  /// - Parameter index: The step's number, for events of steps.
  package func line(for kind: RunEvent.Kind, _ index: Int?, at elapsed: Seconds) -> String? {
    switch kind {
    case .runStarted: return "Preparing \(menu.name)."
    case .runFinished: return "\(elapsed.spokenText) of prep time."
    case .runPaused: return "Paused."
    case .runResumed: return "Going on."
    case .runInterrupted: return "Interrupted after \(elapsed.spokenText)."
    case .runAborted: return "Aborted after \(elapsed.spokenText)."
    case .planReplaced, .runNoted: return nil
    case .stepStarted: return index.map { started(steps[$0]) }
    case .stepFinished: return index.map { finished(steps[$0]) }
    case .stepSkipped: return index.map { "\(title(steps[$0].reference)): skipped." }
    case .stepDropped: return index.map { "\(title(steps[$0].reference)): left out." }
    case .stepHanded: return index.map { handed(steps[$0]) }
    case .stepUndone: return index.map { takenBack(steps[$0]) }
    case .stepOverdue:
      guard case .cook = ending else { return nil }
      return index.map { timeIsUp(steps[$0]) }
    }
  }

  /// The line for a new plan.
  package func line(forPlan plan: Plan, _ cause: ReplanCause) -> String {
    let outcome =
      timeline?.clockText(at: plan.makespan).map { "Serving \($0)." }
      ?? "Ready after \(plan.makespan.spokenText)."
    guard let reason = reason(cause) else { return outcome }
    return "\(reason) \(outcome)"
  }

  private func started(_ step: StepProgress) -> String {
    let says = menu.dishes[step.reference.dish].dish.says.start
    let isFirst = !steps.contains { other in
      other.reference.dish == step.reference.dish && other.reference != step.reference
        && other.start.map { isEarlier($0, other, than: step) } ?? false
    }
    if let says, isFirst { return says }
    return "\(title(step.reference)): start, \(step.planned.duration.spokenText)."
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
    let names = menu.kitchen.cooks.names
    let cooks = step.cooks.map { names[$0] }.joined(separator: ", ")
    return "\(title(step.reference)): \(cooks) goes on with it."
  }

  private func takenBack(_ step: StepProgress) -> String {
    let state = step.status == .running ? "runs on" : "not started"
    return "\(title(step.reference)): taken back, \(state)."
  }

  private func timeIsUp(_ step: StepProgress) -> String {
    "\(title(step.reference)): \(step.planned.duration.spokenText) are up."
  }

  private func reason(_ cause: ReplanCause) -> String? {
    switch cause {
    case .moment, .resumed, .stuck: nil
    case .handed(let reference): "\(title(reference)): in other hands."
    case .added(let dishes):
      dishes.map { menu.dishes[$0].label }.joined(separator: ", ") + ": added."
    case .dropped(let dish): "\(menu.dishes[dish].label): left out."
    case .undone: "Taken back."
    case .endedOffPlan(let references): references.first.flatMap(deviation)
    case .overran(let references): references.first.map { "\(title($0)): taking longer." }
    case .startedEarly(let reference): "\(title(reference)): started early."
    case .skipped(let reference): "\(title(reference)): left out."
    case .retimed(let reference, let change):
      change < .zero
        ? "\(title(reference)): \((.zero - change).spokenText) less."
        : "\(title(reference)): \(change.spokenText) more."
    }
  }

  /// How far a step's end is off its planned one.
  private func deviation(_ reference: StepReference) -> String? {
    guard let step = steps.first(where: { $0.reference == reference }), let start = step.start,
      let end = step.end
    else { return nil }
    let late = end - start - step.planned.duration
    if late == .zero { return nil }
    let size = late < .zero ? .zero - late : late
    return "\(title(reference)): \(size.spokenText) \(late < .zero ? "less" : "more")."
  }

  /// `TITLE (DISH)`.
  private func title(_ reference: StepReference) -> String {
    "\(menu[reference].title) (\(menu.dishes[reference.dish].label))"
  }
}
