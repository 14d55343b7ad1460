/// A lower bound on the sum of costs of customers whose tasks compete for machines.
///
/// A *claim* says that a customer's cost is at least a weighted sum of its tasks' starts plus a
/// constant. Claims of one customer are mixed, with shares that add up to one at most; the rest goes to
/// the cost's own lower bound. That gives each task a weight, and ``PreemptiveSchedule`` says how
/// little the weighted starts come to. Any shares give a bound; good ones are found at the root, by
/// playing them against the schedule.
///
/// When the bound exceeds what is allowed the failure is explained; with one customer left out of the
/// sum, what is left to it is an upper bound, which is explained when it is asked for. Of both, the
/// bounds that the sum can do without are left out. O(n·k) for a bound, with k stretches in which a
/// machine is busy.
package final class BusyTimeBound: Propagator {
  /// What all shares of a customer add up to, as a power of two.
  static let precision = 14
  static var whole: Int { 1 << precision }

  let schedule: PreemptiveSchedule
  let claims: BusyTimeClaims
  let machineCount: Int
  let customerCount: Int
  private let total: Moment
  private let terms: [Term]

  /// Starts are counted from here.
  private(set) var origin = 0
  private var isTuned = false

  /// The lower bounds of costs taken as given.
  let least: Buffer<Int>
  /// What each claim comes to with all its starts at the origin.
  let worth: Buffer<Int>
  /// The shares of claims.
  let share: Buffer<Int>
  /// What each machine adds to the bound.
  private let sums: Buffer<Int>
  // Working memory of the game.
  let bestShare: Buffer<Int>
  let played: Buffer<Int>
  let average: Buffer<Int>

  /// Creates the bound: `total ≥ Σ customers' costs`.
  package init(_ machines: [Machine], _ customers: [Customer], total: Moment) {
    machineCount = machines.count
    customerCount = customers.count
    self.total = total
    schedule = PreemptiveSchedule(machines)
    claims = BusyTimeClaims(customers, firstTask: schedule.firstTask)
    let count = schedule.tasks.count
    least = Buffer(repeating: 0, count: customers.count)
    worth = Buffer(repeating: 0, count: claims.constant.count)
    share = Buffer(repeating: 0, count: claims.constant.count)
    bestShare = Buffer(repeating: 0, count: claims.constant.count)
    sums = Buffer(repeating: 0, count: machines.count)
    played = Buffer(repeating: 0, count: count)
    average = Buffer(repeating: 0, count: count)
    terms =
      machines.flatMap { $0.tasks.map(\.start.term) } + customers.map(\.cost.term)
      + [total.term.negated]
  }

  deinit {
    schedule.deallocate()
    claims.deallocate()
    for numbers in [least, worth, share, bestShare, sums, played, average] {
      numbers.deallocate()
    }
  }

  /// Whether the bound can reckon with tasks of so much weight in all on machines whose time, multiplied
  /// by their capacity, is at most so long.
  package static func fits(weight: Double, time: Double) -> Bool {
    2 * Double(whole) * weight * time * time < Double(Int.max)
  }

  override var priority: Priority { .last }
  override var watched: [Term] { terms }

  override func propagate(_ trail: inout Trail) -> Bool {
    if trail.level == 0 { return propagateRoot(&trail) }
    read(trail)
    weigh()
    let bound = evaluate()
    let highest = trail.upper(total)
    let limit = highest * Self.whole
    if bound <= limit { return limitCosts(highest, bound, &trail) }
    let mark = trail.openReason()
    weaken(without: -1, bound, above: limit, trail)
    trail.premise(total <= highest)
    forEachPremise(without: -1) { trail.premise($0) }
    trail.fail(trail.closeReason(mark))
    return false
  }

  /// Finds good shares and bounds the total for good.
  private func propagateRoot(_ trail: inout Trail) -> Bool {
    origin = (0..<schedule.tasks.count).reduce(Int.max) { earliest, task in
      min(earliest, trail.rootLower(schedule.tasks[task].start))
    }
    for claim in 0..<worth.count {
      worth[claim] = claims.parts(of: claim).reduce(claims.constant[claim]) {
        $0 + claims.parts[$1].weight * origin
      }
    }
    read(trail)
    tune(rounds: isTuned ? 100 : 600)
    isTuned = true
    weigh()
    return trail.infer(total >= -(-evaluate() >> Self.precision), .none)
  }

  private func read(_ trail: borrowing Trail) {
    for task in 0..<schedule.tasks.count {
      schedule.release[task] = trail.lower(schedule.tasks[task].start) - origin
    }
    for customer in 0..<customerCount { least[customer] = trail.lower(claims.cost[customer]) }
  }

  /// Bounds each cost by what the others leave.
  private func limitCosts(_ highest: Int, _ bound: Int, _ trail: inout Trail) -> Bool {
    let room = highest * Self.whole - bound
    takeStarts()
    for customer in 0..<customerCount {
      let cost = claims.cost[customer]
      let upper = trail.upper(cost)
      // Without the customer the rest cannot need more than with it.
      if upper * Self.whole <= contribution(of: customer) + room { continue }
      let others = evaluate(without: customer, bound)
      let most = (highest * Self.whole - others) >> Self.precision
      if upper <= most { continue }
      let literal = cost <= most
      if trail.audit == nil, !trail.fails(literal) {
        trail.push(literal, .propagator(number, customer))
        continue
      }
      let mark = trail.openReason()
      weakenOthers(of: customer, most, highest, trail)
      trail.premise(total <= highest)
      forEachPremise(without: customer) { trail.premise($0) }
      if !trail.infer(literal, trail.closeReason(mark)) { return false }
      read(trail)
      weigh()
      _ = evaluate()
      takeStarts()
    }
    return true
  }

  // MARK: - The bound

  /// The bound in parts of `whole`, by the weights set.
  func evaluate(_ extent: PreemptiveSchedule.Extent = .weighted) -> Int {
    var sum = 0
    for customer in 0..<customerCount { sum += fixed(customer) }
    for machine in 0..<machineCount {
      sums[machine] = schedule.least(on: machine, extent)
      sum += sums[machine]
    }
    return sum
  }

  /// The bound with one customer left out, from the one with it.
  private func evaluate(without customer: Int, _ bound: Int) -> Int {
    var sum = bound - fixed(customer)
    weigh(customer, by: -1)
    for machine in 0..<machineCount where weighs(customer, on: machine) {
      sum += schedule.least(on: machine, .weighted) - sums[machine]
    }
    weigh(customer, by: 1)
    return sum
  }

  private func weighs(_ customer: Int, on machine: Int) -> Bool {
    for claim in claims.claims(of: customer) where share[claim] > 0 {
      for part in claims.parts(of: claim)
      where schedule.machineOf[Int(claims.parts[part].task)] == machine {
        return true
      }
    }
    return false
  }

  /// What a customer's shares come to apart from its tasks.
  private func fixed(_ customer: Int) -> Int {
    var rest = Self.whole
    var sum = 0
    for claim in claims.claims(of: customer) where share[claim] > 0 {
      rest -= share[claim]
      sum += share[claim] * worth[claim]
    }
    return sum + rest * least[customer]
  }

  // MARK: - Explanations

  override func explain(
    _ literal: Literal, _ customer: Int, at position: Int, _ trail: borrowing Trail,
    into premises: inout Vector<Literal>
  ) {
    weigh()
    for task in 0..<schedule.tasks.count where schedule.weight[task] > 0 {
      schedule.release[task] = trail.lower(schedule.tasks[task].start, before: position) - origin
    }
    for customer in 0..<customerCount {
      least[customer] = trail.lower(claims.cost[customer], before: position)
    }
    let highest = -trail.lower(total.negated, before: position)
    // As much as is asked for, which may be more than was found.
    let most = claims.cost[customer].offset - literal.bound
    weakenOthers(of: customer, most, highest, trail)
    if !trail.isRoot(total <= highest) { premises.append(total <= highest) }
    forEachPremise(without: customer) { literal in
      if !trail.isRoot(literal) { premises.append(literal) }
    }
  }

  /// Weakens the bounds taken as given as long as a customer can cost no more than `most`.
  private func weakenOthers(
    of customer: Int, _ most: Int, _ highest: Int, _ trail: borrowing Trail
  ) {
    weigh()
    weigh(customer, by: -1)
    let others = evaluate() - fixed(customer)
    // With the others at more than this, one more is too much.
    let limit = (highest - most - 1) * Self.whole
    assert(others > limit)
    weaken(without: customer, others, above: limit, trail)
  }

  /// Weakens the bounds taken as given as long as the sum without one customer exceeds a limit; the
  /// weights and the machines' sums are set.
  private func weaken(
    without skipped: Int, _ bound: Int, above limit: Int, _ trail: borrowing Trail
  ) {
    var bound = bound
    for customer in 0..<customerCount where customer != skipped {
      let known = least[customer]
      let weaker = trail.rootLower(claims.cost[customer])
      if known == weaker { continue }
      let loss = fixed(customer)
      least[customer] = weaker
      let weakened = bound - loss + fixed(customer)
      if weakened > limit { bound = weakened } else { least[customer] = known }
    }
    for task in 0..<schedule.tasks.count where schedule.weight[task] > 0 {
      let known = schedule.release[task]
      let weaker = trail.rootLower(schedule.tasks[task].start) - origin
      if known == weaker { continue }
      schedule.release[task] = weaker
      let machine = schedule.machineOf[task]
      let sum = schedule.least(on: machine, .weighted)
      let weakened = bound - sums[machine] + sum
      if weakened > limit {
        bound = weakened
        sums[machine] = sum
      } else {
        schedule.release[task] = known
      }
    }
  }

  private func forEachPremise(without skipped: Int, _ body: (Literal) -> Void) {
    for customer in 0..<customerCount where customer != skipped {
      body(claims.cost[customer] >= least[customer])
    }
    for task in 0..<schedule.tasks.count where schedule.weight[task] > 0 {
      body(schedule.tasks[task].start >= schedule.release[task] + origin)
    }
  }
}
