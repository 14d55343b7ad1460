/// The literals that one task of a serial resource comes before another.
package struct OrderMatrix {
  private let size: Int
  private let literals: Buffer<Literal>

  /// The entry of a pair that has no order: two points.
  static let unordered = Literal.always.negated

  /// Creates the matrix of `size` tasks; nil for a pair that needs no order.
  init(_ size: Int, _ before: (Int, Int) -> Literal?) {
    self.size = size
    literals = Buffer(repeating: Self.unordered, count: size * size)
    for i in 0..<size {
      for j in 0..<size where i != j {
        if let literal = before(i, j) { literals[i * size + j] = literal }
      }
    }
  }

  func deallocate() { literals.deallocate() }

  /// The literal that `i` comes before `j`; where time is mirrored, after.
  @inline(__always) func callAsFunction(_ i: Int, _ j: Int, mirrored: Bool) -> Literal {
    literals[mirrored ? j * size + i : i * size + j]
  }

  /// The terms of all literals.
  var terms: [Term] {
    (0..<literals.count).map { literals[$0] }.filter { $0 != Self.unordered }.map(\.term)
  }
}
