/// `Σ weight·term ≤ limit`, with positive weights (a term may be a negation).
///
/// Bounds consistency in linear time: with the least sum at hand, each term can rise by what is left.
/// An explanation needs the others' lower bounds only as far as the slack requires: premises are
/// dropped, then weakened, as the slack allows (Harvey & Schimpf 2002 for the propagation).
package final class LinearSum: Propagator {
  /// One summand.
  package struct Summand: BitwiseCopyable, Sendable {
    /// The term.
    package var term: Term
    /// What it counts, at least 1.
    package var weight: Int

    /// Creates a summand.
    package init(_ term: Term, weight: Int) {
      self.term = term
      self.weight = weight
    }
  }

  private let summands: Buffer<Summand>
  private let limit: Int
  private let terms: [Term]

  /// Creates `Σ weight·term ≤ limit`.
  package init(_ summands: [Summand], atMost limit: Int) {
    self.summands = Buffer(summands)
    self.limit = limit
    terms = summands.map(\.term)
  }

  deinit { summands.deallocate() }

  override var watched: [Term] { terms }

  override func propagate(_ trail: inout Trail) -> Bool {
    var least = 0
    for index in 0..<summands.count {
      least += summands[index].weight * trail.lower(summands[index].term)
    }
    let slack = limit - least
    if slack < 0 {
      trail.fail(explain(except: -1, surplus: -slack - 1, &trail))
      return false
    }
    for index in 0..<summands.count {
      let summand = summands[index]
      let highest = trail.lower(summand.term) + slack / summand.weight
      if trail.upper(summand.term) <= highest { continue }
      // The least sum at which `highest + 1` is already too much.
      let excess = (highest + 1 - trail.lower(summand.term)) * summand.weight - slack
      let reason = explain(except: index, surplus: excess - 1, &trail)
      if !trail.infer(summand.term <= highest, reason) { return false }
    }
    return true
  }

  /// The lower bounds of the other terms, weakened by `surplus` in all.
  private func explain(except skipped: Int, surplus: Int, _ trail: inout Trail) -> Reason {
    var surplus = surplus
    let mark = trail.openReason()
    for index in 0..<summands.count where index != skipped {
      let summand = summands[index]
      let bound = trail.lower(summand.term)
      let rise = bound - trail.root[summand.term.offset]
      if rise == 0 { continue }
      if rise * summand.weight <= surplus {
        surplus -= rise * summand.weight
        continue
      }
      let step = surplus / summand.weight
      surplus -= step * summand.weight
      trail.premise(summand.term >= bound - step)
    }
    return trail.closeReason(mark)
  }
}
