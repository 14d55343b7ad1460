import ConstraintSolver
import Testing

/// Each propagator against the plain meaning of its constraint on random small problems.
@Suite struct PropagatorTests {
  @Test(arguments: 0..<15)
  func `clauses and conditional differences agree with their meaning`(batch: Int) {
    for seed in (batch * 10)..<(batch * 10 + 10) {
      var random = SplitMix(seed: seed)
      var solver = Solver()
      var model = Enumeration()
      for _ in 0..<3 { _ = model.variable(0...Int.random(in: 1...4, using: &random), in: &solver) }
      for _ in 0..<2 { _ = model.variable(0...1, in: &solver) }
      let frozen = model
      let literal = { (random: inout SplitMix) in
        let place = Int.random(in: 0..<5, using: &random)
        let bound = Int.random(in: 0...3, using: &random)
        return Bool.random(using: &random)
          ? frozen.terms[place] >= bound : frozen.terms[place] <= bound
      }
      var meanings: [([Int]) -> Bool] = []
      for _ in 0..<4 {
        let clause = (0..<3).map { _ in literal(&random) }
        solver.addClause(clause)
        meanings.append { values in clause.contains { frozen.holds($0, values) } }
      }
      for _ in 0..<4 {
        let (from, to) = (
          Int.random(in: 0..<3, using: &random), Int.random(in: 0..<3, using: &random)
        )
        if from == to { continue }
        let distance = Int.random(in: -3...3, using: &random)
        let condition = model.terms[Int.random(in: 3..<5, using: &random)] >= 1
        solver.addDifference(
          Moment(model.terms[from]), distance, Moment(model.terms[to]), if: condition)
        meanings.append { values in
          !frozen.holds(condition, values) || values[to] >= values[from] + distance
        }
      }
      model.meaning = { values in meanings.allSatisfy { $0(values) } }
      model.check(&solver, seed: seed)
    }
  }

  @Test(arguments: 0..<15)
  func `a linear sum agrees with its meaning`(batch: Int) {
    for seed in (batch * 10)..<(batch * 10 + 10) {
      var random = SplitMix(seed: seed)
      var solver = Solver()
      var model = Enumeration()
      for _ in 0..<4 { _ = model.variable(0...Int.random(in: 1...4, using: &random), in: &solver) }
      var meanings: [([Int]) -> Bool] = []
      for _ in 0..<2 {
        let weights = model.terms.map { _ in Int.random(in: -4...4, using: &random) }
        let limit = Int.random(in: -8...10, using: &random)
        let summands = zip(model.terms, weights).filter { $0.1 != 0 }.map {
          LinearSum.Summand($0.1 > 0 ? $0.0 : $0.0.negated, weight: abs($0.1))
        }
        solver.add(LinearSum(summands, atMost: limit))
        meanings.append { values in
          zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } <= limit
        }
      }
      model.meaning = { values in meanings.allSatisfy { $0(values) } }
      model.check(&solver, seed: seed)
    }
  }

  @Test(arguments: 0..<15)
  func `a maximum agrees with its meaning`(batch: Int) {
    for seed in (batch * 10)..<(batch * 10 + 10) {
      var random = SplitMix(seed: seed)
      var solver = Solver()
      var model = Enumeration()
      for _ in 0..<4 {
        let low = Int.random(in: 0...3, using: &random)
        _ = model.variable(low...(low + Int.random(in: 0...4, using: &random)), in: &solver)
      }
      let offsets = (0..<3).map { _ in Int.random(in: -1...2, using: &random) }
      let moments = (0..<3).map { Moment(model.terms[$0], plus: offsets[$0]) }
      let result = Moment(model.terms[3])
      for moment in moments { solver.addDifference(moment, 0, result) }
      solver.add(Maximum(result, of: moments))
      model.meaning = { values in (0..<3).map { values[$0] + offsets[$0] }.max() == values[3] }
      model.check(&solver, seed: seed)
    }
  }

  @Test(arguments: 0..<30)
  func `a cumulative resource agrees with its meaning`(batch: Int) {
    for seed in (batch * 10)..<(batch * 10 + 10) {
      var random = SplitMix(seed: seed)
      var solver = Solver()
      var model = Enumeration()
      let scene = TaskScene(&random, &solver, &model, shortest: 0, mostUnits: 3)
      let capacity = Int.random(in: 1...4, using: &random)
      solver.add(Cumulative(scene.tasks, capacity: capacity))
      model.meaning = { values in
        (0..<12).allSatisfy { time in scene.load(values, at: time) <= capacity }
      }
      model.check(&solver, seed: seed)
    }
  }

  @Test(arguments: 0..<30)
  func `a disjunctive resource with points agrees with its meaning`(batch: Int) {
    for seed in (batch * 10)..<(batch * 10 + 10) {
      var random = SplitMix(seed: seed)
      var solver = Solver()
      var model = Enumeration()
      let scene = TaskScene(&random, &solver, &model, shortest: 0, mostUnits: 1)
      let tasks = scene.tasks
      var orders: [Int: Literal] = [:]
      var meanings: [([Int]) -> Bool] = []
      let frozen = model
      for i in tasks.indices {
        for j in 0..<i where tasks[i].duration + tasks[j].duration > 0 {
          let first = model.variable(0...1, in: &solver) >= 1
          let second = model.variable(0...1, in: &solver) >= 1
          orders[i * tasks.count + j] = first
          orders[j * tasks.count + i] = second
          solver.addDifference(tasks[i].end, 0, tasks[j].start, if: first)
          solver.addDifference(tasks[j].end, 0, tasks[i].start, if: second)
          solver.addClause([
            tasks[i].presence.negated, tasks[j].presence.negated, first, second,
          ])
          let holds = { [model] (literal: Literal, values: [Int]) in model.holds(literal, values) }
          meanings.append { values in
            let isFirst = scene.end(values, i) <= scene.start(values, j)
            let isSecond = scene.end(values, j) <= scene.start(values, i)
            if holds(first, values), !isFirst { return false }
            if holds(second, values), !isSecond { return false }
            return holds(first, values) || holds(second, values)
              || !frozen.holds(tasks[i].presence, values)
              || !frozen.holds(tasks[j].presence, values)
          }
        }
      }
      solver.add(SerialPrecedences(tasks) { orders[$0 * tasks.count + $1] })
      let lengthy = tasks.indices.filter { tasks[$0].duration > 0 }
      solver.add(
        EdgeFinding(lengthy.map { tasks[$0] }) { orders[lengthy[$0] * tasks.count + lengthy[$1]] })
      model.meaning = { values in meanings.allSatisfy { $0(values) } }
      model.check(&solver, seed: seed)
    }
  }

  @Test(arguments: 0..<30)
  func `switch points agree with their meaning`(batch: Int) {
    for seed in (batch * 10)..<(batch * 10 + 10) {
      var random = SplitMix(seed: seed)
      var solver = Solver()
      var model = Enumeration()
      let scene = TaskScene(&random, &solver, &model, shortest: 1, mostUnits: 2)
      let first = model.variable(0...5, in: &solver)
      let second = model.variable(0...5, in: &solver)
      let presence = model.variable(0...1, in: &solver) >= 1
      let limit = Int.random(in: 0...2, using: &random)
      let points = [
        SwitchPoints.Point(time: Moment(first, plus: 1)),
        SwitchPoints.Point(time: Moment(second), presence: presence),
      ]
      solver.add(SwitchPoints(points, among: scene.tasks, limit: limit))
      let frozen = model
      let (one, two) = (model.terms.count - 3, model.terms.count - 2)
      model.meaning = { values in
        scene.inside(values, at: values[one] + 1) <= limit
          && (!frozen.holds(presence, values) || scene.inside(values, at: values[two]) <= limit)
      }
      model.check(&solver, seed: seed)
    }
  }
}

/// A few random tasks, some of them optional, and what a plain reading says of them.
struct TaskScene {
  var tasks: [Task] = []
  private var places: [(start: Int, presence: Int?)] = []

  init(
    _ random: inout SplitMix, _ solver: inout Solver, _ model: inout Enumeration, shortest: Int,
    mostUnits: Int
  ) {
    for _ in 0..<3 {
      let low = Int.random(in: 0...3, using: &random)
      let start = model.variable(low...(low + Int.random(in: 0...3, using: &random)), in: &solver)
      var presence = Literal.always
      var place = (model.terms.count - 1, Int?.none)
      if Int.random(in: 0..<3, using: &random) == 0 {
        presence = model.variable(0...1, in: &solver) >= 1
        place.1 = model.terms.count - 1
      }
      tasks.append(
        Task(
          start: Moment(start), duration: Int.random(in: shortest...4, using: &random),
          amount: Int.random(in: 1...mostUnits, using: &random), presence: presence))
      places.append(place)
    }
  }

  func start(_ values: [Int], _ task: Int) -> Int { values[places[task].start] }

  func end(_ values: [Int], _ task: Int) -> Int { start(values, task) + tasks[task].duration }

  private func isPresent(_ values: [Int], _ task: Int) -> Bool {
    places[task].presence.map { values[$0] == 1 } ?? true
  }

  /// The units held from an instant on.
  func load(_ values: [Int], at time: Int) -> Int {
    tasks.indices.filter {
      isPresent(values, $0) && start(values, $0) <= time && time < end(values, $0)
    }.reduce(0) { $0 + tasks[$1].amount }
  }

  /// The units held strictly around an instant.
  func inside(_ values: [Int], at time: Int) -> Int {
    tasks.indices.filter {
      isPresent(values, $0) && start(values, $0) < time && time < end(values, $0)
    }.reduce(0) { $0 + tasks[$1].amount }
  }
}
