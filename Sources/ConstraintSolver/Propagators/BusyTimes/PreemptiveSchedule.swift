/// The least weighted sum of mean busy times on machines of which only the speed is kept.
///
/// Where tasks may be interrupted, and a machine does as many units of work at once as it has, the sum
/// of weighted mean busy times is least when of the tasks released the one with the greatest weight
/// for its work goes first (Goemans, Queyranne, Schulz, Skutella & Wang 2002). A task starts half its
/// duration before its mean busy time, so that the weighted sum of starts is bounded, too.
///
/// Handles to the memory of one propagator: O(n·k) for n tasks and k stretches in which a machine is
/// busy.
struct PreemptiveSchedule {
  let tasks: Buffer<Task>
  /// Where each machine's tasks begin, and the end of the last.
  let firstTask: Buffer<Int>
  let machineOf: Buffer<Int>
  /// The earliest starts taken as given, from some origin on.
  let release: Buffer<Int>
  let weight: Buffer<Int>
  private let work: Buffer<Int>
  private let capacity: Buffer<Int>
  /// Twice the integral of time over what each task has of its machine, whose time runs by work.
  private let moment: Buffer<Int>
  private let sequence: Buffer<Int32>
  /// The stretches in which the machine at hand is busy.
  private let from: Buffer<Int>
  private let until: Buffer<Int>

  init(_ machines: [BusyTimeBound.Machine]) {
    let all = machines.flatMap(\.tasks)
    tasks = Buffer(all)
    firstTask = Buffer(BusyTimeClaims.firsts(machines.map(\.tasks.count)))
    machineOf = Buffer(
      machines.indices.flatMap { Array(repeating: $0, count: machines[$0].tasks.count) })
    release = Buffer(repeating: 0, count: all.count)
    weight = Buffer(repeating: 0, count: all.count)
    work = Buffer(all.map { $0.duration * $0.amount })
    capacity = Buffer(machines.map(\.capacity))
    moment = Buffer(repeating: 0, count: all.count)
    sequence = Buffer(all.indices.map { Int32(truncatingIfNeeded: $0) })
    from = Buffer(repeating: 0, count: all.count + 1)
    until = Buffer(repeating: 0, count: all.count + 1)
  }

  func deallocate() {
    tasks.deallocate()
    sequence.deallocate()
    for numbers in [
      firstTask, machineOf, release, weight, work, capacity, moment, from, until,
    ] {
      numbers.deallocate()
    }
  }

  /// Which tasks to place: those that weigh nothing come last and hinder nobody.
  enum Extent { case weighted, all }

  /// The least sum of weighted starts on a machine, rounded down.
  func least(on machine: Int, _ extent: Extent) -> Int {
    let (first, end) = (firstTask[machine], firstTask[machine + 1])
    sort(first, end)
    let speed = capacity[machine]
    var sum = 0
    var stretches = 0
    for place in first..<end {
      let task = Int(sequence[place])
      if weight[task] == 0, extent == .weighted { break }
      moment[task] = take(work[task], from: release[task] * speed, &stretches)
      if weight[task] > 0 {
        sum += (weight[task] * moment[task]) / (2 * work[task] * speed)
        sum -= (weight[task] * tasks[task].duration + 1) / 2
      }
    }
    return sum
  }

  /// A task's start in the schedule of its machine, in parts of `grain` units of time.
  func start(_ task: Int, grain: Int) -> Int {
    grain * moment[task] / (2 * work[task] * capacity[machineOf[task]])
      - grain / 2 * tasks[task].duration
  }

  /// Takes the first free time for some work and joins the stretches that it touches; twice the
  /// integral of that time.
  private func take(_ work: Int, from begin: Int, _ count: inout Int) -> Int {
    var index = 0
    while index < count, until[index] < begin { index += 1 }
    let firstTouched = index
    var left = work
    var time = begin
    var newFrom = begin
    var moment = 0
    while index < count, from[index] <= time + left {
      if from[index] <= time {
        if index == firstTouched { newFrom = min(newFrom, from[index]) }
        time = max(time, until[index])
      } else {
        moment += from[index] * from[index] - time * time
        left -= from[index] - time
        time = until[index]
      }
      index += 1
      if left == 0 { break }
    }
    if left > 0 {
      moment += (time + left) * (time + left) - time * time
      time += left
    }
    replace(firstTouched, index, &count)
    from[firstTouched] = newFrom
    until[firstTouched] = time
    return moment
  }

  /// Makes room for one stretch in place of some, or of none.
  private func replace(_ first: Int, _ end: Int, _ count: inout Int) {
    if first == end {
      var place = count
      while place > first {
        from[place] = from[place - 1]
        until[place] = until[place - 1]
        place -= 1
      }
      count += 1
      return
    }
    let surplus = end - first - 1
    if surplus == 0 { return }
    for place in end..<count {
      from[place - surplus] = from[place]
      until[place - surplus] = until[place]
    }
    count -= surplus
  }

  /// Sorts a machine's tasks by weight for their work, the greatest first.
  private func sort(_ first: Int, _ end: Int) {
    var index = first + 1
    while index < end {
      let task = sequence[index]
      let (own, size) = (weight[Int(task)], work[Int(task)])
      var place = index
      while place > first {
        let other = Int(sequence[place - 1])
        let (mine, theirs) = (own * work[other], weight[other] * size)
        if mine < theirs || (mine == theirs && Int(task) > other) { break }
        sequence[place] = sequence[place - 1]
        place -= 1
      }
      sequence[place] = task
      index += 1
    }
  }
}
