/// Takes a few blocks out of a schedule and places them again, over and over: ruin and recreate.
///
/// A step costs what its few blocks cost to place, whatever the size of the problem, so that even
/// hundreds of dishes see thousands of steps a second. A step is kept where it is worse by less
/// than an allowance that shrinks to nothing in the course of a round (Dueck & Scheuer 1990,
/// "Threshold accepting"; Schrimpf and others 2000, "Record breaking optimization results using the
/// ruin and recreate principle").
struct BlockSearch {
  private(set) var placement: Placement
  private(set) var frame: Placement.Frame
  private var random: RandomNumbers
  /// What is to become little.
  private var goal = Goal.staleness
  /// What each block costs, and all of them.
  private var costs: [Int] = []
  private(set) var total = 0

  /// What a block costs.
  enum Goal {
    /// The square of what it overruns the project start by.
    case overrun(from: Int)
    /// Its slacks and its standing.
    case staleness
  }

  /// Creates a search with nothing placed.
  init(_ model: PlacementModel, seed: UInt64) {
    placement = Placement(model)
    frame = .init(projectStart: nil, completion: 0)
    random = RandomNumbers(seed: seed)
  }

  private var model: PlacementModel { placement.model }

  /// Places everything in a frame, the blocks in an order; false where some have no room, even when
  /// their turn comes first, and where that is cancelled.
  mutating func placeAll(
    _ order: [Int], in frame: Placement.Frame, for goal: Goal, isCancelled: () -> Bool
  ) -> Bool {
    self.frame = frame
    var order = order
    for _ in 0..<20 {
      for block in model.blocks.indices { placement.remove(block) }
      var isOver = false
      let failed = order.indices.first { place in
        isOver = place % 16 == 15 && isCancelled()
        return isOver || !placeSomewhere(order[place])
      }
      if isOver { return false }
      guard let failed else {
        aim(at: goal)
        return true
      }
      order.insert(order.remove(at: failed), at: 0)
    }
    return false
  }

  /// Places a block as late as it can be or, where that leads to a dead end, the sooner the better.
  private mutating func placeSomewhere(_ block: Int) -> Bool {
    var delay = 0
    for _ in 0..<40 {
      if placement.place(block, in: frame, dueEarlier: delay) { return true }
      delay += 1 + delay / 2 + random.number(below: max(1, model.lengths[block]))
    }
    return false
  }

  /// Places everything as it is in a schedule, which keeps the problem, in its own frame.
  mutating func place(_ schedule: Schedule, for goal: Goal) {
    frame = .init(projectStart: schedule.projectStart.value, completion: schedule.completion.value)
    placement.place(schedule)
    aim(at: goal)
  }

  /// Goes on with another goal in the same frame.
  mutating func aim(at goal: Goal) {
    self.goal = goal
    costs = model.blocks.indices.map { cost(of: $0) }
    total = costs.reduce(0, +)
  }

  private func cost(of block: Int) -> Int {
    switch goal {
    case .staleness: return placement.staleness(of: block, in: frame)
    case .overrun(let start):
      let overrun = placement.overrun(of: block, from: start)
      return overrun * overrun
    }
  }

  /// One round of steps, from the present schedule to the best one seen.
  ///
  /// - Parameter isCancelled: asked every few steps.
  mutating func run(steps: Int, isCancelled: () -> Bool) {
    guard model.blocks.count > 1, total > 0 else { return }
    var best = memory(of: Array(model.blocks.indices))
    var least = total
    let allowance = max(2, 2 * total / model.blocks.count)
    for step in 0..<steps {
      if step % 16 == 0, isCancelled() { break }
      if step % 128 == 127, case .overrun = goal {
        placement.shiftBlocksLate(in: frame)
        placement.shiftLate(in: frame)
        aim(at: goal)
      }
      let warmth = allowance * (steps - step) / steps / 8
      takeStep(allowing: warmth > 0 ? random.number(below: warmth + 1) : 0)
      if total < least {
        least = total
        best = memory(of: Array(model.blocks.indices))
        if total == 0 { break }
      }
    }
    if total > least { reset(to: best) }
  }

  private func memory(of blocks: [Int]) -> Placement.Memory {
    var memory = Placement.Memory()
    for block in blocks { placement.remember(block, in: &memory) }
    return memory
  }

  private mutating func reset(to memory: Placement.Memory) {
    for block in model.blocks.indices { placement.remove(block) }
    placement.restore(memory)
    aim(at: goal)
  }

  // MARK: - A step

  private mutating func takeStep(allowing allowance: Int) {
    let ruined = ruin()
    let memory = memory(of: ruined)
    for block in ruined { placement.remove(block) }
    let before = ruined.reduce(0) { $0 + costs[$1] }
    var after = 0
    var placed: [(block: Int, cost: Int)] = []
    for block in shuffled(ruined) {
      varyModes(of: block)
      guard let cost = placeWell(block) else { break }
      placed.append((block, cost))
      after += cost
      if after > before + allowance { break }
    }
    if placed.count == ruined.count, after <= before + allowance {
      for (block, cost) in placed { costs[block] = cost }
      total += after - before
    } else {
      for (block, _) in placed { placement.remove(block) }
      placement.restore(memory)
    }
  }

  /// The blocks to take out: some that cost, and others anywhere or around the same time.
  private mutating func ruin() -> [Int] {
    let count = model.blocks.count
    let size = min(count, 1 + random.number(below: min(6, count)))
    var seed = random.number(below: count)
    // Of a few blocks, the one that costs most is the likeliest to gain.
    for _ in 0..<3 {
      let other = random.number(below: count)
      if costs[other] > costs[seed] { seed = other }
    }
    var ruined = [seed]
    if random.chance(60) {
      var middle = start(of: seed)
      if case .overrun(let first) = goal, random.chance(50) { middle = first }
      let near = model.blocks.indices.filter { $0 != seed }
        .map { (distance: abs(start(of: $0) - middle), block: $0) }
        .sorted { ($0.distance, $0.block) < ($1.distance, $1.block) }
        .prefix(2 * size)
      var pool = near.map(\.block)
      while ruined.count < size, !pool.isEmpty {
        ruined.append(pool.remove(at: random.number(below: pool.count)))
      }
    } else {
      while ruined.count < size {
        let other = random.number(below: count)
        if !ruined.contains(other) { ruined.append(other) }
      }
    }
    return ruined
  }

  /// The start of a block's member that is placed somewhere in the middle of it.
  private func start(of block: Int) -> Int {
    placement.starts[model.blocks[block][model.blocks[block].count / 2]]
  }

  private mutating func shuffled(_ blocks: [Int]) -> [Int] {
    var blocks = blocks
    for place in blocks.indices.dropFirst().reversed() {
      blocks.swapAt(place, random.number(below: place + 1))
    }
    return blocks
  }

  private mutating func varyModes(of block: Int) {
    for activity in model.blocks[block] {
      let count = model.problem.activities[activity].modes.count
      if count > 1, random.chance(20) {
        placement.choose(mode: random.number(below: count), of: activity)
      }
    }
  }

  /// Places a block as late as it can be, or a little earlier where that costs less; its cost, nil
  /// where it has no room.
  private mutating func placeWell(_ block: Int) -> Int? {
    guard placement.place(block, in: frame) else { return nil }
    var cost = cost(of: block)
    guard case .staleness = goal, cost > 0 else { return cost }
    // What stands may do so only because the last steps are where they are.
    var delays = Set<Int>()
    let slack =
      model.groups[block].map { index -> Int in
        let group = model.problem.groups[index]
        return frame.completion + group.offset.value - placement.end(of: group)
      }.min() ?? 0
    for index in model.standing[block] {
      let excess = placement.excess(of: model.problem.standing[index])
      if excess > 0 { delays.insert(slack + excess) }
    }
    if random.chance(30) { delays.insert(slack + 1 + random.number(below: max(2, cost))) }
    for delay in delays.sorted().prefix(3) {
      var memory = Placement.Memory()
      placement.remember(block, in: &memory)
      placement.remove(block)
      if placement.place(block, in: frame, dueEarlier: delay) {
        let other = self.cost(of: block)
        if other < cost {
          cost = other
          continue
        }
        placement.remove(block)
      }
      placement.restore(memory)
    }
    return cost
  }
}
