package import KitchenModel

/// What a use case gives back: its value, and what the cook should know besides.
package struct Outcome<Value: Sendable>: Sendable {
  /// What was asked for.
  package var value: Value
  /// Warnings and remarks, in order.
  package var remarks: [Diagnostic]

  /// Creates an outcome.
  package init(_ value: Value, remarks: [Diagnostic] = []) {
    self.value = value
    self.remarks = remarks
  }
}
