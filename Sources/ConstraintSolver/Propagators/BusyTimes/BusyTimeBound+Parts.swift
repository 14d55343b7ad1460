extension BusyTimeBound {
  /// Tasks that share a machine.
  package struct Machine {
    /// The tasks, all of them sure to take place and of some length.
    package var tasks: [Task]
    /// How many units it has.
    package var capacity: Int

    /// Creates a machine.
    package init(tasks: [Task], capacity: Int) {
      self.tasks = tasks
      self.capacity = capacity
    }
  }

  /// A task, by its place on a machine, and how much its start weighs.
  package struct Part {
    /// The machine's number.
    package var machine: Int
    /// The task's place on it.
    package var task: Int
    /// At least 1.
    package var weight: Int

    /// Creates a part.
    package init(machine: Int, task: Int, weight: Int) {
      self.machine = machine
      self.task = task
      self.weight = weight
    }
  }

  /// `cost ≥ Σ weight·start + constant`.
  package struct Claim {
    /// The weighted starts.
    package var parts: [Part]
    /// What is added.
    package var constant: Int

    /// Creates a claim.
    package init(parts: [Part], constant: Int) {
      self.parts = parts
      self.constant = constant
    }
  }

  /// A part of the sum.
  package struct Customer {
    /// What it costs.
    package var cost: Moment
    /// What bounds that.
    package var claims: [Claim]

    /// Creates a customer.
    package init(cost: Moment, claims: [Claim]) {
      self.cost = cost
      self.claims = claims
    }
  }
}

/// Claims and their customers, flat: places of one are the first of the next.
struct BusyTimeClaims {
  /// A task, numbered over all machines, and the weight of its start.
  struct Entry: BitwiseCopyable {
    var task: Int32
    var weight: Int
  }

  let cost: Buffer<Moment>
  /// The first claim of each customer, and one past the last.
  let firstClaim: Buffer<Int>
  let constant: Buffer<Int>
  /// The first part of each claim, and one past the last.
  let firstPart: Buffer<Int>
  let parts: Buffer<Entry>

  /// Copies customers; `firstTask` numbers each machine's tasks.
  init(_ customers: [BusyTimeBound.Customer], firstTask: Buffer<Int>) {
    let claims = customers.flatMap(\.claims)
    cost = Buffer(customers.map(\.cost))
    firstClaim = Buffer(Self.firsts(customers.map(\.claims.count)))
    constant = Buffer(claims.map(\.constant))
    firstPart = Buffer(Self.firsts(claims.map(\.parts.count)))
    parts = Buffer(
      claims.flatMap(\.parts).map { part in
        let task = firstTask[part.machine] + part.task
        return Entry(task: Int32(truncatingIfNeeded: task), weight: part.weight)
      })
  }

  func deallocate() {
    cost.deallocate()
    firstClaim.deallocate()
    constant.deallocate()
    firstPart.deallocate()
    parts.deallocate()
  }

  /// Where each of several stretches begins, and the end of the last.
  static func firsts(_ counts: [Int]) -> [Int] {
    counts.reduce(into: [0]) { firsts, count in firsts.append(firsts[firsts.count - 1] + count) }
  }

  @inline(__always) func claims(of customer: Int) -> Range<Int> {
    firstClaim[customer]..<firstClaim[customer + 1]
  }

  @inline(__always) func parts(of claim: Int) -> Range<Int> {
    firstPart[claim]..<firstPart[claim + 1]
  }
}
