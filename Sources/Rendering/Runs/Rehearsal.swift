package import JSON
package import KitchenModel

/// What came of simulating a meal many times.
package struct Rehearsal: Sendable, Hashable {
  /// What was cooked.
  package var meal: String
  /// The plan's makespan.
  package var planned: Seconds
  /// How often it was cooked under each policy.
  package var runs: Int
  /// One line for each policy.
  package var policies: [Line]

  /// Creates a rehearsal.
  package init(meal: String, planned: Seconds, runs: Int, policies: [Line]) {
    self.meal = meal
    self.planned = planned
    self.runs = runs
    self.policies = policies
  }

  /// How one run went.
  package struct Result: Sendable, Hashable {
    /// When everything was ready.
    package var serving: Seconds
    /// How long hot dishes waited.
    package var hold: Seconds
    /// Twice the hold, and how much longer what steps made stood than it keeps.
    package var staleness: Seconds
    /// How often the plan was replaced.
    package var replans: Int

    /// Creates a result.
    package init(serving: Seconds, hold: Seconds, staleness: Seconds, replans: Int) {
      self.serving = serving
      self.hold = hold
      self.staleness = staleness
      self.replans = replans
    }
  }

  /// How the runs under one policy went.
  package struct Line: Sendable, Hashable {
    /// The policy.
    package var policy: Run.Policy
    /// Half of the runs served by then.
    package var servingMedian: Seconds
    /// Nine of ten runs served by then.
    package var servingNinetieth: Seconds
    /// How much later than planned dinner was on average; what was early counts as nothing.
    package var meanLateness: Seconds
    /// How long hot dishes waited on average, all together.
    package var meanHold: Seconds
    /// How stale food became on average, all together: twice the hold, and the standing.
    package var meanStaleness: Seconds
    /// How often the plan was replaced, on average, in tenths.
    package var replanTenths: Int

    /// Sums up runs.
    package init(policy: Run.Policy, _ results: [Result], planned: Seconds) {
      self.policy = policy
      let servings = WeightedSample(results.map(\.serving.count))
      func mean(_ values: [Int]) -> Int {
        values.isEmpty ? 0 : (values.reduce(0, +) + values.count / 2) / values.count
      }
      servingMedian = servings.length(0.5)
      servingNinetieth = servings.length(0.9)
      meanLateness = Seconds(mean(results.map { max(0, ($0.serving - planned).count) }))
      meanHold = Seconds(mean(results.map(\.hold.count)))
      meanStaleness = Seconds(mean(results.map(\.staleness.count)))
      replanTenths = mean(results.map { $0.replans * 10 })
    }
  }
}

extension Rehearsal {
  /// The table in at most `width` columns.
  package func text(width: Int = 80) -> StyledText {
    var text = StyledText()
    let times = runs == 1 ? "once" : "\(runs) times"
    text.append(
      wrapping:
        "\(TerminalText.sanitized(meal)), planned for \(planned.spokenText), simulated \(times).",
      width: width, indent: "  ", .heading)
    text.append("")
    var table = TextTable([
      .init("strategy"), .init("usual", alignment: .trailing),
      .init("9 in 10 within", alignment: .trailing),
      .init("late", alignment: .trailing), .init("food waits", alignment: .trailing),
      .init("re-plans", alignment: .trailing),
    ])
    for line in policies {
      table.append([
        .init(line.policy.rawValue), .init(line.servingMedian.spokenText),
        .init(line.servingNinetieth.spokenText), .init(line.meanLateness.spokenText),
        .init(line.meanStaleness.spokenText),
        .init(JSONValue.decimal(units: line.replanTenths, places: 1).compactText),
      ])
    }
    text.lines += table.lines(width: width)
    return text
  }
}

extension JSONValue {
  /// A rehearsal as `souschef.rehearsal/1`.
  package init(_ rehearsal: Rehearsal) {
    self = [
      "format": "souschef.rehearsal/1",
      "meal": .string(rehearsal.meal),
      "runs": .int(rehearsal.runs),
      "plannedSeconds": .seconds(rehearsal.planned),
      "policies": .array(
        rehearsal.policies.map { line in
          [
            "policy": .string(line.policy.rawValue),
            "servingP50Seconds": .seconds(line.servingMedian),
            "servingP90Seconds": .seconds(line.servingNinetieth),
            "meanLatenessSeconds": .seconds(line.meanLateness),
            "meanHoldSeconds": .seconds(line.meanHold),
            "meanStalenessSeconds": .seconds(line.meanStaleness),
            "meanReplans": .decimal(units: line.replanTenths, places: 1),
          ]
        }),
    ]
  }
}
