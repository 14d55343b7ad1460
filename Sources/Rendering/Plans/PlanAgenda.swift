import KitchenModel

/// What happens in a plan, in order: the entries that table, running order and fridge door share.
struct PlanAgenda: Sendable {
  /// Something that happens.
  enum Entry: Sendable {
    /// An appliance is switched on.
    case preheat(Preheat)
    /// A step starts.
    case step(PlannedStep)
    /// Nobody has anything to do, from one moment to another.
    case free(from: Seconds, until: Seconds)
    /// Dishes are served, by index in the menu.
    case serve(Seconds, dishes: [Int])
  }

  /// The entries by moment.
  let entries: [Entry]

  /// A free stretch shorter than this is not worth a line.
  static let shortestFreeTime = Seconds.minutes(15)

  /// Creates the agenda of a plan, for everybody or for one cook by index. A cook's agenda has
  /// what takes their hands and what only needs somebody to start it.
  init(_ plan: Plan, cook: Int? = nil) {
    let words = StepWords(plan.menu)
    let steps = plan.steps.filter { step in
      guard let cook else { return true }
      return step.kind == .waiting || step.cooks.contains(cook)
    }
    // Of what happens at one moment, preheats come first, serving last.
    var timed: [(at: Seconds, rank: Int, entry: Entry)] = []
    timed += plan.preheats.map { ($0.start, 0, .preheat($0)) }
    timed += steps.map { ($0.start, 1, .step($0)) }
    timed += Self.servings(of: plan).map { ($0.at, 2, .serve($0.at, dishes: $0.dishes)) }
    let order = timed.indices.sorted {
      (timed[$0].at, timed[$0].rank, $0) < (timed[$1].at, timed[$1].rank, $1)
    }
    var entries: [Entry] = []
    var busyUntil = Seconds.zero
    for index in order {
      let (at, _, entry) = timed[index]
      if let end = Self.endOfAttention(entry, words) {
        if at - busyUntil >= Self.shortestFreeTime {
          let place = entries.lastIndex { entry in
            entry.start <= busyUntil || Self.endOfAttention(entry, words) != nil
          }
          entries.insert(.free(from: busyUntil, until: at), at: place.map { $0 + 1 } ?? 0)
        }
        busyUntil = max(busyUntil, end)
      }
      entries.append(entry)
    }
    self.entries = entries
  }

  /// When the entry no longer needs anybody; nil where it never does.
  private static func endOfAttention(_ entry: Entry, _ words: StepWords) -> Seconds? {
    switch entry {
    case .preheat: nil  // Turning a knob ends no break.
    case .step(let step) where step.kind == .blocking: step.end
    case .step(let step): words.way(step).startsItself ? nil : step.start
    case .serve(let at, _): at
    case .free: nil
    }
  }

  /// When which dishes are served, by moment.
  private static func servings(of plan: Plan) -> [(at: Seconds, dishes: [Int])] {
    let moments = plan.menu.dishes.map { plan.makespan + $0.dish.serveOffset }
    return Set(moments).sorted().map { moment in
      (moment, moments.indices.filter { moments[$0] == moment })
    }
  }
}

extension PlanAgenda.Entry {
  /// When it happens.
  var start: Seconds {
    switch self {
    case .preheat(let preheat): preheat.start
    case .step(let step): step.start
    case .free(let from, _): from
    case .serve(let at, _): at
    }
  }

  /// Whether it is a stretch with nothing to do.
  var isFree: Bool {
    if case .free = self { true } else { false }
  }
}
