/// What an import did, by name, in the files' order.
package struct ImportReport: Sendable, Hashable {
  /// Stored for the first time.
  package var added: [String] = []
  /// Stored in the place of what was there.
  package var replaced: [String] = []
  /// Already stored like that.
  package var unchanged: [String] = []
  /// What differed between the stored dishes and those that took their places.
  package var differences: [Difference] = []
  /// Whether a file's kitchen is now the stored one.
  package var tookKitchen = false

  /// Equipment that the stored dishes use and the kitchen lacks, each once.
  package var missingEquipment: [String] = []

  /// Creates the report of nothing done.
  package init() {}

  /// A dish in two versions, each as a kitchen file says it.
  package struct Difference: Sendable, Hashable {
    /// The dish's name.
    package var name: String
    /// What was stored.
    package var stored: String
    /// What was read.
    package var read: String

    /// Creates a difference.
    package init(name: String, stored: String, read: String) {
      self.name = name
      self.stored = stored
      self.read = read
    }
  }
}
