/// What a check of the database found.
package struct HealthReport: Sendable, Hashable {
  /// Where the database is, or would be.
  package var databasePath: String
  /// Whether there is one yet.
  package var exists: Bool
  /// The version of its tables.
  package var schemaVersion: Int
  /// The size of the file in bytes.
  package var fileBytes: Int
  /// The size of the write-ahead log beside it in bytes.
  package var logBytes: Int
  /// How many there are of what, in the order they are reported.
  package var counts: [Count]
  /// What is wrong, most basic first.
  package var findings: [Diagnostic]
  /// What is not wrong with it, and may go wrong.
  package var warnings: [Diagnostic]

  /// How many there are of something.
  package struct Count: Sendable, Hashable {
    /// Of what: `dishes`.
    package var what: String
    /// How many.
    package var count: Int

    /// Creates a count.
    package init(what: String, count: Int) {
      self.what = what
      self.count = count
    }
  }

  /// Creates a report.
  package init(
    databasePath: String, exists: Bool, schemaVersion: Int, fileBytes: Int, logBytes: Int,
    counts: [Count], findings: [Diagnostic], warnings: [Diagnostic] = []
  ) {
    self.databasePath = databasePath
    self.exists = exists
    self.schemaVersion = schemaVersion
    self.fileBytes = fileBytes
    self.logBytes = logBytes
    self.counts = counts
    self.findings = findings
    self.warnings = warnings
  }

  /// Whether nothing is wrong.
  package var isWell: Bool { findings.isEmpty }
}
