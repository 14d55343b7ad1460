package import KitchenModel

/// A run: what was planned beside what really happened.
package enum RunCard {
  /// The card in at most `width` columns; moments count from the run's start.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - notes: What was noted while it was cooked.
  ///   - edits: What was said of it afterwards.
  ///   - clock: What tells clock times.
  ///   - width: The most columns a line takes.
  package static func text(
    of run: Run, notes: [ShownRun.Note] = [], edits: [RunEdit] = [], clock: LocalClock,
    width: Int = 80
  ) -> StyledText {
    var text = StyledText()
    let title = "Run \(run.id): \(TerminalText.sanitized(run.meal)), \(run.status.rawValue)."
    text.append(wrapping: title, width: width, indent: "  ", .heading)
    text.append(wrapping: facts(of: run, clock), width: width, indent: "  ")
    if let figures = RunWords.figures(run) {
      text.append(wrapping: figures, width: width, indent: "  ")
    }
    text.append("")
    text.lines += table(of: run).lines(width: width)
    if !notes.isEmpty || !edits.isEmpty { text.append("") }
    for note in notes {
      let line =
        "Noted at \(MomentText.clock(note.elapsed.count)): \(TerminalText.sanitized(note.text))"
      text.append(wrapping: line, width: width, indent: "  ")
    }
    for edit in edits {
      let line = "\(clock.dateTimeText(edit.madeAt)): \(said(edit, of: run))"
      text.append(wrapping: line, width: width, indent: "  ")
    }
    return text.fitted(to: width)
  }

  private static func facts(of run: Run, _ clock: LocalClock) -> String {
    var facts = ["Started \(clock.dateTimeText(run.startedAt)) (\(RunWords.modeInWords(run)))"]
    facts.append("p" + RunWords.lengths(run).dropFirst())
    if run.replans > 0 {
      facts.append(run.replans == 1 ? "one new plan" : "\(run.replans) new plans")
    }
    return facts.joined(separator: ", ") + "."
  }

  /// How much work it was, and how long food waited and stood.
  static func sentence(of figures: RunFigures) -> String {
    var parts = ["Hands-on \(figures.handsOn.spokenText) of \(figures.elapsed.spokenText)"]
    let waits = [
      ("hot dishes waited", figures.hold, "to be served", figures.plannedHold),
      ("food stood", figures.standing, "too long between steps", figures.plannedStanding),
    ]
    for (what, length, place, planned) in waits where length > .zero || planned > .zero {
      let plan = planned == length ? "" : " (planned: \(planned.spokenText))"
      parts.append("\(what) \(length.spokenText) \(place)\(plan)")
    }
    if let step = figures.bottleneck {
      parts.append("serving waited longest for \(RunWords.name(step)) (\(step.length.spokenText))")
    }
    return parts.joined(separator: ", ") + "."
  }

  private static func said(_ edit: RunEdit, of run: Run) -> String {
    switch edit.kind {
    case .rated(let rating): return "rated \(rating) of 5."
    case .noted(let text): return TerminalText.sanitized(text)
    case .amended(let reference, let start, let end):
      let step = run.steps.first { $0.reference == reference }
      let name = step.map { TerminalText.sanitized("\($0.dish)/\($0.step)") } ?? "a step"
      return "\(name) amended to \(stretch(start, end))."
    }
  }

  private static func table(of run: Run) -> TextTable {
    var table = TextTable([
      .init("dish", shrinks: true), .init("step", shrinks: true),
      .init("who", shrinks: true, stays: false), .init("planned", alignment: .trailing),
      .init("actual", alignment: .trailing), .init("took", alignment: .trailing, stays: false),
      .init("end", alignment: .trailing), .init("ended by", stays: false),
    ])
    let order = run.steps.indices.sorted { a, b in
      (start(run.steps[a]), a) < (start(run.steps[b]), b)
    }
    for step in order.map({ run.steps[$0] }) {
      let style = step.kind == .blocking ? TextStyle.handsOn : .waiting
      table.append([
        .init(TerminalText.sanitized(step.dish), style),
        .init(TerminalText.sanitized(step.step), style),
        .init(step.cooks.map(TerminalText.sanitized).joined(separator: ", ")),
        .init(stretch(step.plannedStart, step.plannedEnd)),
        .init(actual(step)),
        .init(took(step)),
        end(step),
        .init(step.endedBy?.rawValue ?? step.status.rawValue, .quiet),
      ])
    }
    return table
  }

  private static func start(_ step: RunStep) -> Seconds { step.actualStart ?? step.plannedStart }

  private static func stretch(_ start: Seconds, _ end: Seconds) -> String {
    "\(MomentText.clock(start.count))–\(MomentText.clock(end.count))"
  }

  private static func actual(_ step: RunStep) -> String {
    guard let start = step.actualStart else {
      return step.status == .pending ? "" : step.status.rawValue
    }
    guard let end = step.actualEnd else { return "\(MomentText.clock(start.count))–" }
    return stretch(start, end)
  }

  /// How much longer or shorter than planned.
  private static func took(_ step: RunStep) -> String {
    guard step.status == .finished, let start = step.actualStart, let end = step.actualEnd else {
      return ""
    }
    let deviation = (end - start) - (step.plannedEnd - step.plannedStart)
    guard deviation != .zero else { return "as planned" }
    return deviation > .zero
      ? "\(deviation.spokenText) more" : "\((.zero - deviation).spokenText) less"
  }

  /// How much later or sooner it ended than planned.
  private static func end(_ step: RunStep) -> TextTable.Cell {
    guard step.status == .finished, let end = step.actualEnd else { return "" }
    let style = end > step.plannedEnd ? TextStyle.alarming : .plain
    return .init(RunWords.deviation(end, from: step.plannedEnd), style)
  }
}
