/// Arcs with lengths between numbered nodes.
struct LagGraph {
  private struct Arc {
    var from: Int
    var to: Int
    var length: Int
  }

  private let count: Int
  private var arcs: [Arc] = []

  /// Creates a graph of `count` nodes without arcs.
  init(count: Int) { self.count = count }

  /// Adds an arc.
  mutating func add(from: Int, to: Int, length: Int) {
    arcs.append(Arc(from: from, to: to, length: length))
  }

  /// The nodes of a cycle of positive length, in order from the least; nil where there is none.
  func positiveCycle() -> [Int]? {
    let component = components()
    var inner = [[Arc]](repeating: [], count: count)
    var sizes = [Int](repeating: 0, count: count)
    for number in component { sizes[number] += 1 }
    for arc in arcs where component[arc.from] == component[arc.to] {
      inner[component[arc.from]].append(arc)
    }
    var distance = [Int](repeating: 0, count: count)
    var before = [Int?](repeating: nil, count: count)
    for (number, arcs) in inner.enumerated() where !arcs.isEmpty {
      var last: Int?
      for _ in 0..<sizes[number] {
        last = nil
        for arc in arcs where distance[arc.from] + arc.length > distance[arc.to] {
          distance[arc.to] = distance[arc.from] + arc.length
          before[arc.to] = arc.from
          last = arc.to
        }
        if last == nil { break }
      }
      if let last { return cycle(before: before, from: last, steps: sizes[number]) }
    }
    return nil
  }

  /// The cycle that a node changed in the last round hangs on: that many steps back are in it.
  private func cycle(before: [Int?], from node: Int, steps: Int) -> [Int] {
    var inside = node
    for _ in 0..<steps { inside = before[inside] ?? inside }
    var nodes = [inside]
    var next = before[inside] ?? inside
    while next != inside {
      nodes.append(next)
      next = before[next] ?? inside
    }
    nodes.reverse()
    let least = nodes.indices.min { nodes[$0] < nodes[$1] } ?? 0
    return Array(nodes[least...] + nodes[..<least])
  }

  /// Each node's strongly connected component, numbered below ``count``.
  ///
  /// Tarjan's algorithm with a stack of its own, so that long chains do not exhaust the thread's.
  private func components() -> [Int] {
    var heads = [[Int]](repeating: [], count: count)
    for arc in arcs { heads[arc.from].append(arc.to) }
    var index = [Int?](repeating: nil, count: count)
    var low = [Int](repeating: 0, count: count)
    var component = [Int?](repeating: nil, count: count)
    var open: [Int] = []
    var visits: [(node: Int, next: Int)] = []
    var (clock, number) = (0, 0)
    for root in 0..<count where index[root] == nil {
      visits.append((root, 0))
      while let (node, next) = visits.popLast() {
        if next == 0 {
          index[node] = clock
          low[node] = clock
          clock += 1
          open.append(node)
        } else {
          low[node] = min(low[node], low[heads[node][next - 1]])
        }
        var place = next
        var descended = false
        while place < heads[node].count {
          let head = heads[node][place]
          place += 1
          if let seen = index[head] {
            if component[head] == nil { low[node] = min(low[node], seen) }
          } else {
            visits.append((node, place))
            visits.append((head, 0))
            descended = true
            break
          }
        }
        if descended { continue }
        if low[node] == index[node] {
          while let member = open.popLast() {
            component[member] = number
            if member == node { break }
          }
          number += 1
        }
      }
    }
    return component.map { $0 ?? 0 }
  }
}
