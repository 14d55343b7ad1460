import Foundation
package import KitchenModel
import KitchenStore

/// Checks the database.
package struct CheckDatabase {
  /// Creates the request.
  package init() {}

  /// What was found.
  ///
  /// - Throws: ``Diagnostic`` where the database cannot be read at all.
  package func perform(in workspace: Workspace) throws -> Outcome<HealthReport> {
    let (store, report): (KitchenStore, IntegrityReport)
    do {
      store = try workspace.storeForReading()
      if !store.isReadOnly { LeaseLock.removeAbandoned(beside: workspace.databasePath) }
      report = try store.integrity()
    } catch let diagnostic as Diagnostic {
      throw diagnostic.asTheDoctorSaysIt
    }
    let emptiness = store.path == nil ? Self.emptiness(of: workspace.databasePath) : []
    return Outcome(
      HealthReport(
        databasePath: workspace.databasePath, exists: store.path != nil,
        schemaVersion: report.schemaVersion, fileBytes: report.fileBytes,
        logBytes: report.logBytes,
        counts: report.counts.map { .init(what: $0.what, count: $0.count) },
        findings: report.findings + emptiness,
        warnings: Surroundings.warnings(about: workspace.databasePath)
          + Self.keptRuns(in: workspace)
          + (store.isReadOnly ? [Self.readOnly] : [])))
  }

  /// Runs that lost their database while they were cooked, and have not been stored since.
  private static func keptRuns(in workspace: Workspace) -> [Diagnostic] {
    KeptFile.runs(beside: workspace.databasePath).compactMap { file in
      guard let bytes = try? Data(contentsOf: URL(filePath: file)),
        let rehearsed = try? ImportHistory(
          SourceFile(name: file, bytes: Array(bytes)), rehearsing: .dryRun
        ).perform(in: workspace),
        rehearsed.value.added > 0
      else { return nil }
      return Diagnostic(
        .couldNotBeDone, "A run that lost its database is kept in \"\(file)\", and not stored.",
        hints: [.advice(.storeRun(file: file))], severity: .warning)
    }
  }

  private static let readOnly = Diagnostic(
    .couldNotBeDone, "The database is read-only here: changes are refused.",
    hints: ["Change its permissions or those of its folder."], severity: .warning)

  /// A file in which nothing was ever stored may be one that has lost everything.
  private static func emptiness(of path: String) -> [Diagnostic] {
    guard KitchenStore.isEmptyFile(at: path) else { return [] }
    return [
      Diagnostic(
        .storageFailed, "The file \(path.quotedPath) is empty.",
        hints: [.advice(.restore(.empty))])
    ]
  }
}
