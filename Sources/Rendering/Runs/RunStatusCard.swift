package import KitchenModel

/// What is cooking now: what runs with the time it has left, and what comes next.
package enum RunStatusCard {
  /// The card in at most `width` columns.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - menu: What is cooked, for its steps' titles.
  ///   - elapsed: The present moment on the run's clock.
  ///   - width: The most columns a line takes.
  package static func text(
    of run: Run, menu: Menu, elapsed: Seconds, width: Int = 80
  ) -> StyledText {
    let words = StepWords(menu)
    var text = StyledText()
    text.append(wrapping: headline(of: run, elapsed), width: width, indent: "  ", .heading)
    let running = run.steps.filter { $0.status == .running }.map { step in
      (step: step, left: expectedEnd(step) - elapsed)
    }.enumerated().sorted { ($0.element.left, $0.offset) < ($1.element.left, $1.offset) }
    if !running.isEmpty {
      text.append("")
      var table = TextTable([
        .init("now", shrinks: true), .init("step", shrinks: true), .init("who", shrinks: true),
        .init("left", alignment: .trailing),
      ])
      for (step, left) in running.map(\.element) {
        let style = step.kind == .blocking ? TextStyle.handsOn : .waiting
        table.append([
          .init(words.dish(step.reference), style), .init(words.step(step.reference), style),
          .init(step.cooks.map(TerminalText.sanitized).joined(separator: ", "), style),
          left > .zero
            ? .init(left.spokenText)
            : .init(left == .zero ? "any moment" : "over by \(over(left))", .alarming),
        ])
      }
      text.lines += table.lines(width: width)
    }
    if let next = next(of: run) {
      text.append("")
      let name = words.dishAndStep(next.reference)
      let wait = next.plannedStart - elapsed
      let when = wait > .zero ? "in \(wait.spokenText)" : "as soon as it can"
      text.append(wrapping: "Next: \(name), \(when).", width: width, indent: "  ")
    }
    return text.fitted(to: width)
  }

  private static func headline(of run: Run, _ elapsed: Seconds) -> String {
    let done = run.steps.filter { [.finished, .skipped, .dropped].contains($0.status) }.count
    let state = run.status == .running ? "" : " (\(run.status.rawValue))"
    return "Run \(run.id): \(TerminalText.sanitized(run.meal))\(state),"
      + " \(elapsed.spokenText) of \(run.planned.spokenText),"
      + " \(done) of \(run.steps.count) steps done."
  }

  private static func expectedEnd(_ step: RunStep) -> Seconds {
    (step.actualStart ?? step.plannedStart) + step.plannedEnd - step.plannedStart
  }

  private static func over(_ left: Seconds) -> String { (.zero - left).spokenText }

  private static func next(of run: Run) -> RunStep? {
    let pending = run.steps.indices.filter { run.steps[$0].status == .pending }
    return pending.min { a, b in
      (run.steps[a].plannedStart, a) < (run.steps[b].plannedStart, b)
    }.map { run.steps[$0] }
  }
}
