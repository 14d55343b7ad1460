package import KitchenModel

/// What is cooking now: what runs with the time it has left, what comes next, and when dinner is.
package enum RunStatusCard {
  /// The card in at most `width` columns.
  ///
  /// - Parameters:
  ///   - state: The run as a live view shows it.
  ///   - clock: Tells the time of serving.
  ///   - elapsed: The present moment on the run's clock.
  ///   - width: The most columns a line takes.
  package static func text(
    of state: LiveState, clock: LocalClock, elapsed: Seconds, width: Int = 80
  ) -> StyledText {
    let words = LiveWords(state, clock: clock, elapsed: elapsed)
    var text = StyledText()
    text.append(wrapping: headline(of: state, elapsed), width: width, indent: "  ", .heading)
    text.append(
      wrapping: words.forecast, width: width, indent: "  ", words.isLate ? .alarming : .plain)
    if !state.acts.isEmpty { text.append("") }
    for due in state.acts {
      text.append(wrapping: "Now: \(sentence(due, words))", width: width, indent: "  ", .handsOn)
    }
    if !running(words).isEmpty {
      text.append("")
      text.lines += table(words).lines(width: width)
    }
    if let next = words.next.first {
      text.append("")
      let wait = next.at - elapsed
      let when = wait > .zero ? "in \(wait.spokenText)" : "as soon as it can"
      text.append(wrapping: "Next, \(when): \(next.text).", width: width, indent: "  ")
    }
    return text.fitted(to: width)
  }

  /// `Ana: Put Salmon into the oven, 200C: Bake, 12 min. 6 min over: done?`
  private static func sentence(_ due: LiveState.DueAct, _ words: LiveWords) -> String {
    let name =
      words.state.menu.kitchen.cooks.count > 1 ? words.cook(due.cook) + ": " : ""
    let over = words.elapsed - due.deadline
    let late =
      over >= .minutes(1) ? " \(over.wholeMinutes.spokenText) over: done?" : ""
    return name + words.text(of: due) + "." + late
  }

  /// What runs, except for what has run its time and is to be taken out.
  private static func running(_ words: LiveWords) -> [LiveState.Step] {
    words.running.filter { step in
      !words.state.acts.contains { $0.act == .takeOut(step.planned.reference) }
    }
  }

  private static func table(_ words: LiveWords) -> TextTable {
    let names = StepWords(words.state.menu)
    var table = TextTable([
      .init("now", shrinks: true), .init("step", shrinks: true), .init("who", shrinks: true),
      .init("left", alignment: .trailing),
    ])
    for step in running(words) {
      let style = step.planned.kind == .blocking ? TextStyle.handsOn : .waiting
      let left = words.left(of: step)
      table.append([
        .init(names.dish(step.planned.reference), style),
        .init(names.step(step.planned.reference), style),
        .init(step.cooks.map(words.cook).joined(separator: ", "), style),
        left > .zero
          ? .init(left.spokenText)
          : .init(
            left == .zero ? "any moment" : "over by \((.zero - left).spokenText)", .alarming),
      ])
    }
    return table
  }

  private static func headline(of state: LiveState, _ elapsed: Seconds) -> String {
    // What was left out is neither done nor to do.
    let steps = state.steps.filter { $0.status != .dropped }
    let done = steps.filter(\.status.isOver).count
    let status = state.status == .running ? "" : " (\(state.status.rawValue))"
    let name = "Run \(state.run): \(TerminalText.sanitized(state.menu.title))\(status)"
    if elapsed < .zero { return "\(name), not begun yet." }
    return "\(name),"
      + " \(elapsed.spokenText) of \(state.serving.spokenText),"
      + " \(done) of \(steps.count) steps done."
  }
}
