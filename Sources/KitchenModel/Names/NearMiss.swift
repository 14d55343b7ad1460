/// The nearest of some words to one that was mistyped.
package enum NearMiss {
  /// The candidate with the fewest edits to `text`, without regard to case, the first of several;
  /// nil where all differ in more than a third of their letters.
  ///
  /// An edit inserts, removes or replaces a letter or swaps two neighbours, no letter twice (the
  /// optimal string alignment distance). O(n·m) a candidate, over the first 100 letters.
  package static func best(of candidates: [String], for text: String) -> String? {
    let key = Array(Name.key(of: String(text.prefix(longest))))
    guard !key.isEmpty else { return nil }
    var nearest: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = Array(Name.key(of: String(candidate.prefix(longest))))
      let limit = max(1, max(key.count, other.count) / 3)
      guard abs(key.count - other.count) <= limit, max(key.count, other.count) > 1 else { continue }
      let distance = distance(key, other)
      if distance <= limit, distance < nearest?.distance ?? .max { nearest = (candidate, distance) }
    }
    return nearest?.candidate
  }

  /// Whether the nearest of the candidates was meant: `Did you mean "hot"?`; nil where none is near.
  package static func question(of candidates: [String], for text: String) -> String? {
    best(of: candidates, for: text).map(question)
  }

  /// Whether `text` was meant: `Did you mean "hot"?`
  package static func question(_ text: String) -> String { "Did you mean \(text.quoted)?" }

  private static let longest = 100

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var rows = [Array(0...b.count)]
    for i in 1...max(1, a.count) where !a.isEmpty {
      var row = [i] + Array(repeating: 0, count: b.count)
      for j in b.indices.map({ $0 + 1 }) {
        let replaced = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        row[j] = min(rows[i - 1][j] + 1, row[j - 1] + 1, replaced)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], rows[i - 2][j - 2] + 1)
        }
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
