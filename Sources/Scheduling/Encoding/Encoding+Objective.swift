import ConstraintSolver

extension Encoding {
  /// Defines the second level's value, once level 1 is proved.
  mutating func encodeSecondLevel() {
    switch problem.objective {
    case .makespan: return
    case .staleness:
      encodeStanding()
      encodeStaleness()
    case .startSum: encodeStartSum()
    }
  }

  private mutating func encodeStartSum() {
    let done = starts.indices.filter { isDone($0) }
    var summands = done.map { LinearSum.Summand(starts[$0], weight: 1) }
    let constant = -done.count * projectStart.offset
    if !done.isEmpty {
      summands.append(.init(projectStart.term.negated, weight: done.count))
    }
    var (least, most) = (0, 0)
    for activity in done {
      let start = Moment(starts[activity])
      least += solver.lower(start) - solver.upper(projectStart)
      most += solver.upper(start) - solver.lower(projectStart)
    }
    addSecond(summands, constant: constant, from: least, to: most)
  }

  /// Adds a variable at least as great as the summands plus a constant.
  mutating func addSecond(
    _ summands: [LinearSum.Summand], constant: Int, from least: Int, to most: Int
  ) {
    let value = solver.newVariable(least, max(least, most))
    second = Moment(value)
    solver.add(LinearSum(summands + [.init(value.negated, weight: 1)], atMost: -constant))
  }

  /// Which way time runs in a search.
  enum Direction {
    case forward, backward
  }

  /// What the solver fixes when nothing learnt guides it.
  mutating func setTargets(_ direction: Direction) {
    var targets: [(term: Term, choices: [Literal])] = []
    for activity in starts.indices {
      guard isDone(activity) else { continue }
      let choices = modes[activity] + holds[activity].flatMap { $0.flatMap { $0 } }
      targets.append(
        (
          direction == .forward ? starts[activity] : starts[activity].negated,
          choices.filter { !solver.holds($0) && !solver.fails($0) }
        ))
    }
    var finals = [completion.term, projectStart.term.negated, makespan.term]
    finals += ends.map(\.term) + groupEnds.map(\.term)
    if let second { finals.append(second.term) }
    solver.setTargets(targets, finals: finals)
  }

  /// Lets starts lean towards their earliest time until a solution says better.
  func suggestedStart(_ activity: Int) -> Int { solver.lower(Moment(starts[activity])) }

  mutating func suggestLateness() {
    for activity in starts.indices {
      solver.suggest(starts[activity], solver.upper(Moment(starts[activity])))
    }
  }

  mutating func suggestPhases() {
    for activity in starts.indices { solver.suggest(starts[activity], suggestedStart(activity)) }
  }

  /// Has choices, orders and starts be as in a schedule wherever nothing learnt says otherwise.
  mutating func follow(_ schedule: Schedule) {
    func suggest(_ literal: Literal, _ holds: Bool) {
      solver.suggest(literal.term, holds ? literal.bound : literal.bound - 1)
    }
    for (index, assignment) in schedule.assignments.enumerated() {
      solver.suggest(starts[index], assignment.start.value)
      let mode = assignment.mode
      for (number, literal) in modes[index].enumerated() { suggest(literal, number == mode) }
      for (number, requirements) in problem.activities[index].modes.enumerated() {
        for (place, requirement) in requirements.requirements.enumerated() {
          for (candidate, literal) in zip(requirement.candidates, holds[index][number][place]) {
            let isHeld = number == mode && assignment.allocation[place].contains(candidate)
            suggest(literal, isHeld)
          }
        }
      }
    }
    for order in orders {
      let end =
        schedule.assignments[order.first].start.value + solver.lower(ends[order.first])
        - solver.lower(Moment(starts[order.first]))
      suggest(order.literal, end <= schedule.assignments[order.second].start.value)
    }
    solver.holdToSuggestions()
  }

  /// The schedule that the solver has just found.
  func schedule() -> Schedule {
    var assignments: [Schedule.Assignment] = []
    for (index, activity) in problem.activities.enumerated() {
      let mode = modes[index].firstIndex { solver.holds($0) } ?? 0
      let allocation = zip(activity.modes[mode].requirements, holds[index][mode]).map {
        requirement, literals in
        zip(requirement.candidates, literals).filter { solver.holds($0.1) }.map(\.0)
      }
      assignments.append(
        Schedule.Assignment(
          start: TimePoint(solver.lower(Moment(starts[index]))), mode: mode,
          allocation: allocation))
    }
    return Schedule(
      projectStart: TimePoint(solver.lower(projectStart)),
      completion: TimePoint(solver.lower(completion)),
      assignments: assignments)
  }
}
