public import Scheduling

/// Draws projects like those of the PSPLIB from the same three figures that describe its classes.
///
/// Source: Kolisch, Sprecher and Drexl, "Characterization and generation of a general class of
/// resource-constrained project scheduling problems", 1995.
public struct ProjectGenerator {
  /// What makes projects easy or hard.
  public struct Shape: Hashable, Sendable {
    /// The activities.
    public var activities: Int
    /// Arcs an activity, that is how narrow the network is: 1.5 to 2.1, in hundredths.
    public var complexity: Int
    /// The part of the four resources that an activity needs, in hundredths.
    public var factor: Int
    /// Where the capacities lie between the least possible (0) and all that the earliest starts ask
    /// for (100). Small is hard.
    public var strength: Int

    /// Creates a shape.
    public init(activities: Int, complexity: Int, factor: Int, strength: Int) {
      self.activities = activities
      self.complexity = complexity
      self.factor = factor
      self.strength = strength
    }
  }

  private static let resourceCount = 4
  private static let mostNeighbours = 3
  private let shape: Shape
  private var random: SeededGenerator
  private var followers: [Set<Int>]
  private var reachable: [Set<Int>]

  private init(_ shape: Shape, seed: UInt64) {
    self.shape = shape
    random = SeededGenerator(seed: seed)
    followers = [Set<Int>](repeating: [], count: shape.activities)
    reachable = followers
  }

  /// The project of a shape that a seed gives; always the same.
  public static func problem(_ shape: Shape, seed: UInt64) -> SchedulingProblem {
    var generator = ProjectGenerator(shape, seed: seed)
    generator.drawNetwork()
    return generator.problem()
  }

  /// Arcs between activities in their listed order, none of them implied by others, until there are
  /// enough.
  private mutating func drawNetwork() {
    let count = shape.activities
    var missing = (shape.complexity * (count + 2) + 50) / 100 - 2 * Self.mostNeighbours
    for activity in Self.mostNeighbours..<count
    where connect(random.pick(0...activity - 1), activity) {
      missing -= 1
    }
    var tries = 0
    while missing > 0, tries < 100 * count {
      tries += 1
      let (a, b) = (random.pick(0...count - 1), random.pick(0...count - 1))
      if a < b, connect(a, b) { missing -= 1 }
    }
  }

  private func predecessors(of activity: Int) -> Int {
    followers.count { $0.contains(activity) }
  }

  /// Adds an arc, unless it is implied, implies another, or gives one of its ends too many.
  private mutating func connect(_ a: Int, _ b: Int) -> Bool {
    if reachable[a].contains(b) || followers[a].count >= Self.mostNeighbours
      || predecessors(of: b) >= Self.mostNeighbours
    {
      return false
    }
    let after = reachable[b].union([b])
    let before = followers.indices.filter { $0 == a || reachable[$0].contains(a) }
    if before.contains(where: { !followers[$0].isDisjoint(with: after) }) { return false }
    followers[a].insert(b)
    for earlier in before { reachable[earlier].formUnion(after) }
    return true
  }

  private mutating func problem() -> SchedulingProblem {
    let durations = followers.map { _ in random.pick(1...10) }
    let amounts = followers.map { _ in drawAmounts() }
    var problem = SchedulingProblem()
    for (index, duration) in durations.enumerated() {
      problem.activities.append(
        Activity(
          name: "job \(index + 1)",
          modes: [Mode(duration: TimeSpan(duration), requirements: requirements(amounts[index]))]))
      for follower in followers[index].sorted() {
        problem.timeLags.append(TimeLag(from: ActivityID(index), to: ActivityID(follower)))
      }
    }
    for resource in 0..<Self.resourceCount {
      let needs = amounts.map { $0[resource] }
      let least = max(needs.max() ?? 0, 1)
      let most = max(peak(needs, durations), least)
      problem.resources.append(
        Resource(
          name: "R\(resource + 1)",
          capacity: least + ((most - least) * shape.strength + 50) / 100))
    }
    return problem
  }

  private mutating func drawAmounts() -> [Int] {
    let needed = max(1, (Self.resourceCount * shape.factor + random.pick(0...99)) / 100)
    let chosen = Array(0..<Self.resourceCount).shuffled(using: &random).prefix(needed)
    return (0..<Self.resourceCount).map { chosen.contains($0) ? random.pick(1...10) : 0 }
  }

  /// The most that is needed at once when everything starts as early as the network allows.
  private func peak(_ needs: [Int], _ durations: [Int]) -> Int {
    var starts = durations.map { _ in 0 }
    for (index, after) in followers.enumerated() {
      for follower in after {
        starts[follower] = max(starts[follower], starts[index] + durations[index])
      }
    }
    return starts.map { time in
      needs.indices.reduce(0) { sum, index in
        let isRunning = starts[index] <= time && time < starts[index] + durations[index]
        return sum + (isRunning ? needs[index] : 0)
      }
    }.max() ?? 0
  }
}
