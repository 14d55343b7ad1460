/// What is held of each resource, and when: answers whether a mode fits in beside it.
struct BookingLedger {
  private let resources: [Resource]
  private var held: [Occupancy]
  /// The bookings of resources with setups.
  private var bookings: [[Booking]]

  private struct Booking {
    var start: Int
    var end: Int
    var amount: Int
    var family: Int?
  }

  /// A ledger of nothing held.
  init(_ resources: [Resource]) {
    self.resources = resources
    held = Array(repeating: Occupancy(), count: resources.count)
    bookings = Array(repeating: [], count: resources.count)
  }

  /// Books what the mode holds from `start` on. A mode of no length holds nothing.
  mutating func book(_ mode: Mode, _ allocation: [[ResourceID]], at start: Int) {
    guard mode.duration.value > 0 else { return }
    for (requirement, chosen) in zip(mode.requirements, allocation) {
      for resource in chosen {
        let booking = Booking(
          start: start, end: start + mode.duration.value, amount: requirement.amount,
          family: requirement.family)
        held[resource.index].add(booking.amount, from: booking.start, to: booking.end)
        if !resources[resource.index].setups.isEmpty { bookings[resource.index].append(booking) }
      }
    }
  }

  /// The units of the resource held at the instant.
  func amount(of resource: ResourceID, at instant: Int) -> Int {
    held[resource.index].level(at: instant)
  }

  /// The first candidates with which the mode fits at `start`; nil where it does not fit.
  func allocation(for mode: Mode, at start: Int) -> [[ResourceID]]? {
    guard mode.duration.value > 0 else {
      return mode.requirements.map { Array($0.candidates.prefix($0.count)) }
    }
    var taken: [ResourceID: Int] = [:]
    var allocation: [[ResourceID]] = []
    for requirement in mode.requirements {
      var held: [ResourceID] = []
      for candidate in requirement.candidates where held.count < requirement.count {
        let booking = Booking(
          start: start, end: start + mode.duration.value,
          amount: requirement.amount + taken[candidate, default: 0], family: requirement.family)
        guard fits(booking, on: candidate) else { continue }
        held.append(candidate)
        taken[candidate, default: 0] += requirement.amount
      }
      guard held.count == requirement.count else { return nil }
      allocation.append(held)
    }
    return allocation
  }

  private func fits(_ booking: Booking, on resource: ResourceID) -> Bool {
    let details = resources[resource.index]
    if details.unavailable.contains(where: {
      $0.start.value < booking.end && booking.start < $0.end.value
    }) {
      return false
    }
    let limit = details.capacity - booking.amount
    if held[resource.index].stretch(above: limit, from: booking.start, to: booking.end) != nil {
      return false
    }
    guard let family = booking.family, !details.setups.isEmpty else { return true }
    return bookings[resource.index].allSatisfy { other in
      guard let otherFamily = other.family, let after = details.setups[otherFamily][family]?.value,
        let before = details.setups[family][otherFamily]?.value
      else { return true }
      return booking.start >= other.end + after || other.start >= booking.end + before
    }
  }

  /// The first moment after `now` at which something is given back, set up or available again.
  func nextChange(after now: Int) -> Int? {
    var next = Int.max
    for (index, resource) in resources.enumerated() {
      if let end = held[index].decrease(after: now) { next = min(next, end) }
      for window in resource.unavailable where window.end.value > now {
        next = min(next, window.end.value)
      }
      for booking in bookings[index] {
        guard let family = booking.family else { continue }
        for case let setup? in resource.setups[family] where booking.end + setup.value > now {
          next = min(next, booking.end + setup.value)
        }
      }
    }
    return next == .max ? nil : next
  }
}
