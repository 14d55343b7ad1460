/// First-in-first-out queues of propagators, one a priority.
struct PropagatorQueues: ~Copyable {
  private var soon = Queue()
  private var later = Queue()
  private var last = Queue()

  init() {}

  struct Queue: ~Copyable {
    var items = Vector<Int32>(capacity: 16)
    var head = 0

    mutating func pop() -> Int? {
      if head == items.count { return nil }
      let item = Int(items[head])
      head += 1
      if head == items.count {
        items.truncate(to: 0)
        head = 0
      }
      return item
    }
  }

  mutating func push(_ index: Int, _ priority: Propagator.Priority) {
    let item = Int32(truncatingIfNeeded: index)
    switch priority {
    case .soon: soon.items.append(item)
    case .later: later.items.append(item)
    case .last: last.items.append(item)
    }
  }

  mutating func pop() -> Int? { soon.pop() ?? later.pop() ?? last.pop() }
}
