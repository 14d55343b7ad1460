/// A file's bytes with the name that messages give it.
package struct SourceFile: Sendable, Hashable {
  /// As the cook named it.
  package var name: String
  /// Its content.
  package var bytes: [UInt8]

  /// Creates a source.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
