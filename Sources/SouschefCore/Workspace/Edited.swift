/// What an edit left: something other than was there, or just that.
package enum Edited<Value: Sendable>: Sendable {
  case changed(Value)
  /// Nothing was stored, for nothing differed.
  case unchanged(Value)

  /// What there is now.
  package var value: Value {
    switch self {
    case .changed(let value), .unchanged(let value): value
    }
  }
}
