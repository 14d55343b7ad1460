/// Vilím's Θ-Λ tree: the earliest completion time of a set of tasks on a unary resource, and the
/// latest that it can become by adding one *gray* task.
///
/// Leaves stand in the order of earliest starts. Each node holds the sum of durations and the earliest
/// completion of the white tasks below it, the same with the best gray task added, and which gray task
/// that is. Changing a leaf is O(log n), asking the root O(1). Vilím, "Global Constraints in
/// Scheduling" (2007).
struct ThetaLambdaTree {
  struct Node: BitwiseCopyable {
    var sum: Int
    var end: Int
    var graySum: Int
    var grayEnd: Int
    /// The leaves responsible for `graySum` and `grayEnd`; -1 for none.
    var graySumLeaf: Int32
    var grayEndLeaf: Int32
  }

  /// An earliest completion of no task at all.
  static let none = Int.min / 4
  private static let empty = Node(
    sum: 0, end: none, graySum: 0, grayEnd: none, graySumLeaf: -1, grayEndLeaf: -1)

  private let nodes: Buffer<Node>
  private var size = 1

  /// Creates a tree for up to `capacity` tasks.
  init(capacity: Int) {
    var room = 1
    while room < capacity { room *= 2 }
    nodes = Buffer(repeating: Self.empty, count: 2 * room)
  }

  func deallocate() { nodes.deallocate() }

  /// Empties the tree for `count` tasks.
  mutating func clear(_ count: Int) {
    size = 1
    while size < count { size *= 2 }
    for index in 0..<(2 * size) { nodes[index] = Self.empty }
  }

  /// The earliest completion of the white tasks.
  var end: Int { nodes[1].end }
  /// The latest that the earliest completion can become with one gray task.
  var grayEnd: Int { nodes[1].grayEnd }
  /// The leaf of that gray task; -1 when none makes it later.
  var grayLeaf: Int { Int(nodes[1].grayEndLeaf) }

  /// Puts a white task at a leaf.
  func insert(_ leaf: Int, start: Int, duration: Int) {
    set(
      leaf,
      Node(
        sum: duration, end: start + duration, graySum: duration, grayEnd: start + duration,
        graySumLeaf: -1, grayEndLeaf: -1))
  }

  /// Turns the task at a leaf gray.
  func gray(_ leaf: Int, start: Int, duration: Int) {
    let index = Int32(truncatingIfNeeded: leaf)
    set(
      leaf,
      Node(
        sum: 0, end: Self.none, graySum: duration, grayEnd: start + duration, graySumLeaf: index,
        grayEndLeaf: index))
  }

  /// Removes the task at a leaf.
  func remove(_ leaf: Int) { set(leaf, Self.empty) }

  private func set(_ leaf: Int, _ node: Node) {
    var index = size + leaf
    nodes[index] = node
    index /= 2
    while index >= 1 {
      nodes[index] = Self.join(nodes[2 * index], nodes[2 * index + 1])
      index /= 2
    }
  }

  @inline(__always) private static func join(_ left: Node, _ right: Node) -> Node {
    var node = Node(
      sum: left.sum + right.sum, end: max(right.end, left.end + right.sum),
      graySum: left.graySum + right.sum, grayEnd: right.grayEnd, graySumLeaf: left.graySumLeaf,
      grayEndLeaf: right.grayEndLeaf)
    if left.sum + right.graySum > node.graySum {
      node.graySum = left.sum + right.graySum
      node.graySumLeaf = right.graySumLeaf
    }
    if left.end + right.graySum > node.grayEnd {
      node.grayEnd = left.end + right.graySum
      node.grayEndLeaf = right.graySumLeaf
    }
    if left.grayEnd + right.sum > node.grayEnd {
      node.grayEnd = left.grayEnd + right.sum
      node.grayEndLeaf = left.grayEndLeaf
    }
    return node
  }
}
