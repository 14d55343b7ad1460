package import KitchenModel

/// What the doctor finds in a database.
package struct IntegrityReport: Sendable, Hashable {
  /// What is wrong, most basic first; empty where all is well.
  package var findings: [Diagnostic]
  /// The version of its tables.
  package var schemaVersion: Int
  /// The size of the file in bytes; 0 for a kitchen in memory.
  package var fileBytes: Int
  /// The size of the write-ahead log beside it in bytes.
  package var logBytes: Int
  /// How many rows the main tables have, in the order they are to be reported.
  package var counts: [Count]

  /// How many there are of something.
  package struct Count: Sendable, Hashable {
    /// Of what: `dishes`, `runs`.
    package var what: String
    /// How many.
    package var count: Int
  }
}
