package import JSON
package import KitchenModel

/// How likely a meal is to be served when its plan says.
package struct ServingRisk: Sendable, Hashable {
  /// From the plan's start to serving time, as planned.
  package var planned: Seconds
  /// Serving time on the clock, where the plan has one.
  package var serveAt: Instant?
  /// How often the meal was simulated.
  package var runs: Int
  /// What the durations were drawn from.
  package var seed: Int
  /// How many of the runs were served by the planned time.
  package var inTime: Int
  /// Half of the runs were served by then.
  package var median: Seconds
  /// Nine of ten runs were served by then.
  package var ninetieth: Seconds
  /// Nineteen of twenty runs were served by then.
  package var ninetyFifth: Seconds
  /// The steps that serving time hangs on, the most decisive first.
  package var deciding: [Decider]
  /// What is known of the steps.
  package var basis: Basis

  /// A step that serving time hangs on.
  package struct Decider: Sendable, Hashable {
    /// The dish's identity in the meal.
    package var dish: String
    /// The step's identifier.
    package var step: String
    /// Its part of what serving time varies by, in thousandths.
    package var shareThousandths: Int
  }

  /// By what the durations of how many steps were drawn.
  package struct Basis: Sendable, Hashable {
    /// By how long they took before.
    package var history = 0
    /// By the range of their estimate.
    package var ranges = 0
    /// Not at all: taken as exact.
    package var exact = 0

    /// Creates the basis of a plan without steps.
    package init() {}
  }

  /// How much sooner to start for nineteen of twenty runs to be in time, in whole minutes; zero
  /// where they are.
  package var earlier: Seconds {
    max(.zero, ninetyFifth - planned).wholeMinutesUp
  }

  /// Sums up runs, of which there is at least one.
  package init(
    of plan: Plan, seed: Int, basis: Basis,
    results: [(durations: [StepReference: Seconds], serving: Seconds)]
  ) {
    let servings = WeightedSample(results.map(\.serving.count))
    planned = plan.makespan
    serveAt = plan.serveAt
    runs = results.count
    self.seed = seed
    inTime = results.count { $0.serving <= plan.makespan }
    median = servings.length(0.5)
    ninetieth = servings.length(0.9)
    ninetyFifth = servings.length(0.95)
    self.basis = basis
    deciding = Self.deciders(of: plan, results)
  }

  /// Splits what serving time varies by among the steps: a step's part is how much its duration and
  /// serving time vary together.
  private static func deciders(
    of plan: Plan, _ results: [(durations: [StepReference: Seconds], serving: Seconds)]
  ) -> [Decider] {
    let servings = results.map { Double($0.serving.count) }
    let spread = covariance(servings, servings)
    guard spread > 0 else { return [] }
    let parts = plan.steps.map(\.reference).sorted().map { step in
      let lengths = results.map { Double(($0.durations[step] ?? .zero).count) }
      return (step: step, part: covariance(lengths, servings) / spread)
    }
    return parts.filter { $0.part >= leastPart }.sorted { a, b in
      (-a.part, a.step) < (-b.part, b.step)
    }.prefix(5).map { step, part in
      Decider(
        dish: plan.menu.dishes[step.dish].label, step: plan.menu[step].id,
        shareThousandths: Int((min(1, part) * 1000).rounded()))
    }
  }

  /// What decides less is not worth a word.
  private static let leastPart = 0.05

  private static func covariance(_ a: [Double], _ b: [Double]) -> Double {
    let (meanA, meanB) = (a.reduce(0, +) / Double(a.count), b.reduce(0, +) / Double(b.count))
    return zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) } / Double(a.count)
  }
}

extension ServingRisk {
  /// What a cook hears, in at most `width` columns.
  package func text(clock: LocalClock, width: Int = 80) -> StyledText {
    var text = StyledText()
    func say(_ sentence: String, _ style: TextStyle = .plain) {
      text.append(wrapping: sentence, width: width, indent: "  ", style)
    }
    guard basis.history + basis.ranges > 0 else {
      say("Risk: no ranges and no history, so nothing to vary.", .heading)
      say(
        "Give steps a range (10-15m), or cook: after five live runs the history is used.")
      return text
    }
    let moment = serveAt.map { "by \(clock.timeText($0))" } ?? "after \(planned.spokenText)"
    say("Served \(moment) as planned: \(Self.percent(inTime, of: runs)) likely.", .heading)
    say(
      "Half of the dinners within \(Self.rough(median)), nine of ten within \(Self.rough(ninetieth))."
    )
    if !deciding.isEmpty {
      let names = deciding.prefix(3).map { decider in
        let name = TerminalText.sanitized("\(decider.dish)/\(decider.step)")
        return "\(name) (\(Self.percent(decider.shareThousandths, of: 1000)))"
      }
      say("What decides it: \(names.joined(separator: ", ")).")
    }
    if earlier > .zero { say("Start \(earlier.spokenText) earlier for 95 %.") }
    say(foundation)
    return text
  }

  private var foundation: String {
    let parts = [
      (basis.history, "from past runs"), (basis.ranges, "from a range"),
      (basis.exact, "with a fixed time"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "Simulated \(runs == 1 ? "once" : "\(runs) times"). Steps: "
      + "\(parts.joined(separator: ", "))."
  }

  /// A length as exact as a guess at it can be: whole minutes, upwards, from ten minutes on.
  private static func rough(_ length: Seconds) -> String {
    length.count < 600 ? length.spokenText : length.wholeMinutesUp.spokenText
  }

  private static func percent(_ part: Int, of whole: Int) -> String {
    "\((part * 100 + whole / 2) / whole) %"
  }
}

extension JSONValue {
  /// A risk, as the member `risk` of a plan.
  package init(_ risk: ServingRisk) {
    self = [
      "runs": .int(risk.runs),
      "seed": .int(risk.seed),
      "chanceInTime": .decimal(units: (risk.inTime * 1000 + risk.runs / 2) / risk.runs, places: 3),
      "servingP50Seconds": .seconds(risk.median),
      "servingP90Seconds": .seconds(risk.ninetieth),
      "servingP95Seconds": .seconds(risk.ninetyFifth),
      "startEarlierSeconds": .seconds(risk.earlier),
      "decidedBy": .array(
        risk.deciding.map { decider in
          [
            "dish": .string(decider.dish), "step": .string(decider.step),
            "share": .decimal(units: decider.shareThousandths, places: 3),
          ]
        }),
      "stepsByHistory": .int(risk.basis.history),
      "stepsByRange": .int(risk.basis.ranges),
      "stepsExact": .int(risk.basis.exact),
    ]
  }

  /// The same object with one member more, at the end.
  package func adding(_ key: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + [Member(key, value)])
  }
}
