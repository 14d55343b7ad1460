import KitchenModel

/// A run told as a record: what was done and when, beside what was planned. The documents of a run
/// share it.
struct RunRecord {
  /// A line of the record.
  struct Entry {
    /// What became of it.
    var outcome: Outcome
    /// `18:05–18:20` as it happened; nil where it never began.
    var actual: String?
    /// `18:00–18:15` as planned; nil where nobody planned it so.
    var planned: String?
    /// What was to be done.
    var what: String
    /// Who did it; empty for nobody.
    var who: String
  }

  /// What became of something that was planned.
  enum Outcome: String {
    case done = "done"
    case skipped = "skipped"
    case dropped = "left out"
    case unfinished = "not finished"
    case open = "not done"
  }

  /// The title of a document.
  let title: String
  /// What is said of the run as a whole, a sentence each.
  let facts: [String]
  /// Its lines, in the order in which things began, or were to begin.
  let entries: [Entry]
  /// What was said of it afterwards.
  let remarks: [String]

  /// Tells a run.
  init(of shown: ShownRun, _ clock: LocalClock) {
    let run = shown.run
    let times = Times(run, clock)
    title = TerminalText.sanitized(run.meal)
    facts = Self.facts(of: run, times, clock)
    let words = StepWords(shown.menu)
    var timed: [(at: Seconds, entry: Entry)] = run.steps.map { step in
      (
        step.actualStart ?? step.plannedStart,
        Entry(
          outcome: Outcome(step), actual: step.actualStart.map { times.text($0, step.actualEnd) },
          planned: times.text(step.plannedStart, step.plannedEnd),
          what: words.dishAndStep(step.reference),
          who: step.cooks.map(TerminalText.sanitized).joined(separator: ", "))
      )
    }
    timed += shown.served.map { course, moment in
      let label = TerminalText.sanitized(shown.menu.label(ofCourse: course))
      return (
        moment,
        Entry(
          outcome: .done, actual: times.text(moment), planned: times.text(run.planned + course),
          what: "Serve \(label)", who: "")
      )
    }
    entries = timed.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map(\.element.entry)
    let notes = shown.notes.map { "\(times.text($0.elapsed)): \(TerminalText.sanitized($0.text))" }
    remarks =
      notes
      + shown.edits.compactMap { edit in
        switch edit.kind {
        case .rated(let rating): "Rated \(rating) of 5."
        case .noted(let text): TerminalText.sanitized(text)
        case .amended: nil
        }
      }
  }

  /// Moments of a run: on the clock where it went by the clock, else from its start.
  private struct Times {
    let run: Run
    let clock: LocalClock

    init(_ run: Run, _ clock: LocalClock) { (self.run, self.clock) = (run, clock) }

    func text(_ moment: Seconds) -> String {
      guard run.mode == .live else { return MomentText.clock(moment.count) }
      return clock.timeText((run.startedAt + moment).wholeMinute)
    }

    func text(_ start: Seconds, _ end: Seconds?) -> String {
      "\(text(start))–\(end.map { text($0) } ?? "")"
    }
  }

  private static func facts(of run: Run, _ times: Times, _ clock: LocalClock) -> [String] {
    let isBegun = run.steps.contains { $0.actualStart != nil }
    var facts = [
      "Run \(run.id), \(run.status.rawValue): \(isBegun ? "cooked" : "was to begin") "
        + "\(clock.dateTimeText(run.startedAt)) "
        + "(\(RunWords.modeInWords(run)))."
    ]
    if let actual = run.actual, run.status == .finished {
      facts.append(
        "\(RunWords.lengths(run)): ready \(times.text(actual)), expected \(times.text(run.planned))."
      )
    }
    return facts + (RunWords.figures(run).map { [$0] } ?? [])
  }
}

extension RunRecord.Outcome {
  fileprivate init(_ step: RunStep) {
    self =
      switch step.status {
      case .finished: .done
      case .skipped: .skipped
      case .dropped: step.actualStart == nil ? .dropped : .unfinished
      case .running: .unfinished
      case .pending: .open
      }
  }
}
