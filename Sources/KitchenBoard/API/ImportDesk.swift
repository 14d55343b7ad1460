import KitchenModel
import SouschefCore

/// Reads what is pasted, and stores it where it is wanted.
struct ImportDesk: Sendable {
  let kitchen: BoardKitchen

  static let arguments: Set<String> = [
    "text", "name", "replace", "kitchen", "file", "store", "edited", "seen",
  ]

  /// Reads a recipe or a kitchen file; the draft of a single recipe as the cook has edited it, where
  /// that is said.
  ///
  /// - Throws: ``Diagnostic`` or ``BoardFailure``.
  func read(_ arguments: Arguments) async throws -> Outcome<ImportContent> {
    guard let text = try arguments.text("text") else {
      throw BoardFailure.usage("There is nothing to import.", hints: ["Paste a recipe."])
    }
    let (name, file) = (try arguments.text("name"), try arguments.text("file"))
    return try await kitchen.use { workspace in
      try ReadImportFiles(
        sources: [SourceFile(name: file ?? SourceFile.pastedText, bytes: Array(text.utf8))],
        naming: name
      ).perform(in: workspace)
    }
  }

  /// The content with the draft of its only recipe as the cook wrote it.
  ///
  /// - Throws: ``Diagnostic`` with the place in the text.
  func edited(_ content: ImportContent, to text: String) throws -> ImportContent {
    guard content.recipes.count == 1 else { return content }
    var content = content
    content.recipes[0].draft = try DraftEditing.draft(content.recipes[0].draft, editedTo: text)
    return content
  }

  /// Begins to import what was read.
  ///
  /// - Throws: ``Diagnostic``; then nothing can be stored.
  func session(
    _ content: ImportContent, _ rule: ImportFiles.OnDifference, _ arguments: Arguments
  ) async throws -> ImportSession {
    let takesKitchen = try arguments.flag("kitchen")
    return try await kitchen.use { workspace in
      try ImportSession(
        content, onDifference: rule, kitchen: takesKitchen ? .take : .leave, in: workspace)
    }
  }

  /// Stores what a session decided.
  ///
  /// - Throws: ``Diagnostic``; then nothing was stored.
  func store(_ session: ImportSession) async throws -> ImportReport {
    try await kitchen.use { try session.store(in: $0).value }
  }
}
