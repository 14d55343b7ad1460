/// The tasks of a propagator by one bound of each, kept sorted from run to run.
///
/// Between two runs few bounds change, so that the insertion sort is close to linear.
struct TaskOrder {
  /// The tasks in order.
  let sequence: Buffer<Int32>
  /// The bound of each task when it was last sorted.
  let key: Buffer<Int>

  init(count: Int) {
    sequence = Buffer((0..<count).map { Int32(truncatingIfNeeded: $0) })
    key = Buffer(repeating: 0, count: count)
  }

  func deallocate() {
    sequence.deallocate()
    key.deallocate()
  }

  /// Sorts by the earliest starts of `tasks`.
  @inline(__always) func sortByStart(_ tasks: Buffer<Task>, _ trail: borrowing Trail) {
    for index in 0..<tasks.count { key[index] = trail.lower(tasks[index].start) }
    sortByKey()
  }

  /// Sorts by the latest ends of `tasks`.
  @inline(__always) func sortByEnd(_ tasks: Buffer<Task>, _ trail: borrowing Trail) {
    for index in 0..<tasks.count { key[index] = trail.upper(tasks[index].end) }
    sortByKey()
  }

  /// Sorts by the keys as they have been set.
  @inline(__always) func sortByKey() { sequence.insertionSort(sequence.count) { key[Int($0)] } }

  @inline(__always) subscript(place: Int) -> Int { Int(sequence[place]) }
}
