internal import KitchenModel

extension KitchenStore {
  /// Copies the database to `path`, also while others write, and checks the copy.
  ///
  /// - Throws: ``Diagnostic``, `cannotCreate` where something is at `path` already or the place
  ///   cannot be written; then nothing new is there.
  package func backup(to path: String) throws {
    guard !DatabaseFile.exists(path) else {
      throw Diagnostic(
        .cannotCreate, "\"\(path)\" already exists.",
        hints: ["Choose another name: a copy never replaces a file."])
    }
    try DatabaseFile.requireFile(path)
    do {
      let connection = try queue
      try withExtendedLifetime(connection) {
        try DatabaseFile.copy(connection.database, to: path)
      }
    } catch {
      throw Diagnostic(storage: error, path: self.path)
    }
  }
}
