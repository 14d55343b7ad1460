package import KitchenModel
import KitchenStore
import MealExecution
import Rendering

/// Tells a run under way something, from any terminal, and waits for the answer.
package struct TellRun {
  private let message: Message

  /// What is said, with steps, cooks and dishes as the cook names them.
  package enum Message: Sendable {
    /// The step is done; nil: the one that is meant is plain. `at` backdates it.
    case done(String?, at: ClockTime?)
    /// This act of this run is done: what a screen showed when it was pressed. It is refused where
    /// somebody else has answered it meanwhile.
    case answer(Act, ofRun: Int)
    /// Start the step ahead of the plan.
    case start(String?)
    /// The step takes this much longer.
    case extend(String?, by: Seconds)
    /// The step takes this much less.
    case shorten(String?, by: Seconds)
    /// Leave the step out.
    case skip(String?)
    /// Start nothing for now.
    case pause
    /// Go on.
    case resume
    /// This cook does the step.
    case hand(String, to: String)
    /// Cook these dishes as well.
    case add([String])
    /// Leave out the rest of a dish.
    case drop(String)
    /// Write this into the log.
    case note(String)
    /// Undo the last command.
    case undo
  }

  /// Creates the request.
  package init(_ message: Message) { self.message = message }

  /// Passes it on to the process that runs it, and waits until that has followed or refused it.
  ///
  /// - Returns: What was done, in a sentence.
  /// - Throws: ``Diagnostic``, also where nothing is cooking or the run refuses.
  package func perform(in workspace: Workspace) throws -> Outcome<String> {
    let store = try workspace.storeOfExisting()
    try workspace.settleAbandoned(in: store)
    guard let open = try store.runs.open().first else {
      throw try workspace.strandedRun ?? workspace.nothingCooks
    }
    let plan = try store.runs.currentPlan(of: open.run.id)
    let lookup = RunLookup(run: open.run, menu: plan.menu)
    let (verb, sentence) = try said(
      lookup, store, workspace, due: try store.runs.dueActs(of: open.run.id))
    let said = try RunCommandClient(store: store, workspace: workspace)
      .send(verb, to: open.run.id)
    return Outcome(said ?? sentence)
  }

  private func said(
    _ lookup: RunLookup, _ store: KitchenStore, _ workspace: Workspace, due: [Act]
  ) throws -> (RunVerb, String) {
    let menu = lookup.menu
    func title(_ step: StepReference?) -> String { step.map { ": \(menu.stepTitle($0))" } ?? "" }
    func length(_ step: StepReference?) -> String {
      step.map { " for \(menu.stepTitle($0))" } ?? ""
    }
    switch message {
    case .done(let text, let time):
      let done = try lookup.done(text, due: due)
      let step: StepReference? = if case .step(let step) = done { step } else { nil }
      let moment = try time.map { try lookup.elapsed(at: $0, of: step, workspace) }
      if case .act(let act) = done { return (.answer(act, at: moment), "Done\(title(act.step)).") }
      return (.done(step, at: moment), "Done\(title(step)).")
    case .answer(let act, let run):
      guard run == lookup.run.id, due.contains(act) else {
        throw Diagnostic(
          .couldNotBeDone, "That is already done.", hints: ["See what is to be done now."])
      }
      return (.answer(act), "Done\(title(act.step)).")
    case .start(let text):
      let step = try lookup.step(text, preferring: .pending)
      return (.start(step), "Started\(title(step)).")
    case .extend(let text, let more):
      let step = try lookup.step(text, preferring: .running)
      return (.extend(step, by: more), "\(more.exactText) more\(length(step)).")
    case .shorten(let text, let less):
      let step = try lookup.step(text, preferring: .running)
      return (.shorten(step, by: less), "\(less.exactText) less\(length(step)).")
    case .skip(let text):
      let step = try lookup.step(text, preferring: .running)
      return (.skip(step), "Skipped\(title(step)).")
    case .pause: return (.pause, OutcomeWording.paused)
    case .resume: return (.resume, OutcomeWording.resumed)
    case .hand(let text, let name):
      let step = try lookup.step(text, preferring: .running)
      let (cook, who) = try lookup.cook(name)
      return (.hand(step, to: cook), "\(who) does it\(title(step)).")
    case .add(let names):
      let dishes = try lookup.newDishes(names, store)
      return (.add(dishes), "Added \(dishes.map(\.name.text).joined(separator: ", ")).")
    case .drop(let name):
      let (dish, label) = try lookup.dish(name)
      return (.drop(dish: dish), "Left out: \(label).")
    case .note(let text): return (.note(text), "Noted.")
    case .undo: return (.undo, "Taken back.")
    }
  }
}

/// Ends a run and keeps its record.
package struct AbortRun {
  /// Creates the request.
  package init() {}

  /// Aborts the run under way or, where none is, the newest where that was interrupted.
  ///
  /// - Throws: ``Diagnostic``, also where there is none.
  package func perform(in workspace: Workspace) throws -> Outcome<Run> {
    let store = try workspace.storeOfExisting()
    try workspace.settleAbandoned(in: store)
    if let run = try store.runs.open().first?.run {
      try RunCommandClient(store: store, workspace: workspace).send(.abort, to: run.id)
      return Outcome(run)
    }
    // What was interrupted before the newest run is nobody's last word.
    guard let run = try store.runs.list(RunFilter(modes: [.live, .scaled], limit: 1)).first,
      run.status == .interrupted
    else { throw workspace.strandedRun ?? Diagnostic(.nothingCooks) }
    // Somebody may be taking it up at this moment.
    let lock = try workspace.newLock()
    defer { withExtendedLifetime(lock) {} }
    try store.runs.hold(run.id, workspace.lease(lock), isAlive: workspace.isAlive)
    let last = try store.runs.events(of: run.id).last
    try store.runs.append(
      [RunEvent(at: workspace.now, elapsed: last?.elapsed ?? .zero, .runAborted)], to: run.id)
    return Outcome(run)
  }
}
