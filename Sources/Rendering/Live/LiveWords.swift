import KitchenModel

/// What a live view says of a run at one moment.
struct LiveWords: Sendable {
  let state: LiveState
  let elapsed: Seconds
  private let clock: LocalClock
  private let words: StepWords

  init(_ state: LiveState, clock: LocalClock, elapsed: Seconds) {
    self.state = state
    self.clock = clock
    self.elapsed = elapsed
    words = StepWords(state.menu)
  }

  /// The running steps, those with the least time left first.
  var running: [LiveState.Step] { state.running }

  /// The pending steps, those to start first first.
  var pending: [LiveState.Step] {
    state.steps.filter { $0.status == .pending }.enumerated().sorted {
      ($0.element.planned.start, $0.offset) < ($1.element.planned.start, $1.offset)
    }.map(\.element)
  }

  /// What is over and was started, or was skipped; the last first.
  var done: [LiveState.Step] {
    state.steps.filter { $0.end != nil || $0.status == .skipped }.enumerated().sorted {
      ($1.element.end ?? .zero, $1.offset) < ($0.element.end ?? .zero, $0.offset)
    }.map(\.element)
  }

  /// How much time a running step has left; negative past its estimate.
  func left(of step: LiveState.Step) -> Seconds { (step.expectedEnd ?? elapsed) - elapsed }

  /// Whether the forecast is later than the plan by as much as is said.
  var isLate: Bool { state.serving - state.planned >= .minutes(1) }

  /// `Serving 19:04, 4 min late.`
  var forecast: String {
    switch state.status {
    case .finished: return "Everything is served."
    case .aborted, .interrupted: return "The run is \(state.status.rawValue)."
    case .running, .paused: break
    }
    let begins =
      elapsed < .zero
      ? "Begins at \(clockText(at: .zero)), \(clock.dayText(state.instant(at: .zero))). " : ""
    let words = drift == .zero ? "as planned" : drift.latenessText
    return "\(begins)Serving \(clockText(at: state.serving)), \(words)."
  }

  /// How much later than planned dinner is.
  private var drift: Seconds {
    (state.startedAt + state.serving).delay(behind: state.startedAt + state.planned)
  }

  /// What the kitchen's clock shows at a moment of the run, to the minute; dinner that is as planned is
  /// served when the plan says.
  func clockText(at moment: Seconds) -> String {
    let moment = moment == state.serving && drift == .zero ? state.planned : moment
    return clock.timeText(state.instant(at: moment).wholeMinute)
  }

  /// `Bake (Gratin)`.
  func name(_ step: LiveState.Step) -> String {
    words.dishAndStep(step.planned.reference)
  }

  /// `oven 2, 180C`.
  func equipment(_ step: LiveState.Step) -> String { words.equipment(step.planned) }

  /// The ingredients that a step names; empty where it names none.
  func quantities(_ step: LiveState.Step) -> String {
    StepIngredients(
      of: state.menu[step.planned.reference],
      in: state.menu.dishes[
        step.planned.reference.dish
      ].dish
    )
    .lines.map(TerminalText.sanitized).joined(separator: ", ")
  }

  /// An act in the imperative, safe for a terminal.
  func text(of due: LiveState.DueAct) -> String { TerminalText.sanitized(due.text) }

  /// What comes next, in order, none of it in the past: acts where they are known, else steps.
  var next: [(at: Seconds, text: String, cook: Int?)] {
    coming.map { (max($0.at, elapsed), $0.text, $0.cook) }
  }

  private var coming: [(at: Seconds, text: String, cook: Int?)] {
    guard state.coming.isEmpty else {
      return state.coming.map { coming in
        var text = TerminalText.sanitized(coming.text)
        if case .perform(let step) = coming.act { text = words.dishAndStep(step) }
        return (coming.at, text, coming.cook)
      }
    }
    return pending.map { ($0.planned.start, name($0), $0.planned.cooks.first) }
  }

  /// What a cook has to do who has nothing to do now: `free until 18:05 (Heat the oven to 200C)`.
  func freedom(of cook: Int) -> String {
    let mine = next.filter { $0.cook == nil || $0.cook == cook }
    guard let next = mine.first else {
      return running.isEmpty ? "nothing more to do" : "nothing more to do, just wait"
    }
    guard next.at > elapsed else { return "free" }
    return "free until \(clockText(at: next.at))\(Aside.text(next.text))"
  }

  /// `6 min over: done? Enter.`
  static func over(_ over: Seconds) -> String {
    let rounded = over >= .minutes(1) ? over.wholeMinutes : over
    return "\(rounded.spokenText) over: done? Enter."
  }

  /// A cook's name.
  func cook(_ index: Int) -> String { words.cook(index) }

  /// Who will do a pending step: `Ana`; empty for nobody.
  func cooks(_ step: LiveState.Step) -> String {
    step.planned.cooks.map(words.cook).joined(separator: ", ")
  }
}
