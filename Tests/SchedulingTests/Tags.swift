import Testing

extension Tag {
  /// Takes more than a few seconds.
  @Tag static var slow: Self
  /// Runs the solver on published instances.
  @Tag static var solver: Self
}
