import ConstraintSolver

extension Encoding {
  /// What an activity makes, where it may stand longer than it keeps.
  struct Standing {
    /// The activity that makes it.
    var activity: Int
    /// How long it stands beyond what it keeps: at least that.
    var excess: Term
    /// What a unit of that costs.
    var weight: Int
  }

  /// Defines how long what each activity makes stands beyond what it keeps.
  ///
  /// `excess ≥ taken − fresh`, where `taken` is the first taker's start less its minimum, and `fresh`
  /// is as long as what is made keeps. What can never stand too long gets no variable.
  mutating func encodeStanding() {
    for term in problem.standing where term.weight > 0 && isDone(term.activity.index) {
      let takers = term.takers.filter { isDone($0.activity.index) }
      guard !takers.isEmpty, let fresh = encodeFreshness(of: term) else { continue }
      let taken = encodeTaking(by: takers)
      let most = solver.upper(taken) - solver.lower(fresh)
      if most <= 0 { continue }
      let excess = solver.newVariable(leastExcess(of: term, takers), most)
      solver.add(
        LinearSum(
          [
            .init(taken.term, weight: 1), .init(fresh.term.negated, weight: 1),
            .init(excess.negated, weight: 1),
          ], atMost: fresh.offset - taken.offset))
      standings.append(
        Standing(activity: term.activity.index, excess: excess, weight: term.weight))
    }
  }

  /// How long what an activity makes stands beyond what it keeps by the lags alone.
  private func leastExcess(of term: StandingTerm, _ takers: [StandingTerm.Taker]) -> Int {
    let activity = term.activity.index
    let possible = modes[activity].indices.filter { !solver.fails(modes[activity][$0]) }
    let lasts = possible.map { mode in
      term.keeps[mode].map { (problem.activities[activity].modes[mode].duration + $0).value }
        ?? .max / 4
    }
    let nearest = takers.map { closure.distance(activity, $0.activity.index) - $0.minimum.value }
      .min()
    return max(0, (nearest ?? 0) - (lasts.max() ?? 0))
  }

  /// Until when what an activity makes keeps: its end plus what the mode chosen says. Nil where it
  /// keeps without end in every mode left.
  private mutating func encodeFreshness(of term: StandingTerm) -> Moment? {
    let activity = term.activity.index
    let possible = modes[activity].indices.filter { !solver.fails(modes[activity][$0]) }
    let finite = possible.filter { term.keeps[$0] != nil }
    if finite.isEmpty { return nil }
    let keeps = finite.compactMap { term.keeps[$0]?.value }
    if finite.count == possible.count, keeps.allSatisfy({ $0 == keeps[0] }) {
      return ends[activity] + keeps[0]
    }
    // As late as may be: nothing is gained by spoiling sooner.
    let most = latest + problem.horizon + (keeps.max() ?? 0)
    let fresh = Moment(solver.newVariable(earliest, most))
    solver.addDifference(Moment(starts[activity]), 0, fresh)
    for mode in finite {
      let lasts =
        problem.activities[activity].modes[mode].duration.value + (term.keeps[mode]?.value ?? 0)
      solver.addDifference(fresh, -lasts, Moment(starts[activity]), if: modes[activity][mode])
    }
    _ = solver.propagateRoot()
    return fresh
  }

  /// When the first of the takers takes it up, less its minimum.
  private mutating func encodeTaking(by takers: [StandingTerm.Taker]) -> Moment {
    let moments = takers.map { Moment(starts[$0.activity.index], plus: -$0.minimum.value) }
    if moments.count == 1 { return moments[0] }
    let least = moments.reduce(Int.max) { min($0, solver.lower($1)) }
    let most = moments.reduce(Int.max) { min($0, solver.upper($1)) }
    let taken = Moment(solver.newVariable(least, most))
    for moment in moments { solver.addDifference(taken, 0, moment) }
    solver.add(Maximum(taken.negated, of: moments.map(\.negated)))
    return taken
  }
}
