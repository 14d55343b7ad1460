extension ClauseStore {
  /// Appends a clause's literals other than `implied`'s, negated: why that literal holds.
  func explain(_ clause: Int, implying term: Term, into premises: inout Vector<Literal>) {
    let header = headers[clause]
    for place in header.start..<(header.start + Int(header.count)) {
      let literal = literals[place]
      if literal.term != term { premises.append(literal.negated) }
    }
  }

  /// Rewards a learnt clause that took part in a conflict.
  mutating func bump(_ clause: Int) {
    guard headers[clause].glue > 0 else { return }
    headers[clause].activity += increment
    if headers[clause].activity > 1 << 56 {
      for index in 0..<headers.count { headers[index].activity >>= 32 }
      increment = max(increment >> 32, 1 << 20)
    }
  }

  /// Makes later rewards weigh more.
  mutating func decay() { increment += increment >> 10 }

  /// Drops the worse half of the learnt clauses that are not a reason on the trail, and packs the
  /// rest. Clauses of at most two decision levels stay (Audemard & Simon 2009), unless most are
  /// such.
  mutating func reduce(_ trail: borrowing Trail) {
    var isLocked = [Bool](repeating: false, count: headers.count)
    for position in 0..<trail.entries.count {
      let reason = trail.entries[position].reason
      if reason.kind == .clause { isLocked[Int(reason.first)] = true }
    }
    var candidates = learnt(withGlueFrom: 3, isLocked)
    if candidates.count < learntCount / 2 { candidates = learnt(withGlueFrom: 1, isLocked) }
    candidates.sort {
      let (a, b) = (headers[$0], headers[$1])
      if a.activity != b.activity { return a.activity < b.activity }
      return a.glue != b.glue ? a.glue > b.glue : $0 < $1
    }
    for index in candidates.prefix(candidates.count / 2) {
      headers[index].isDeleted = true
      learntCount -= 1
    }
    pack()
  }

  private func learnt(withGlueFrom least: Int32, _ isLocked: [Bool]) -> [Int] {
    (0..<headers.count).filter {
      !headers[$0].isDeleted && headers[$0].glue >= least && !isLocked[$0]
    }
  }

  /// Closes the gaps that deleted clauses leave, and drops the watches on them.
  private mutating func pack() {
    var packed = Vector<Literal>(capacity: literals.count)
    free.truncate(to: 0)
    for index in 0..<headers.count {
      if headers[index].isDeleted {
        free.append(Int32(truncatingIfNeeded: index))
        continue
      }
      let length = Int(headers[index].count)
      packed.append(Self.mark(length: length, index))
      let start = packed.count
      for place in headers[index].start..<(headers[index].start + length) {
        packed.append(literals[place])
      }
      headers[index].start = start
    }
    for index in 0..<lists.count {
      guard let base = lists[index].base else { continue }
      var kept = 0
      for read in 0..<Int(lists[index].count) {
        var watch = base[read]
        let header = headers[literals[Int(watch.start) - 1].bound]
        if header.isDeleted { continue }
        watch.start = Int32(truncatingIfNeeded: header.start)
        base[kept] = watch
        kept += 1
      }
      lists[index].count = Int32(truncatingIfNeeded: kept)
    }
    literals = packed
  }
}
