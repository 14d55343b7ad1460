import ConstraintSolver
import Testing

/// The bound on costs that grow with starts, against all schedules of a few tasks.
@Suite struct BusyTimeBoundTests {
  @Test(arguments: 0..<5, [Enumeration.Scrutiny.explanations, .optimum])
  func `what busy machines cost follows from tasks, costs and their sum`(
    batch: Int, scrutiny: Enumeration.Scrutiny
  ) {
    for seed in (batch * 10)..<(batch * 10 + 10) {
      var random = SplitMix(seed: seed)
      var solver = Solver()
      var model = Enumeration()
      let capacity = Int.random(in: 1...2, using: &random)
      let tasks = model.tasks(capacity: capacity, in: &solver, using: &random)
      let costs = (0..<2).map { _ in model.variable(0...4, in: &solver) }
      let total = model.variable(0...6, in: &solver)
      // The first customer has two tasks and two claims, the second a task and a claim.
      let claims = [
        [claim(on: [0], &random), claim(on: [0, 1], &random)], [claim(on: [2], &random)],
      ]
      for (customer, cost) in costs.enumerated() {
        for claim in claims[customer] {
          let starts = claim.parts.map { part in
            LinearSum.Summand(tasks[part.task].start.term, weight: part.weight)
          }
          solver.add(
            LinearSum(starts + [.init(cost.negated, weight: 1)], atMost: -claim.constant))
        }
      }
      solver.add(Cumulative(tasks, capacity: capacity))
      solver.add(
        LinearSum(
          costs.map { .init($0, weight: 1) } + [.init(total.negated, weight: 1)], atMost: 0))
      solver.add(
        BusyTimeBound(
          [.init(tasks: tasks, capacity: capacity)],
          zip(costs, claims).map { .init(cost: Moment($0), claims: $1) }, total: Moment(total)))
      model.meaning = { values in
        let ends = (0..<3).map { values[$0] + tasks[$0].duration }
        let isWithin = (0..<9).allSatisfy { time in
          (0..<3).filter { values[$0] <= time && time < ends[$0] }
            .reduce(0) { $0 + tasks[$1].amount } <= capacity
        }
        let isPaid = claims.indices.allSatisfy { customer in
          claims[customer].allSatisfy { claim in
            claim.parts.reduce(claim.constant) { $0 + $1.weight * values[$1.task] }
              <= values[3 + customer]
          }
        }
        return isWithin && isPaid && values[5] >= values[3] + values[4]
      }
      model.check(&solver, seed: seed, scrutiny)
    }
  }

  private func claim(on tasks: [Int], _ random: inout SplitMix) -> BusyTimeBound.Claim {
    BusyTimeBound.Claim(
      parts: tasks.map {
        .init(machine: 0, task: $0, weight: Int.random(in: 1...2, using: &random))
      }, constant: Int.random(in: -5...0, using: &random))
  }

  @Test func `three tasks cost their starts, the shortest first`() {
    let bound = costOfStarts(durations: [5, 1, 3], releases: [0, 0, 0], capacity: 1)
    // Starts at 0, 1 and 4.
    #expect(bound == 5)
  }

  @Test func `a task released late waits for nothing`() {
    let bound = costOfStarts(durations: [2, 2], releases: [0, 9], capacity: 1)
    #expect(bound == 9)
  }

  @Test func `two units do twice the work`() {
    let bound = costOfStarts(durations: [4, 4, 4, 4], releases: [0, 0, 0, 0], capacity: 2)
    // Two start at once and two at 4; of the units no more than their work is counted.
    #expect((4...8).contains(bound))
  }

  @Test func `weights and times too great to multiply are refused`() {
    #expect(BusyTimeBound.fits(weight: 48, time: 500_000))
    #expect(!BusyTimeBound.fits(weight: 48, time: 50_000_000))
  }

  /// What the bound says of the sum of tasks' starts.
  private func costOfStarts(durations: [Int], releases: [Int], capacity: Int) -> Int {
    var solver = Solver()
    let tasks = zip(durations, releases).map { duration, release in
      Task(start: Moment(solver.newVariable(release, 30)), duration: duration)
    }
    let customers = tasks.indices.map { task in
      BusyTimeBound.Customer(
        cost: Moment(solver.newVariable(0, 30)),
        claims: [.init(parts: [.init(machine: 0, task: task, weight: 1)], constant: 0)])
    }
    let total = solver.newVariable(0, 200)
    solver.add(
      BusyTimeBound(
        [.init(tasks: tasks, capacity: capacity)], customers, total: Moment(total)))
    let isConsistent = solver.propagateRoot()
    #expect(isConsistent)
    return solver.lower(Moment(total))
  }
}
