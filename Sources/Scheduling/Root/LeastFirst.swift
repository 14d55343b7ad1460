/// Nodes by a key, the least first: a binary heap that may hold a node more than once.
struct LeastFirst {
  private var entries: [(key: Int, node: Int)] = []

  mutating func insert(_ node: Int, key: Int) {
    var place = entries.count
    entries.append((key, node))
    while place > 0 {
      let parent = (place - 1) / 2
      if entries[parent].key <= key { break }
      entries[place] = entries[parent]
      place = parent
    }
    entries[place] = (key, node)
  }

  /// Takes out a node with the least key; nil where there is none.
  mutating func popLeast() -> (node: Int, key: Int)? {
    guard let least = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return (least.node, least.key) }
    var place = 0
    while true {
      var child = 2 * place + 1
      if child >= entries.count { break }
      if child + 1 < entries.count, entries[child + 1].key < entries[child].key { child += 1 }
      if last.key <= entries[child].key { break }
      entries[place] = entries[child]
      place = child
    }
    entries[place] = last
    return (least.node, least.key)
  }
}
