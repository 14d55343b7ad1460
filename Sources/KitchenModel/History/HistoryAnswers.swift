/// Which runs an answer is about, by their clocks.
package enum RunClocks: Sendable, Hashable {
  /// What was really cooked: live runs.
  case real
  /// Runs on a clock of their own: simulated and scaled ones.
  case simulated
  /// All of them.
  case any
}

/// How often a dish was cooked, and when last.
package struct DishHistory: Sendable, Hashable {
  /// Its name, as it was last cooked or is stored.
  package var dish: String
  /// How many runs had it.
  package var runs: Int
  /// When the last of them began; nil where it was never cooked.
  package var lastAt: Instant?

  /// Creates an answer.
  package init(dish: String, runs: Int, lastAt: Instant?) {
    self.dish = dish
    self.runs = runs
    self.lastAt = lastAt
  }
}

/// How long a step takes, over the runs that finished it.
package struct StepStatistics: Sendable, Hashable {
  /// The dish.
  package var dish: String
  /// The step's identifier.
  package var step: String
  /// Whether the times are of simulated or scaled runs.
  package var isSimulated: Bool
  /// How often it was finished.
  package var times: Int
  /// A tenth of the times were no longer.
  package var p10: Seconds
  /// Half of the times were no longer.
  package var median: Seconds
  /// Nine tenths of the times were no longer.
  package var p90: Seconds
  /// How much longer than planned it took on average, in seconds.
  package var meanDeviation: Double
  /// How long it took the last times, oldest first.
  package var recent: [Seconds]

  /// Creates an answer.
  package init(
    dish: String, step: String, isSimulated: Bool, times: Int, p10: Seconds, median: Seconds,
    p90: Seconds, meanDeviation: Double, recent: [Seconds] = []
  ) {
    self.dish = dish
    self.step = step
    self.isSimulated = isSimulated
    self.times = times
    self.p10 = p10
    self.median = median
    self.p90 = p90
    self.meanDeviation = meanDeviation
    self.recent = recent
  }
}

/// How late a meal was served, over its finished runs.
package struct MealHistory: Sendable, Hashable {
  /// What was cooked.
  package var meal: String
  /// How many finished runs it had.
  package var runs: Int
  /// When the last of them began.
  package var lastAt: Instant
  /// How late half of them were at most; negative where they were early.
  package var medianLate: Seconds
  /// How late nine tenths of them were at most.
  package var p90Late: Seconds

  /// Creates an answer.
  package init(
    meal: String, runs: Int, lastAt: Instant, medianLate: Seconds, p90Late: Seconds
  ) {
    self.meal = meal
    self.runs = runs
    self.lastAt = lastAt
    self.medianLate = medianLate
    self.p90Late = p90Late
  }
}

/// A finished step that may teach how long it takes.
package struct StepSample: Sendable, Hashable {
  /// The run it was finished in.
  package var run: Int
  /// The step's identifier.
  package var step: String
  /// Who did it, by name.
  package var cooks: [String]
  /// How long it took.
  package var length: Seconds

  /// Creates a sample.
  package init(run: Int, step: String, cooks: [String], length: Seconds) {
    self.run = run
    self.step = step
    self.cooks = cooks
    self.length = length
  }
}

/// What an import of history did.
package struct HistoryImportReport: Sendable, Hashable {
  /// Runs that are new here.
  package var added = 0
  /// Runs that were here already.
  package var unchanged = 0

  /// Creates the report of nothing done.
  package init() {}
}

extension [MealHistory] {
  /// Those that are served latest first, then by name.
  package var byLateness: [MealHistory] {
    sorted { a, b in (b.medianLate, a.meal) < (a.medianLate, b.meal) }
  }
}
