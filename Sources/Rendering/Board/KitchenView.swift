package import KitchenModel

/// What a page in the kitchen shows of a run: sentences that are ready and instants to count to. It
/// stays true as time passes, so that a page needs a new one only when something happens.
package struct KitchenView: Sendable, Hashable {
  /// The run's number.
  package var run: Int
  /// What is cooked.
  package var meal: String
  /// Whether it runs.
  package var status: Run.Status
  /// Kitchen seconds in a thousand seconds of the wall.
  package var speedThousandths: Int
  /// `Serving 19:04, 4 min late.`
  package var forecast: String
  /// Whether dinner will be later than was agreed.
  package var isLate: Bool
  /// The latest line, beside what the sections show; nil for none.
  package var notice: String?
  /// What is to be done now, the oldest first; for a cook who has nothing, until when.
  package var now: [Entry]
  /// What is waited for, the least time left first.
  package var waiting: [Entry]
  /// What comes next.
  package var next: [Entry]
  /// What is over, the last first.
  package var done: [Entry]
  /// The steps that verbs can be about: those that run, then those to come.
  package var steps: [Choice]
  /// The cooks by name.
  package var cooks: [String]
  /// The dishes that something is left to do of.
  package var dishes: [Choice]

  /// A line of a section.
  package struct Entry: Sendable, Hashable {
    /// What it is about, the same for as long as it is that.
    package var key: String
    /// Whose it is, by index in the kitchen; nil for nobody's.
    package var cook: Int?
    /// What it says.
    package var text: String
    /// What it says besides: quantities, equipment.
    package var detail: String
    /// What a clock beside it counts to; nil for no clock.
    package var until: Instant?
    /// The time on the kitchen's clock that stands beside it; empty for none.
    package var clock: String
    /// How urgent it is.
    package var urgency: Urgency
    /// The act that Done answers, as ``ActKey`` writes it; nil for none.
    package var act: String?
  }

  /// How urgent a line is.
  package enum Urgency: String, Sendable, Hashable {
    /// It runs, and nobody is needed.
    case running
    /// A cook does it now.
    case due
    /// It is past its time.
    case over
    /// A cook has nothing to do.
    case free
    /// It is to come, or done.
    case plain
  }

  /// Something to choose.
  package struct Choice: Sendable, Hashable {
    /// What a verb takes.
    package var name: String
    /// What is shown.
    package var text: String

    /// Creates a choice.
    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }
}

extension KitchenView {
  /// What a page shows of a state at a moment.
  ///
  /// - Parameter elapsed: The present moment on the run's clock.
  package init(_ state: LiveState, clock: LocalClock, elapsed: Seconds) {
    let words = LiveWords(state, clock: clock, elapsed: elapsed)
    let entries = KitchenEntries(words)
    run = state.run
    meal = TerminalText.sanitized(state.menu.title)
    status = state.status
    speedThousandths = state.speedThousandths
    forecast = words.forecast
    isLate = words.isLate
    notice = state.notice.flatMap { notice in
      notice.isNews(at: elapsed) ? TerminalText.sanitized(notice.text) : nil
    }
    now = entries.now
    waiting = entries.waiting
    next = entries.next
    done = entries.done
    cooks = state.menu.kitchen.cooks.names.map(TerminalText.sanitized)
    let left = words.running + words.pending
    steps = left.map { step in
      let reference = step.planned.reference
      let dish = state.menu.dishes[reference.dish].label
      return Choice(name: "\(dish)/\(state.menu[reference].id)", text: words.name(step))
    }
    let dishes = Set(left.map(\.planned.reference.dish))
    self.dishes = dishes.sorted().map { dish in
      let label = state.menu.dishes[dish].label
      return Choice(name: label, text: TerminalText.sanitized(label))
    }
  }
}
