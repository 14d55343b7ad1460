package import JSON

extension JSONValue {
  /// The value as it was before a program wrote it in another shape: an object whose keys are
  /// numbers as the list it was (PHP writes lists with gaps so), JSON-LD's `{"@value": …}`,
  /// `{"@list": …}` and `{"@set": …}` as what they hold.
  ///
  /// O(n); recursive to the depth of the value, which ``LenientJSON/deepest`` bounds.
  package var plain: JSONValue {
    switch self {
    case .array(let elements): return .array(elements.map(\.plain))
    case .object(let members):
      if let held = Self.held(by: members) { return held.plain }
      if !members.isEmpty, members.allSatisfy({ Self.isNumber($0.key) }) {
        return .array(members.map(\.value.plain))
      }
      return .object(members.map { Member($0.key, $0.value.plain) })
    default: return self
    }
  }

  /// What an object of nothing but JSON-LD's keywords holds.
  private static func held(by members: [Member]) -> JSONValue? {
    guard members.allSatisfy({ $0.key.hasPrefix("@") }) else { return nil }
    return members.first { ["@value", "@list", "@set"].contains($0.key) }?.value
  }

  private static func isNumber(_ key: String) -> Bool {
    (1...9).contains(key.utf8.count) && key.utf8.allSatisfy { (48...57).contains($0) }
  }
}
