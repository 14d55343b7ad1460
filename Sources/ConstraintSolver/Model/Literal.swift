/// An integer variable or its negation.
///
/// Negation makes every bound a *lower* bound: `x ≤ 5` is `−x ≥ −5`. So the engine, the clauses and
/// every propagator know one kind of fact only. A variable has two terms with neighbouring indices.
package struct Term: Hashable, Sendable, BitwiseCopyable {
  /// The index: even for a variable, odd for its negation.
  let index: Int32

  /// The term's negation.
  package var negated: Term { Term(index: index ^ 1) }

  /// The constant 0.
  package static let zero = Term(index: 0)

  /// The term's place in tables with an entry a term.
  @inline(__always) var offset: Int { Int(index) }

  /// The literal that the term is at least `bound`.
  package static func >= (term: Term, bound: Int) -> Literal { Literal(term: term, bound: bound) }

  /// The literal that the term is at most `bound`.
  package static func <= (term: Term, bound: Int) -> Literal {
    Literal(term: term.negated, bound: -bound)
  }
}

/// A fact about one variable: that a term is at least a bound. Its negation is one, too.
package struct Literal: Hashable, Sendable, BitwiseCopyable {
  /// The term that is bounded.
  package let term: Term
  /// Its least value.
  package let bound: Int

  /// That the term is less than the bound.
  package var negated: Literal { Literal(term: term.negated, bound: 1 - bound) }

  /// True in every solution: the first variable is the constant 0.
  package static let always = Literal(term: Term(index: 0), bound: 0)
}

/// A term plus a constant: a start, or the end that lies a fixed duration later.
package struct Moment: Hashable, Sendable, BitwiseCopyable {
  /// The term.
  package let term: Term
  /// What is added to it.
  package let offset: Int

  /// Creates `term + offset`.
  package init(_ term: Term, plus offset: Int = 0) {
    self.term = term
    self.offset = offset
  }

  /// The moment mirrored in time.
  package var negated: Moment { Moment(term.negated, plus: -offset) }

  /// The moment that lies `distance` later.
  package static func + (moment: Moment, distance: Int) -> Moment {
    Moment(moment.term, plus: moment.offset + distance)
  }

  /// The literal that the moment is at least `bound`.
  package static func >= (moment: Moment, bound: Int) -> Literal {
    Literal(term: moment.term, bound: bound - moment.offset)
  }

  /// The literal that the moment is at most `bound`.
  package static func <= (moment: Moment, bound: Int) -> Literal {
    moment.term <= bound - moment.offset
  }
}
