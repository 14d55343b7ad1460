/// A file's bytes with the name that messages give it.
package struct SourceFile: Sendable, Hashable {
  /// As the cook named it.
  package var name: String
  /// Its content.
  package var bytes: [UInt8]
  /// How the cook came to it.
  package var way: Way

  /// How a file came to be read.
  package enum Way: Sendable {
    /// The cook named it.
    case named
    /// It lies in a folder that the cook named.
    case found
  }

  /// Creates a source.
  package init(name: String, bytes: [UInt8], way: Way = .named) {
    self.name = name
    self.bytes = bytes
    self.way = way
  }
}
