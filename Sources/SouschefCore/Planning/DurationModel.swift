import KitchenModel
import KitchenStore
import Rendering

/// What is believed of how long each step of a plan really takes.
struct DurationModel {
  private var beliefs: [(step: StepReference, belief: Belief)] = []
  /// What the beliefs go by.
  private(set) var basis = ServingRisk.Basis()

  /// Whether every step is believed to take as long as planned.
  var areCertain: Bool { basis.history == 0 && basis.ranges == 0 }

  private enum Belief {
    case exact(Seconds)
    case range(Estimate)
    case times(PastTimes)
  }

  /// Believes the history where it has taught enough, else the range that a cook gave.
  ///
  /// - Throws: ``Diagnostic``.
  init(_ plan: Plan, history: HistoryRepository) throws {
    var samples: [Name: [StepSample]] = [:]
    let names = plan.menu.kitchen.cooks.names
    for planned in plan.steps.sorted(by: { $0.reference < $1.reference }) {
      let dish = plan.menu.dishes[planned.reference.dish].dish
      let step = plan.menu[planned.reference]
      let way = step.ways[planned.option]
      if samples[dish.name] == nil { samples[dish.name] = try history.samples(of: dish.name) }
      let all = (samples[dish.name] ?? []).filter { $0.step == step.id }
      let own = all.filter { $0.cooks == planned.cooks.map { names[$0] } }
      let belief: Belief
      // The history does not say which of several ways was taken, unless each has its own cook.
      if let times = PastTimes(own) ?? (step.hasOptions ? nil : PastTimes(all)),
        !step.hasOptions || way.cook != nil
      {
        belief = .times(times)
        basis.history += 1
      } else if way.duration.isExact {
        belief = .exact(way.duration.likely)
        basis.exact += 1
      } else {
        belief = .range(way.duration)
        basis.ranges += 1
      }
      beliefs.append((planned.reference, belief))
    }
  }

  /// How long each step takes this time.
  func draw(_ numbers: inout SplitMix) -> [StepReference: Seconds] {
    var durations: [StepReference: Seconds] = [:]
    for (step, belief) in beliefs {
      durations[step] =
        switch belief {
        case .exact(let length): length
        case .range(let estimate): Self.draw(estimate, &numbers)
        case .times(let times): times.draw(&numbers)
        }
    }
    return durations
  }

  /// As often below the likely value as above it, evenly either side.
  private static func draw(_ estimate: Estimate, _ numbers: inout SplitMix) -> Seconds {
    let half =
      numbers.fraction() < 0.5
      ? estimate.minimum.count...estimate.likely.count
      : estimate.likely.count...estimate.maximum.count
    return Seconds(numbers.number(in: half))
  }
}

/// How long a step took before, and so may take again.
private struct PastTimes {
  private let values: [Double]
  /// The share of the weight up to and with each value.
  private let shares: [Double]
  private let mean: Double
  private let stretch: Double

  /// The ordinary ones of `samples`, newest first; nil where they are too few to teach.
  init?(_ samples: [StepSample]) {
    let weighted = samples.enumerated().map { age, sample in
      (value: sample.length.count, weight: LearnedEstimate.weight(age: age))
    }
    guard let ordinary = WeightedSample(weighted).ordinary else { return nil }
    let kept = weighted.filter { ordinary.contains($0.value) }
    guard kept.count >= LearnedEstimate.leastTimes else { return nil }
    let total = kept.reduce(0) { $0 + $1.weight }
    values = kept.map { Double($0.value) }
    var sum = 0.0
    shares = kept.map {
      sum += $0.weight
      return sum / total
    }
    mean = kept.reduce(0) { $0 + Double($1.value) * $1.weight } / total
    // A few times lie nearer to their own mean than the next one will: drawn as they are, they would
    // promise too much. Of what comes next, with mean and spread known from n times alone, the
    // variance is that of Student's distribution: (n + 1) / (n - 3) times that of the sample.
    // Times that weigh differently count as fewer that weigh the same.
    let size = max(
      Double(LearnedEstimate.leastTimes),
      total * total / kept.reduce(0) { $0 + $1.weight * $1.weight }
    )
    stretch = ((size + 1) / (size - 3)).squareRoot()
  }

  /// One of the times, moved away from the mean a little.
  func draw(_ numbers: inout SplitMix) -> Seconds {
    let share = numbers.fraction()
    let value = values[shares.firstIndex { share < $0 } ?? values.count - 1]
    return Seconds(max(0, Int((mean + (value - mean) * stretch).rounded())))
  }
}
