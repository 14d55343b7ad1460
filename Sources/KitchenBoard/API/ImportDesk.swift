import KitchenModel
import SouschefCore

/// Reads what is pasted, and stores it where it is wanted.
struct ImportDesk: Sendable {
  let kitchen: BoardKitchen

  static let arguments: Set<String> = ["text", "name", "replace", "kitchen", "file", "store"]

  /// Reads a recipe or a kitchen file.
  ///
  /// - Throws: ``Diagnostic`` or ``BoardFailure``.
  func read(_ arguments: Arguments) async throws -> Outcome<ImportContent> {
    guard let text = try arguments.text("text") else {
      throw BoardFailure.usage("There is nothing to import.", hints: ["Paste a recipe."])
    }
    let (name, file) = (try arguments.text("name"), try arguments.text("file") ?? "the text")
    return try await kitchen.use { workspace in
      try ReadImportFiles(
        sources: [SourceFile(name: file, bytes: Array(text.utf8))], naming: name
      ).perform(in: workspace)
    }
  }

  /// Stores what was read.
  ///
  /// - Throws: ``Diagnostic``; then nothing was stored.
  func store(
    _ content: ImportContent, _ arguments: Arguments
  ) async throws -> Outcome<ImportReport> {
    let isReplacing = try arguments.flag("replace")
    let takesKitchen = try arguments.flag("kitchen")
    return try await kitchen.use { workspace in
      try ImportFiles(
        content, onDifference: isReplacing ? .replace : .refuse,
        kitchen: takesKitchen ? .take : .leave
      ).perform(in: workspace)
    }
  }
}
