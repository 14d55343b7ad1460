/// A value to be written, as YAML or as JSON.
enum Value {
  /// Text, which YAML could mistake for something else unless it is quoted.
  case text(String)
  /// What reads the same bare and quoted: a duration, a temperature, a clock time.
  case token(String)
  /// A whole number.
  case number(Int)
  /// A truth value.
  case truth(Bool)
  /// Nothing.
  case null
  /// A list over several lines.
  case list([Value])
  /// A list on one line.
  case row([Value])
  /// Keys with values, a line each.
  case map([Value.Entry])
  /// Keys with values on one line.
  case group([Value.Entry])

  /// A key with its value.
  struct Entry {
    /// The key.
    var key: String
    /// The value.
    var value: Value

    /// Creates an entry.
    init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }
}
