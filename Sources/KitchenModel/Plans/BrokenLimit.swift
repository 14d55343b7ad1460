/// A limit that a plan made in the middle of a meal cannot keep.
package struct BrokenLimit: Sendable, Hashable {
  /// Which limit it is.
  package var kind: Kind
  /// What it allowed; zero where it is not a length.
  package var allowed: Seconds
  /// What it comes to; zero where it is not a length.
  package var actual: Seconds

  /// Creates a broken limit.
  package init(_ kind: Kind, allowed: Seconds = .zero, actual: Seconds = .zero) {
    self.kind = kind
    self.allowed = allowed
    self.actual = actual
  }

  /// By how much it is exceeded.
  package var excess: Seconds { actual - allowed }

  /// The limits of a meal. The same one broken by a little more is still the same one.
  package enum Kind: Sendable, Hashable {
    /// A dish, by index in the menu, waits longer to be served than its `holdMax`.
    case hold(dish: Int)
    /// A step starts later after another than its `max`.
    case distance(StepReference, after: StepReference)
    /// A step does not wait for another as its `min` says.
    case order(StepReference, after: StepReference)
    /// A step ends after its `notAfter`.
    case deadline(StepReference)
    /// A step starts before its `notBefore`.
    case release(StepReference)
    /// Who is away, by name, is needed.
    case absence(String)
    /// A step starts before its equipment is hot.
    case cold(StepReference)
    /// An appliance, by name, has no time to change its temperature.
    case temperatures(String)
    /// A waiting step starts while nobody is at hand.
    case attendance
    /// What has begun does not go together.
    case past
  }
}
