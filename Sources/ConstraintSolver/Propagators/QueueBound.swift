/// A lower bound on the sum of delays of jobs that queue at one resource.
///
/// Each *job* is some tasks on the resource that together cost `delay ≥ end − due`, where `end` is the
/// last of the tasks' ends; `total` is at least the sum of all delays plus a constant. Of the resource
/// only its speed is kept: jobs may be interrupted, and `capacity` units work like one that is as many
/// times as fast. Then the shortest remaining job first gives earliest ends C₁ ≤ C₂ ≤ … in every
/// place at once (Schrage 1968), and with the due times sorted likewise Σ max(0, Cₖ − Dₖ) is a bound
/// (Chu 1992). A delay's own lower bound counts as well: only what lies beyond it is added, as its
/// job's due time moves along.
///
/// When the bound exceeds what is allowed the failure is explained; and with one delay left out of the
/// sum, what is left to it is an upper bound. Explanations are thinned greedily: jobs, delays' bounds
/// and releases that the bound can do without are left out. O(n²) for a bound on n jobs, O(n³) for a
/// run.
package final class QueueBound: Propagator {
  /// Tasks that together are one customer of the resource.
  package struct Job {
    /// The tasks, all of them sure to take place.
    package var tasks: [Task]
    /// What `delay` is at least: the last task's end minus this.
    package var due: Int
    /// Its part of the sum.
    package var delay: Moment

    /// Creates a job.
    package init(tasks: [Task], due: Int, delay: Moment) {
      self.tasks = tasks
      self.due = due
      self.delay = delay
    }
  }

  private let count: Int
  private let tasks: Buffer<Task>
  private let firstTask: Buffer<Int>
  private let work: Buffer<Int>
  private let due: Buffer<Int>
  private let delay: Buffer<Moment>
  /// Further terms of the sum, without a job.
  private let others: Buffer<Moment>
  private let total: Moment
  private let capacity: Int
  private let terms: [Term]

  /// The bounds that an evaluation takes as given.
  private let release: Buffer<Int>
  private let least: Buffer<Int>
  private let isQueued: Buffer<Bool>
  private let otherLeast: Buffer<Int>
  // Working memory of the simulation.
  private let remaining: Buffer<Int>
  private let ends: Buffer<Int>
  private let dues: Buffer<Int>

  /// Creates the bound: `total ≥ Σ jobs' delays + Σ others`.
  package init(_ jobs: [Job], others: [Moment], total: Moment, capacity: Int) {
    count = jobs.count
    tasks = Buffer(jobs.flatMap(\.tasks))
    var first = [0]
    for job in jobs { first.append(first[first.count - 1] + job.tasks.count) }
    firstTask = Buffer(first)
    work = Buffer(jobs.map { job in job.tasks.reduce(0) { $0 + $1.duration * $1.amount } })
    due = Buffer(jobs.map(\.due))
    delay = Buffer(jobs.map(\.delay))
    self.others = Buffer(others)
    self.total = total
    self.capacity = capacity
    release = Buffer(repeating: 0, count: count)
    least = Buffer(repeating: 0, count: count)
    isQueued = Buffer(repeating: true, count: count)
    otherLeast = Buffer(repeating: 0, count: others.count)
    remaining = Buffer(repeating: 0, count: count)
    ends = Buffer(repeating: 0, count: count)
    dues = Buffer(repeating: 0, count: count)
    terms =
      jobs.flatMap { $0.tasks.map(\.start.term) + [$0.delay.term] } + others.map(\.term)
      + [total.term.negated]
  }

  deinit {
    tasks.deallocate()
    for moments in [delay, others] { moments.deallocate() }
    for numbers in [
      firstTask, work, due, release, least, otherLeast, remaining, ends, dues,
    ] {
      numbers.deallocate()
    }
    isQueued.deallocate()
  }

  override var priority: Priority { .last }
  override var watched: [Term] { terms }

  override func propagate(_ trail: inout Trail) -> Bool {
    read(trail)
    let bound = bound(without: -1)
    let highest = trail.upper(total)
    if trail.level == 0 {
      if !trail.infer(total >= bound, .none) { return false }
    } else if bound > highest {
      let mark = trail.openReason()
      explain(without: -1, atLeast: highest + 1, &trail)
      trail.premise(total <= highest)
      trail.fail(trail.closeReason(mark))
      return false
    }
    return limitDelays(highest, room: highest - bound, &trail)
  }

  /// Bounds each delay by what the others leave.
  private func limitDelays(_ highest: Int, room: Int, _ trail: inout Trail) -> Bool {
    for job in 0..<count {
      // Without the job the rest cannot need more than with it.
      if trail.upper(delay[job]) <= least[job] + room { continue }
      let most = highest - bound(without: job)
      if trail.upper(delay[job]) <= most { continue }
      let mark = trail.openReason()
      explain(without: job, atLeast: highest - most, &trail)
      trail.premise(total <= highest)
      if !trail.infer(delay[job] <= most, trail.closeReason(mark)) { return false }
      read(trail)
    }
    return true
  }

  private func read(_ trail: borrowing Trail) {
    for job in 0..<count {
      release[job] = earliest(job, trail)
      least[job] = trail.lower(delay[job])
      isQueued[job] = true
    }
    for index in 0..<others.count { otherLeast[index] = trail.lower(others[index]) }
  }

  private func earliest(_ job: Int, _ trail: borrowing Trail) -> Int {
    var time = Int.max
    for index in firstTask[job]..<firstTask[job + 1] {
      time = min(time, trail.lower(tasks[index].start))
    }
    return time
  }

  /// The bound on the sum, one job's delay (but not its work) left out.
  private func bound(without skipped: Int) -> Int {
    var sum = 0
    for index in 0..<others.count { sum += otherLeast[index] }
    var queued = 0
    for job in 0..<count {
      if job != skipped { sum += least[job] }
      if !isQueued[job] || job == skipped { continue }
      dues[queued] = (due[job] + least[job]) * capacity
      queued += 1
    }
    let finished = simulate(without: skipped)
    dues.insertionSort(queued) { $0 }
    var excess = 0
    for place in 0..<finished { excess += max(0, ends[place] - dues[place]) }
    return sum + (excess + capacity - 1) / capacity
  }

  /// Fills `ends` with the ends of the queued jobs, in order, when the shortest remaining goes first.
  private func simulate(without skipped: Int) -> Int {
    var left = 0
    var time = Int.max
    for job in 0..<count where isQueued[job] && job != skipped {
      remaining[job] = work[job]
      time = min(time, release[job] * capacity)
      left += 1
    }
    var finished = 0
    while finished < left {
      var best = -1
      var next = Int.max
      for job in 0..<count where isQueued[job] && job != skipped && remaining[job] > 0 {
        let start = release[job] * capacity
        if start > time {
          next = min(next, start)
        } else if best < 0 || remaining[job] < remaining[best] {
          best = job
        }
      }
      if best < 0 {
        time = next
        continue
      }
      let end = min(time + remaining[best], next)
      remaining[best] -= end - time
      time = end
      if remaining[best] == 0 {
        ends[finished] = time
        finished += 1
      }
    }
    return finished
  }

  /// Adds premises from which the sum without one delay is at least `needed`.
  private func explain(without skipped: Int, atLeast needed: Int, _ trail: inout Trail) {
    for job in 0..<count where job != skipped {
      isQueued[job] = false
      if bound(without: skipped) < needed { isQueued[job] = true }
    }
    for job in 0..<count where job != skipped {
      let known = least[job]
      least[job] = trail.rootLower(delay[job])
      if least[job] != known, bound(without: skipped) < needed { least[job] = known }
    }
    for job in 0..<count where isQueued[job] && job != skipped {
      let known = release[job]
      release[job] = rootEarliest(job, trail)
      if release[job] != known, bound(without: skipped) < needed { release[job] = known }
    }
    for job in 0..<count where job != skipped {
      trail.premise(delay[job] >= least[job])
      if !isQueued[job] { continue }
      for index in firstTask[job]..<firstTask[job + 1] {
        trail.premise(tasks[index].start >= release[job])
      }
    }
    for index in 0..<others.count { trail.premise(others[index] >= otherLeast[index]) }
  }

  private func rootEarliest(_ job: Int, _ trail: borrowing Trail) -> Int {
    var time = Int.max
    for index in firstTask[job]..<firstTask[job + 1] {
      time = min(time, trail.rootLower(tasks[index].start))
    }
    return time
  }
}
