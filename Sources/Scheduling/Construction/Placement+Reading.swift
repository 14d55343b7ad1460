/// What a schedule that is being put together comes to.
extension Placement {
  func end(of group: CompletionGroup) -> Int {
    group.activities.reduce(Int.min) { max($0, starts[$1.index] + durations[$1.index]) }
  }

  /// How far a block starts before it may, in the worst of its activities.
  func overrun(of block: Int, from projectStart: Int) -> Int {
    model.blocks[block].reduce(0) { overrun, activity in
      let details = model.problem.activities[activity]
      let first = projectStart + details.modes[modes[activity]].lead.value
      return max(overrun, max(first, details.release?.value ?? first) - starts[activity])
    }
  }

  /// What a block's slacks and standing cost.
  func staleness(of block: Int, in frame: Frame) -> Int {
    var total = 0
    for index in model.groups[block] {
      let group = model.problem.groups[index]
      if group.weight > 0 {
        total += group.weight * (frame.completion + group.offset.value - end(of: group))
      }
    }
    for index in model.standing[block] {
      let term = model.problem.standing[index]
      total += term.weight * excess(of: term)
    }
    return total
  }

  /// How long what a term's activity makes stands beyond what it keeps.
  func excess(of term: StandingTerm) -> Int {
    let maker = term.activity.index
    guard let keeps = term.keeps[modes[maker]]?.value else { return 0 }
    let taken = term.takers.reduce(Int.max) {
      min($0, starts[$1.activity.index] - $1.minimum.value)
    }
    return max(0, taken - starts[maker] - durations[maker] - keeps)
  }

  /// The schedule in a frame.
  func schedule(from projectStart: Int, to completion: Int) -> Schedule {
    Schedule(
      projectStart: TimePoint(projectStart), completion: TimePoint(completion),
      assignments: starts.indices.map {
        Schedule.Assignment(
          start: TimePoint(starts[$0]), mode: modes[$0], allocation: allocations[$0])
      })
  }
}
