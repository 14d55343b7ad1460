package import KitchenModel

/// Where a run stands, as a live view shows it: a value that stays true until something happens, so
/// that the passing of time alone needs no new one.
package struct LiveState: Sendable, Hashable {
  /// The run's number.
  package var run: Int
  /// What is cooked.
  package var menu: Menu
  /// Whether it runs.
  package var status: Run.Status
  /// When it began.
  package var startedAt: Instant
  /// How many of the run's seconds pass in a thousand seconds.
  package var speedThousandths: Int
  /// Every step in listed order.
  package var steps: [Step]
  /// When everything will be ready, from the run's start.
  package var serving: Seconds
  /// When everything was to be ready by the plan that was agreed on; negative where that was before
  /// the run's start.
  package var planned: Seconds
  /// The acts that are due, the oldest first.
  package var acts: [DueAct]
  /// The acts to come, the next first; empty where nothing is known of them.
  package var coming: [ComingAct]
  /// The latest line, beside what the sections show.
  package var notice: Notice?

  /// Creates a state.
  package init(
    run: Int, menu: Menu, status: Run.Status, startedAt: Instant, speedThousandths: Int = 1000,
    steps: [Step], serving: Seconds, planned: Seconds, acts: [DueAct] = [],
    coming: [ComingAct] = [], notice: Notice? = nil
  ) {
    self.run = run
    self.menu = menu
    self.status = status
    self.startedAt = startedAt
    self.speedThousandths = speedThousandths
    self.steps = steps
    self.serving = serving
    self.planned = planned
    self.acts = acts
    self.coming = coming
    self.notice = notice
  }

  /// An act that a cook has not answered.
  package struct DueAct: Sendable, Hashable {
    /// What is to be done.
    package var act: Act
    /// In the imperative, without a full stop.
    package var text: String
    /// When it came due, from the run's start.
    package var since: Seconds
    /// From when on it is late.
    package var deadline: Seconds
    /// Whom it falls to, by index in the kitchen.
    package var cook: Int

    /// Creates an act.
    package init(_ act: Act, text: String, since: Seconds, deadline: Seconds, cook: Int) {
      self.act = act
      self.text = text
      self.since = since
      self.deadline = deadline
      self.cook = cook
    }
  }

  /// An act to come.
  package struct ComingAct: Sendable, Hashable {
    /// What is to be done.
    package var act: Act
    /// In the imperative, without a full stop.
    package var text: String
    /// When, from the run's start.
    package var at: Seconds
    /// Who does it, by index in the kitchen; nil where nobody can say yet.
    package var cook: Int?

    /// Creates an act.
    package init(_ act: Act, text: String, at: Seconds, cook: Int?) {
      self.act = act
      self.text = text
      self.at = at
      self.cook = cook
    }
  }

  /// Something said, which is news for a while.
  package struct Notice: Sendable, Hashable {
    /// What was said, a line each.
    package var text: String
    /// When, from the run's start.
    package var since: Seconds
    /// The moment of which it speaks: from then on it is none; nil for none.
    package var until: Seconds?

    /// Creates a notice.
    package init(_ text: String, since: Seconds, until: Seconds? = nil) {
      self.text = text
      self.since = since
      self.until = until
    }

    /// How long it is news at most.
    private static let life = Seconds.minutes(5)

    /// Whether it is news at a moment.
    func isNews(at elapsed: Seconds) -> Bool {
      elapsed <= since + Self.life && until.map { elapsed < $0 } ?? true
    }
  }

  /// A step and how far it has come.
  package struct Step: Sendable, Hashable {
    /// Its place in the forecast.
    package var planned: PlannedStep
    /// How far it has come.
    package var status: RunStep.Status
    /// Its true start; nil while it has not started.
    package var start: Seconds?
    /// When it is to end by its estimate, which may be past; nil while it has not started.
    package var expectedEnd: Seconds?
    /// Its true end; nil while it has not ended.
    package var end: Seconds?
    /// Who does it, by index.
    package var cooks: [Int]

    /// Creates a step.
    package init(
      planned: PlannedStep, status: RunStep.Status, start: Seconds? = nil,
      expectedEnd: Seconds? = nil, end: Seconds? = nil, cooks: [Int] = []
    ) {
      self.planned = planned
      self.status = status
      self.start = start
      self.expectedEnd = expectedEnd
      self.end = end
      self.cooks = cooks
    }
  }

  /// When a moment of the run comes on the clock.
  package func instant(at elapsed: Seconds) -> Instant {
    Instant(
      milliseconds: startedAt.milliseconds + elapsed.count * 1_000_000 / max(1, speedThousandths))
  }

  /// How long the run has lasted at an instant; negative where it is still to begin.
  package func elapsed(at instant: Instant) -> Seconds {
    let past = instant.milliseconds - startedAt.milliseconds
    return Seconds((past * speedThousandths).floorDivided(by: 1_000_000).quotient)
  }
}
