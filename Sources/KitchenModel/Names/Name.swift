import Foundation

/// The name of a dish or a meal: 1 to 100 characters without `/`, `:` and control characters.
///
/// Two names are equal when they differ only in case and Unicode form.
package struct Name: Sendable {
  /// The name as the cook wrote it, trimmed of spaces at its ends, in Unicode normal form C.
  package let text: String
  /// What comparison uses: lower-cased, in normal form C.
  package let key: String

  /// Reads a name.
  ///
  /// - Throws: ``NameFault``.
  package init(_ text: String) throws(NameFault) {
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    guard !trimmed.isEmpty else { throw .empty }
    guard trimmed.count <= Self.longest, trimmed.utf8.count <= 16 * Self.longest else {
      throw .tooLong(trimmed)
    }
    for scalar in trimmed.unicodeScalars {
      if scalar == "/" || scalar == ":" { throw .forbidden(scalar, in: trimmed) }
      if scalar.isControl { throw .control(in: trimmed) }
    }
    self.text = trimmed.precomposedStringWithCanonicalMapping
    key = Self.key(of: trimmed)
  }

  /// The most characters a name has.
  package static let longest = 100

  /// What comparison of names uses.
  package static func key(of text: String) -> String {
    // ASCII has one form only, and plans look up thousands of names.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    return text.lowercased().precomposedStringWithCanonicalMapping
  }

  /// A key that also knows no accents: `Crème` and `creme` have the same. For finding what somebody
  /// types, never for telling names apart.
  package static func looseKey(of text: String) -> String {
    let key = key(of: text)
    if key.utf8.allSatisfy({ $0 < 0x80 }) { return key }
    var scalars = String.UnicodeScalarView()
    scalars.append(
      contentsOf: key.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
        $0.properties.generalCategory != .nonspacingMark
      })
    return String(scalars)
  }
}

extension Unicode.Scalar {
  /// Whether it moves the cursor, changes direction or is not a character at all: nothing that
  /// belongs in a name or on a terminal.
  package var isControl: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    default: (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }
  }

  /// Whether nobody sees it where it is shown, and it may show other characters otherwise than they
  /// are written: ``isControl``, and the marks of direction that texts in Arabic and Hebrew may
  /// have.
  package var isUnseen: Bool { isControl || [0x200E, 0x200F, 0x061C].contains(value) }
}

extension Name: Hashable, Comparable {
  package static func == (a: Name, b: Name) -> Bool { a.key == b.key }
  package static func < (a: Name, b: Name) -> Bool { a.key < b.key }
  package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension Name: CustomStringConvertible {
  package var description: String { text }
}

extension Name: Codable {
  package init(from decoder: any Decoder) throws {
    self = try Name(decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
