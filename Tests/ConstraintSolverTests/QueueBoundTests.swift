import ConstraintSolver
import Testing

/// The bound on queueing delays against all schedules of a few tasks.
@Suite struct QueueBoundTests {
  @Test(arguments: 0..<5)
  func `a queue's bound follows from tasks, delays and their sum`(batch: Int) {
    for seed in (batch * 10)..<(batch * 10 + 10) {
      var random = SplitMix(seed: seed)
      var solver = Solver()
      var model = Enumeration()
      let capacity = Int.random(in: 1...2, using: &random)
      let tasks = model.tasks(capacity: capacity, in: &solver, using: &random)
      let dues = (0..<2).map { _ in Int.random(in: 0...4, using: &random) }
      let delays = (0..<2).map { _ in model.variable(0...3, in: &solver) }
      let total = model.variable(0...5, in: &solver)
      // The first job has two tasks, the second one.
      let jobs = [Array(tasks[..<2]), [tasks[2]]]
      for (job, delay) in zip(jobs.indices, delays) {
        for task in jobs[job] { solver.addDifference(task.end, -dues[job], Moment(delay)) }
      }
      solver.add(Cumulative(tasks, capacity: capacity))
      solver.add(
        LinearSum(
          delays.map { .init($0, weight: 1) } + [.init(total.negated, weight: 1)], atMost: 0))
      solver.add(
        QueueBound(
          jobs.indices.map {
            QueueBound.Job(tasks: jobs[$0], due: dues[$0], delay: Moment(delays[$0]))
          }, others: [], total: Moment(total), capacity: capacity))
      model.meaning = { values in
        let ends = (0..<3).map { values[$0] + tasks[$0].duration }
        let isWithin = (0..<9).allSatisfy { time in
          (0..<3).filter { values[$0] <= time && time < ends[$0] }
            .reduce(0) { $0 + tasks[$1].amount } <= capacity
        }
        return isWithin && values[3] >= max(ends[0], ends[1]) - dues[0]
          && values[4] >= ends[2] - dues[1] && values[5] >= values[3] + values[4]
      }
      model.check(&solver, seed: seed)
    }
  }

  @Test func `three jobs wait for each other, the shortest first`() {
    var solver = Solver()
    let tasks = [5, 1, 3].map { duration in
      Task(start: Moment(solver.newVariable(0, 20)), duration: duration)
    }
    let delays = tasks.map { _ in solver.newVariable(0, 20) }
    let total = solver.newVariable(0, 60)
    let jobs = zip(tasks, delays).map {
      QueueBound.Job(tasks: [$0.0], due: 0, delay: Moment($0.1))
    }
    solver.add(QueueBound(jobs, others: [], total: Moment(total), capacity: 1))
    let isConsistent = solver.propagateRoot()
    let bound = solver.lower(Moment(total))
    #expect(isConsistent)
    // Ends 1, 4 and 9.
    #expect(bound == 14)
  }
}
