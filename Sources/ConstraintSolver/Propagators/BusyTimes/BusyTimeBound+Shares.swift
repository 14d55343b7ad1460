extension BusyTimeBound {
  /// Values of claims are counted in parts of this many.
  private static var grain: Int { 16 }

  // MARK: - Weights

  /// Sets the tasks' weights by the shares.
  func weigh() {
    for task in 0..<schedule.tasks.count { schedule.weight[task] = 0 }
    for customer in 0..<customerCount { weigh(customer, by: 1) }
  }

  /// Adds a customer's part to the weights, or takes it out.
  func weigh(_ customer: Int, by factor: Int) {
    for claim in claims.claims(of: customer) where share[claim] > 0 {
      for place in claims.parts(of: claim) {
        let part = claims.parts[place]
        schedule.weight[Int(part.task)] += factor * part.weight * share[claim]
      }
    }
  }

  // MARK: - Values

  /// Takes the tasks' starts from the last evaluation.
  func takeStarts() {
    for task in 0..<schedule.tasks.count where schedule.weight[task] > 0 {
      average[task] = schedule.start(task, grain: Self.grain)
    }
  }

  /// What a customer adds to the bound by the starts taken.
  func contribution(of customer: Int) -> Int {
    var rest = Self.whole
    var value = 0
    for claim in claims.claims(of: customer) where share[claim] > 0 {
      rest -= share[claim]
      value += share[claim] * self.value(of: claim) / Self.grain
    }
    return value + rest * least[customer]
  }

  /// What a claim comes to by the starts taken.
  @inline(__always) private func value(of claim: Int) -> Int {
    var value = worth[claim] * Self.grain
    for place in claims.parts(of: claim) {
      let part = claims.parts[place]
      value += part.weight * average[Int(part.task)]
    }
    return value
  }

  // MARK: - The game

  /// Plays the shares against the schedule and keeps the best: each round answers the average of what
  /// the schedule did before (Brown 1951, fictitious play).
  func tune(rounds: Int) {
    weigh()
    var best = evaluate(.all)
    keepShares()
    for task in 0..<schedule.tasks.count { played[task] = 0 }
    for round in 1...rounds {
      for task in 0..<schedule.tasks.count {
        played[task] += schedule.start(task, grain: Self.grain)
        average[task] = played[task] / round
      }
      shift(by: Self.whole / (round + 1))
      weigh()
      let value = evaluate(.all)
      if value > best {
        best = value
        keepShares()
      }
    }
    for claim in 0..<share.count { share[claim] = bestShare[claim] }
  }

  private func keepShares() {
    for claim in 0..<share.count { bestShare[claim] = share[claim] }
  }

  /// Moves a part of each customer's shares to what answers the tasks' starts best.
  private func shift(by step: Int) {
    for customer in 0..<customerCount {
      var best = -1
      var bestValue = least[customer] * Self.grain
      for claim in claims.claims(of: customer) {
        let value = value(of: claim)
        if value > bestValue {
          best = claim
          bestValue = value
        }
      }
      var rest = Self.whole
      for claim in claims.claims(of: customer) where share[claim] > 0 {
        share[claim] -= max(1, share[claim] * step / Self.whole)
        rest -= share[claim]
      }
      if best >= 0 { share[best] += min(step, rest) }
    }
  }
}
