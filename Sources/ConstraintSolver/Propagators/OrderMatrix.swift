/// The literals that one task of a serial resource comes before another, for a propagator that asks
/// row by row.
///
/// Each is a choice, its negation, or a constant, so that its term's index says it all: an even one
/// stands for `≥ 1`, an odd one for `≥ 0` of the negation. Rows of such indices are short.
struct OrderMatrix {
  private let width: Int
  private let indices: Buffer<Int32>

  /// Creates the matrix of `height` rows and `width` columns; nil for a pair that has no order.
  init(height: Int, width: Int, _ literal: (Int, Int) -> Literal?) {
    self.width = width
    indices = Buffer(repeating: 0, count: height * width)
    for row in 0..<height {
      for column in 0..<width {
        guard let literal = literal(row, column) else { continue }
        indices[row * width + column] = Self.index(of: literal)
      }
    }
  }

  /// Index 0 stands for "never", as the constant 0 is not at least 1; its negation for "always".
  private static func index(of literal: Literal) -> Int32 {
    if literal == .always { return 1 }
    precondition(
      literal.bound == 1 - Int(literal.term.index & 1) || literal == Literal.always.negated,
      "an order is a choice or its negation")
    return literal == Literal.always.negated ? 0 : literal.term.index
  }

  func deallocate() { indices.deallocate() }

  /// Whether the pair's literal is true.
  @inline(__always) func holds(_ row: Int, _ column: Int, _ trail: borrowing Trail) -> Bool {
    let index = indices[row &* width &+ column]
    return trail.lower(Term(index: index)) >= 1 - Int(index & 1)
  }

  /// The pair's literal; nil where it can never hold.
  @inline(__always) func literal(_ row: Int, _ column: Int) -> Literal? {
    let index = indices[row * width + column]
    return index == 0 ? nil : Literal(term: Term(index: index), bound: 1 - Int(index & 1))
  }

  /// The terms of all literals.
  var terms: [Term] {
    (0..<indices.count).filter { indices[$0] > 1 }.map { Term(index: indices[$0]) }
  }
}
