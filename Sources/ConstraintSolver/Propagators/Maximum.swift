/// `result = max(moments)`.
///
/// That the result is at least each moment belongs to the difference graph; this adds that it is at
/// most the greatest of them, and that the last moment able to reach it must. Linear time.
package final class Maximum: Propagator {
  private let result: Moment
  private let moments: Buffer<Moment>
  private let terms: [Term]

  /// Creates the upper half of `result = max(moments)`.
  package init(_ result: Moment, of moments: [Moment]) {
    self.result = result
    self.moments = Buffer(moments)
    terms = moments.map(\.term.negated) + [result.term]
  }

  deinit { moments.deallocate() }

  override var watched: [Term] { terms }

  override func propagate(_ trail: inout Trail) -> Bool {
    var highest = Int.min
    for index in 0..<moments.count { highest = max(highest, trail.upper(moments[index])) }
    if highest < trail.upper(result) {
      let mark = trail.openReason()
      for index in 0..<moments.count { trail.premise(moments[index] <= highest) }
      if !trail.infer(result <= highest, trail.closeReason(mark)) { return false }
    }
    let lowest = trail.lower(result)
    var support = -1
    for index in 0..<moments.count where trail.upper(moments[index]) >= lowest {
      if support >= 0 { return true }
      support = index
    }
    if support < 0 || trail.lower(moments[support]) >= lowest { return true }
    let mark = trail.openReason()
    trail.premise(result >= lowest)
    for index in 0..<moments.count where index != support {
      trail.premise(moments[index] <= lowest - 1)
    }
    return trail.infer(moments[support] >= lowest, trail.closeReason(mark))
  }
}
