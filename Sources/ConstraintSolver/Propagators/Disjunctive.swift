/// Tasks of which no two overlap.
///
/// Each pair's order is a literal with its own differences in the graph; this adds what a pair alone
/// does not see. *Precedences*: a task comes after the known predecessors' earliest completion (the
/// literals make this at least as strong as detectable precedences). *Overload* and *edge finding*:
/// Θ-Λ trees find a set of tasks that leaves no time, or none for one more task in front, which
/// becomes order literals. Tasks of no length count as points that no other contains.
///
/// O(n²) for the precedences, O(n log n) otherwise, for n tasks. Explanations are the set's windows,
/// widened by the slack. Vilím, "Global Constraints in Scheduling" (2007); explanations after Vilím,
/// "Computing explanations for the unary resource constraint" (2005).
package final class Disjunctive: Propagator {
  private let count: Int
  private let tasks: Buffer<Task>
  private let mirrored: Buffer<Task>
  /// `orders[i * count + j]`: true only if i comes before j; nil-like where the pair has no order.
  private let orders: Buffer<Literal>
  private let transposed: Buffer<Literal>
  private let terms: [Term]
  private var tree: ThetaLambdaTree
  /// The tasks present, by earliest start; and by latest end.
  private let byStart: Buffer<Int>
  private let byEnd: Buffer<Int>
  private let leaf: Buffer<Int>
  /// The earliest starts by which ``byStart`` is sorted; a run may raise the trail's meanwhile.
  private let head: Buffer<Int>
  private let isWhite: Buffer<Bool>
  private let block: Buffer<Int>
  private var present = 0

  /// The literal of a pair that has no order: two points.
  static let unordered = Literal.always.negated

  /// Creates the constraint; `before(i, j)` is a literal that implies that task i ends before task j
  /// starts, and one of `before(i, j)`, `before(j, i)` holds where both are present; nil for a pair
  /// that needs no order.
  package init(_ tasks: [Task], before: (Int, Int) -> Literal?) {
    count = tasks.count
    self.tasks = Buffer(tasks)
    mirrored = Buffer(tasks.map(\.mirrored))
    orders = Buffer(repeating: Self.unordered, count: count * count)
    transposed = Buffer(repeating: Self.unordered, count: count * count)
    var orderTerms: [Term] = []
    for i in 0..<count {
      for j in 0..<count where i != j {
        guard let literal = before(i, j) else { continue }
        orders[i * count + j] = literal
        transposed[j * count + i] = literal
        orderTerms.append(literal.term)
      }
    }
    terms =
      orderTerms + tasks.flatMap { [$0.start.term, $0.start.term.negated, $0.presence.term] }
    tree = ThetaLambdaTree(capacity: count)
    byStart = Buffer(Array(0..<count))
    byEnd = Buffer(Array(0..<count))
    leaf = Buffer(repeating: 0, count: count)
    head = Buffer(repeating: 0, count: count)
    isWhite = Buffer(repeating: false, count: count)
    block = Buffer(repeating: 0, count: count)
  }

  deinit {
    tasks.deallocate()
    mirrored.deallocate()
    orders.deallocate()
    transposed.deallocate()
    tree.deallocate()
    byStart.deallocate()
    byEnd.deallocate()
    leaf.deallocate()
    head.deallocate()
    isWhite.deallocate()
    block.deallocate()
  }

  override var priority: Priority { .later }
  override var watched: [Term] { terms }

  override func propagate(_ trail: inout Trail) -> Bool {
    for isMirrored in [false, true] {
      let view = isMirrored ? mirrored : tasks
      let before = isMirrored ? transposed : orders
      sort(view, trail)
      if present < 2 { return true }
      if !followPrecedences(view, before, &trail) { return false }
      sort(view, trail)
      if !findEdges(view, before, &trail) { return false }
    }
    return true
  }

  private func sort(_ view: Buffer<Task>, _ trail: borrowing Trail) {
    present = 0
    for index in 0..<count where trail.holds(view[index].presence) {
      byStart[present] = index
      byEnd[present] = index
      head[index] = trail.lower(view[index].start)
      present += 1
    }
    byStart.insertionSort(present) { head[$0] }
    byEnd.insertionSort(present) { trail.upper(view[$0].end) }
    for place in 0..<present { leaf[byStart[place]] = place }
  }

  // MARK: Precedences

  /// Starts each task after the earliest completion of its known predecessors.
  private func followPrecedences(
    _ view: Buffer<Task>, _ before: Buffer<Literal>, _ trail: inout Trail
  ) -> Bool {
    for task in 0..<count where trail.holds(view[task].presence) {
      var end = Int.min
      var length = 0
      for place in 0..<present {
        let other = byStart[place]
        if other == task || !trail.holds(before[other * count + task]) { continue }
        let start = head[other]
        if start >= end {
          end = start
          length = 0
        }
        block[length] = other
        length += 1
        end += view[other].duration
      }
      if length < 2 || end <= trail.lower(view[task].start) { continue }
      var start = Int.max
      for place in 0..<length { start = min(start, head[block[place]]) }
      let mark = trail.openReason()
      for place in 0..<length {
        let other = block[place]
        trail.premise(view[other].start >= start)
        trail.premise(before[other * count + task])
        trail.premise(view[other].presence)
      }
      if !trail.infer(view[task].start >= end, trail.closeReason(mark)) { return false }
    }
    return true
  }

  // MARK: Overload and edge finding

  private func findEdges(
    _ view: Buffer<Task>, _ before: Buffer<Literal>, _ trail: inout Trail
  ) -> Bool {
    tree.clear(present)
    for place in 0..<present {
      let task = byEnd[place]
      isWhite[task] = true
      tree.insert(
        leaf[task], start: head[task], duration: view[task].duration)
      let deadline = trail.upper(view[task].end)
      if tree.end > deadline {
        explainSet(view, extra: -1, deadline: deadline, &trail)
        for other in 0..<count { isWhite[other] = false }
        return false
      }
    }
    defer { for other in 0..<count { isWhite[other] = false } }
    var place = present - 1
    while place > 0 {
      let leaving = byEnd[place]
      isWhite[leaving] = false
      tree.gray(
        leaf[leaving], start: head[leaving], duration: view[leaving].duration)
      place -= 1
      let deadline = trail.upper(view[byEnd[place]].end)
      while tree.grayEnd > deadline, tree.grayLeaf >= 0 {
        let task = byStart[tree.grayLeaf]
        if !placeLast(view, before, task, deadline, &trail) { return false }
        tree.remove(leaf[task])
      }
    }
    return true
  }

  /// A task does not fit in front of the white tasks' end: it comes after those of a set.
  private func placeLast(
    _ view: Buffer<Task>, _ before: Buffer<Literal>, _ task: Int, _ deadline: Int,
    _ trail: inout Trail
  ) -> Bool {
    guard let found = tightSet(view, extra: task, deadline: deadline, trail) else { return true }
    var isNews = false
    for other in 0..<count where isWhite[other] && head[other] >= found.start {
      let literal = before[other * count + task]
      if literal != Self.unordered, !trail.holds(literal) { isNews = true }
    }
    if !isNews { return true }
    let reason = explain(view, found, extra: task, deadline: deadline, &trail)
    for other in 0..<count where isWhite[other] && head[other] >= found.start {
      let literal = before[other * count + task]
      if literal == Self.unordered { continue }
      if !trail.infer(literal, reason) { return false }
    }
    return true
  }

  /// The least start from which the white tasks, and the extra one, do not fit before a deadline;
  /// and by how much.
  private func tightSet(
    _ view: Buffer<Task>, extra: Int, deadline: Int, _ trail: borrowing Trail
  ) -> (start: Int, excess: Int)? {
    var sum = extra >= 0 ? view[extra].duration : 0
    let latest = extra >= 0 ? head[extra] : Int.max
    var place = present
    while place > 0 {
      place -= 1
      let task = byStart[place]
      if !isWhite[task] { continue }
      sum += view[task].duration
      let start = min(head[task], latest)
      if start + sum > deadline { return (start, start + sum - deadline) }
    }
    return nil
  }

  private func explainSet(
    _ view: Buffer<Task>, extra: Int, deadline: Int, _ trail: inout Trail
  ) {
    if let found = tightSet(view, extra: extra, deadline: deadline, trail) {
      trail.fail(explain(view, found, extra: extra, deadline: deadline, &trail))
    }
  }

  private func explain(
    _ view: Buffer<Task>, _ set: (start: Int, excess: Int), extra: Int, deadline: Int,
    _ trail: inout Trail
  ) -> Reason {
    let mark = trail.openReason()
    // The windows may be wider by all but one of the excess.
    let start = set.start - (set.excess - 1)
    for other in 0..<count where isWhite[other] && head[other] >= set.start {
      trail.premise(view[other].start >= start)
      trail.premise(view[other].end <= deadline)
      trail.premise(view[other].presence)
    }
    if extra >= 0 {
      trail.premise(view[extra].start >= start)
      trail.premise(view[extra].presence)
    }
    return trail.closeReason(mark)
  }
}
