import Testing

@testable import ConstraintSolver

/// The tree's answers against trying every set.
@Suite struct ThetaLambdaTreeTests {
  @Test(arguments: 0..<200)
  func `the root knows the earliest completion with and without a gray task`(seed: Int) {
    var random = SplitMix(seed: seed)
    let count = Int.random(in: 1...7, using: &random)
    let starts = (0..<count).map { _ in Int.random(in: 0...9, using: &random) }.sorted()
    let durations = (0..<count).map { _ in Int.random(in: 1...5, using: &random) }
    var tree = ThetaLambdaTree(capacity: count)
    defer { tree.deallocate() }
    tree.clear(count)
    var white: [Int] = []
    var gray: [Int] = []
    for task in 0..<count {
      switch Int.random(in: 0...2, using: &random) {
      case 0:
        white.append(task)
        tree.insert(task, start: starts[task], duration: durations[task])
      case 1:
        gray.append(task)
        tree.gray(task, start: starts[task], duration: durations[task])
      default:
        tree.insert(task, start: starts[task], duration: durations[task])
        tree.remove(task)
      }
    }
    /// The latest, over all starts, of that start plus the work that begins no sooner.
    func completion(_ tasks: [Int]) -> Int? {
      tasks.map { first in
        starts[first]
          + tasks.filter { starts[$0] >= starts[first] }.reduce(0) { $0 + durations[$1] }
      }.max()
    }
    if let end = completion(white) { #expect(tree.end == end) }
    if let end = gray.compactMap({ completion(white + [$0]) }).max(),
      end > completion(white) ?? 0
    {
      #expect(tree.grayEnd == end)
      #expect(completion(white + [tree.grayLeaf]) == end)
    }
  }
}
