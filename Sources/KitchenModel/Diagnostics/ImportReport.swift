/// What an import did, by name, in the files' order.
package struct ImportReport: Sendable, Hashable {
  /// Stored for the first time.
  package var added: [String] = []
  /// Stored in the place of what was there.
  package var replaced: [String] = []
  /// Stored so already.
  package var unchanged: [String] = []
  /// Whether a file's kitchen is now the stored one.
  package var tookKitchen = false

  /// Creates the report of nothing done.
  package init() {}
}
