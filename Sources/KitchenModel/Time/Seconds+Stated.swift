extension Seconds {
  /// Whether a text says this length in words: `Simmer for 35 minutes`, `Bake 1 h 30`.
  func isStated(in text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != ":" }
      .map { $0.hasPrefix("min") ? "min" : String($0) }
    return words.indices.contains { first in
      // A bare number may be eggs.
      (1...4).contains { count in
        let said = words.dropFirst(first).prefix(count)
        guard said.count == count, said.contains(where: { $0.contains(where: \.isLetter) }) else {
          return false
        }
        return (try? Seconds(durationText: said.joined(separator: " "))) == self
      }
    }
  }
}
