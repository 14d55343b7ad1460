import KitchenFile
import KitchenModel
import KitchenStore
import RecipeImport
import RecipeProse

/// Reads kitchen files and recipes, all or none; nothing is stored.
package struct ReadImportFiles {
  private let sources: [SourceFile]
  private let sort: Sort
  private let steps: CooklangSteps
  private let name: String?
  private let links: Links

  /// What files are read as.
  package enum Sort: String, Sendable, CaseIterable {
    /// Whatever each is by its content.
    case any
    /// Kitchen files.
    case kitchen
    /// Cooklang.
    case cooklang
    /// Web pages or JSON with schema.org's recipes.
    case recipe
    /// Plain text.
    case text
  }

  /// How the steps of Cooklang are told apart.
  package enum CooklangSteps: Sendable {
    /// A step a paragraph.
    case paragraphs
    /// A step a line, as old files have it.
    case lines
  }

  /// Which steps of a recipe follow which, where it does not say so itself.
  package enum Links: Sendable {
    /// As its sections and words let infer.
    case inferred
    /// Each the one before.
    case chain
  }

  /// Creates the request; `naming` is what the recipe is called where there is just one, else each
  /// that has no name.
  package init(
    sources: [SourceFile], as sort: Sort = .any, steps: CooklangSteps = .paragraphs,
    naming name: String? = nil, links: Links = .inferred
  ) {
    self.sources = sources
    self.sort = sort
    self.steps = steps
    self.name = name
    self.links = links
  }

  /// Reads every file; those found in a folder that are neither a recipe nor a kitchen file are
  /// left out with a warning, unless nothing else is there.
  ///
  /// - Throws: the first ``Diagnostic``, with its place in the file.
  package func perform(in workspace: Workspace) throws -> Outcome<ImportContent> {
    var content = ImportContent()
    var remarks: [Diagnostic] = []
    var unrecognised: [Diagnostic] = []
    for source in unpacked(&unrecognised) {
      let kind = kind(of: source)
      if let stranger = stranger(source, kind) {
        unrecognised.append(stranger)
      } else if kind == .kitchenFile {
        let reading = try KitchenDocument.read(source.bytes, named: source.name)
        content.kitchenFiles.append(.init(file: source.name, document: reading.document))
        remarks += reading.remarks
      } else {
        do {
          try read(source, as: kind, into: &content, &remarks)
        } catch let fault as Diagnostic where source.way == .found {
          unrecognised.append(fault)
        }
      }
    }
    if let first = unrecognised.first, content.kitchenFiles.isEmpty, content.recipes.isEmpty {
      throw first
    }
    remarks += unrecognised.map(Self.leftOut)
    try nameRecipes(of: &content)
    remarks += content.giveEveryRecipeItsName()
    let store = try workspace.storeForReading()
    let stored = try store.dishes.all()
    remarks += content.keepWhatIsMine(among: stored, imported: try store.dishes.importedRecipes())
    remarks += content.missingReferences(besides: stored.map(\.name))
    return Outcome(content, remarks: remarks)
  }

  /// The sources with archives as the files in them.
  private func unpacked(_ unrecognised: inout [Diagnostic]) -> [SourceFile] {
    sources.flatMap { source -> [SourceFile] in
      guard let archive = RecipeArchive.content(of: source.bytes, named: source.name) else {
        return [source]
      }
      unrecognised += archive.unreadable.map { name in
        Diagnostic(
          .badContent, "\(name.quotedPath) cannot be unpacked.", at: .init(file: name),
          hints: ["It is damaged, encrypted or too large. Export it again."])
      }
      if archive.files.isEmpty, archive.unreadable.isEmpty {
        unrecognised.append(
          Diagnostic(
            .badContent, "The archive \(source.name.quotedPath) has no recipe.",
            at: .init(file: source.name),
            hints: [
              "Exports of Paprika, Mealie, Tandoor, Nextcloud, Recipe Keeper and RecipeSage are read."
            ]))
      }
      return archive.files.map { SourceFile(name: $0.name, bytes: $0.bytes, way: .found) }
    }
  }

  /// Gives the name that the cook chose.
  private func nameRecipes(of content: inout ImportContent) throws {
    guard let chosen = try self.name.map({ try SouschefCore.name($0) }) else { return }
    let isOne = content.recipes.count == 1
    for index in content.recipes.indices where isOne || content.recipes[index].reading.title.isEmpty
    {
      content.recipes[index].draft.dish.name = chosen
    }
  }

  /// What is wrong with a file of a folder that looks like a kitchen file by its ending alone.
  private func stranger(_ source: SourceFile, _ kind: RecipeKind) -> Diagnostic? {
    guard source.way == .found, sort == .any, kind == .kitchenFile,
      !RecipeKind.mentionsKitchenKeys(source.bytes)
    else { return nil }
    return Diagnostic(
      .badContent, "\(source.name.quotedPath) is neither a kitchen file nor a recipe.",
      at: .init(file: source.name),
      hints: ["A kitchen file has \"dishes:\", \"meals:\" or \"kitchen:\" in it."])
  }

  private static func leftOut(_ fault: Diagnostic) -> Diagnostic {
    var warning = fault
    warning.severity = .warning
    warning.message += " It is left out."
    return warning
  }

  private func kind(of source: SourceFile) -> RecipeKind {
    switch sort {
    case .kitchen: return .kitchenFile
    case .cooklang: return .cooklang
    case .text: return .text
    case .any:
      let ending = source.name.split(separator: ".").last?.lowercased()
      if ending == "yaml" || ending == "yml" { return .kitchenFile }
      return RecipeKind.detected(source.bytes, named: source.name)
    case .recipe:
      let first = source.bytes.first { $0 > 0x20 && $0 < 0x80 }
      return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .data : .page
    }
  }

  /// Whether bytes may be text: without zeros, but that a few stray into the pages of some sites.
  private func isText(_ bytes: [UInt8], of kind: RecipeKind) -> Bool {
    // UTF-16 has zeros too, and says so with the mark it begins with.
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let head = bytes.prefix(1 << 16)
    guard kind == .page else { return !head.contains(0) }
    return !head.prefix(512).contains(0) && head.count { $0 == 0 } <= head.count / 100
  }

  private func read(
    _ source: SourceFile, as kind: RecipeKind, into content: inout ImportContent,
    _ remarks: inout [Diagnostic]
  ) throws {
    if !isText(source.bytes, of: kind) {
      throw Diagnostic(
        .badContent, "The file is not text.", at: .init(file: source.name),
        hints: ["A recipe is text: Cooklang, a saved web page, JSON, or your own words."])
    }
    if kind == .text, source.bytes.count < 4000 {
      let text = String(decoding: source.bytes, as: UTF8.self)
      if SourceFile.isAddress(text) {
        throw SourceFile.refusal(
          ofAddress: text, hint: "Save the page from your browser and import that file.")
      }
    }
    let result = RecipeReader.read(
      source.bytes, named: source.name, as: kind, steps: steps == .lines ? .lines : .paragraphs,
      links: links == .chain ? .chain : .inferred)
    if let fault = result.diagnostics.first(where: { $0.severity == .error }) { throw fault }
    if source.way == .found, kind == .text, !result.drafts.contains(where: \.isWhole) {
      throw Diagnostic(
        .badContent, "\(source.name.quotedPath) does not look like a recipe.",
        at: .init(file: source.name), hints: ["If it is one, import the file itself."])
    }
    remarks += result.diagnostics
    for var draft in result.drafts {
      let isTyped = [SourceFile.standardInput, SourceFile.pastedText].contains(source.name)
      if isTyped, draft.title.isEmpty { draft.dish.name = try SouschefCore.name("Recipe") }
      if draft.dish.source == nil, !isTyped {
        draft.dish.source = source.name.split(separator: "/").last.map(String.init)
      }
      content.recipes.append(.init(draft, file: source.name))
    }
  }
}

extension ImportContent {
  /// Numbers recipes that have the name of an earlier one, and says so.
  fileprivate mutating func giveEveryRecipeItsName() -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    var taken = Set(kitchenFiles.flatMap { $0.document.dishes.map(\.name) })
    var next: [Name: Int] = [:]
    for index in recipes.indices {
      let name = recipes[index].draft.dish.name
      guard !taken.insert(name).inserted else { continue }
      var number = next[name, default: 2]
      while let candidate = name.numbered(number), !taken.insert(candidate).inserted {
        number += 1
      }
      next[name] = number + 1
      guard let new = name.numbered(number) else { continue }
      recipes[index].draft.dish.name = new
      remarks.append(
        Diagnostic(
          .badContent,
          "There is another \(name.text.quoted); this one is called \(new.text.quoted).",
          at: .init(file: recipes[index].file), severity: .warning))
    }
    return remarks
  }

  /// The recipes that others take as ingredients and that are neither here nor stored.
  fileprivate func missingReferences(besides stored: [Name]) -> [Diagnostic] {
    let known = Set(stored + recipes.map(\.draft.dish.name))
    return recipes.flatMap { recipe in
      recipe.reading.references.compactMap { reference in
        guard !reference.leavesFolder, let name = try? Name(reference.name), !known.contains(name)
        else { return nil }
        return Diagnostic(
          .badContent,
          "\(recipe.draft.dish.name.text.quoted) needs \(name.text.quoted), which is not stored as a dish.",
          at: .init(file: recipe.file), hints: ["Import its recipe too."], severity: .remark)
      }
    }
  }
}

extension Name {
  /// The name with a number behind it, cut where it would be too long.
  fileprivate func numbered(_ number: Int) -> Name? {
    let suffix = " \(number)"
    return try? Name(text.prefix(Self.longest - suffix.count) + suffix)
  }
}

extension SourceFile {
  /// What standard input is called.
  package static let standardInput = "standard input"
  /// What text from the clipboard or the editor is called.
  package static let pastedText = "the pasted text"
}

extension RecipeDraft {
  /// Whether it has both what goes in and what to do.
  fileprivate var isWhole: Bool { !dish.ingredients.isEmpty && !dish.steps.isEmpty }
}
