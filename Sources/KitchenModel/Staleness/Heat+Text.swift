extension Heat {
  /// Reads one of the words, whatever the case.
  ///
  /// - Throws: ``HeatFault``.
  package init(parsing text: String) throws(HeatFault) {
    guard let heat = Heat(rawValue: text.trimmed.lowercased()) else {
      throw HeatFault(word: text.trimmed)
    }
    self = heat
  }
}

/// A word that does not say what equipment does.
package struct HeatFault: Explained, Hashable {
  /// The word.
  package var word: String

  package var message: String { "\"heat\" cannot be \(word.quoted)." }

  package var hint: String {
    NearMiss.question(of: Heat.allCases.map(\.rawValue), for: word)
      ?? "Write heats, chills or none."
  }
}
