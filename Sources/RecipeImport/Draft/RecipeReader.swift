import JSON
package import KitchenModel
package import RecipeProse

/// Reads recipes of any kind into drafts.
package enum RecipeReader {
  /// The most bytes of a file that is read.
  package static let largest = 64 << 20
  /// The most bytes of one Cooklang recipe: a page may carry scripts, a recipe is words.
  package static let largestCooklang = 8 << 20
  /// The most bytes of a plain text.
  package static let largestText = 1 << 20

  /// What was read.
  package struct Result: Sendable, Hashable {
    /// What the file was read as; for ``RecipeKind/kitchenFile`` there are no drafts, and another
    /// reader takes it.
    package var kind: RecipeKind
    /// The drafts in order.
    package var drafts: [RecipeDraft]
    /// What went wrong or was made good, in order; an error where there are no drafts.
    package var diagnostics: [Diagnostic]
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the content, in UTF-8, UTF-16 with a mark, or else Windows-1252.
  ///   - file: as the cook named it; its ending breaks ties and its name stands in for a title.
  ///   - kind: what to read it as; nil to look.
  ///   - division: how Cooklang's steps are told apart.
  ///
  /// It never fails or stops: O(n), with bounded depth.
  package static func read(
    _ bytes: [UInt8], named file: String, as kind: RecipeKind? = nil,
    steps division: CooklangParser.StepDivision = .paragraphs, links: StepLinks.Style = .inferred
  ) -> Result {
    guard bytes.count <= largest else {
      return failure(
        kind ?? .page, "The file is larger than \(largest >> 20) MB.", file,
        hint: "A recipe is smaller. Is it the right file?")
    }
    let decoded = TextEncoding.utf8(bytes)
    let text = decoded.bytes
    let kind = kind ?? RecipeKind.detected(text, named: file)
    var result: Result
    switch kind {
    case .kitchenFile: result = Result(kind: kind, drafts: [], diagnostics: [])
    case .cooklang: result = cooklang(text, file, division, links)
    case .text: result = plain(text, file, links)
    case .page: result = page(RecipePageReader.readPage(text), kind, file, links)
    case .data: result = page(RecipePageReader.readJSON(text), kind, file, links)
    }
    result.diagnostics += remarks(on: decoded, file)
    return result
  }

  private static func remarks(on decoded: TextEncoding.Result, _ file: String) -> [Diagnostic] {
    if let charset = decoded.unreadable {
      return [
        Diagnostic(
          .badContent,
          "\(file.quotedPath) declares the character set \(charset.quoted), and cannot be read in it; "
            + "it was read as \(decoded.encoding ?? "UTF-8").", at: .init(file: file),
          hints: ["Check the letters, or save the page again as UTF-8."], severity: .warning)
      ]
    }
    guard let encoding = decoded.encoding else { return [] }
    return [
      Diagnostic(
        .badContent, "\(file.quotedPath) was read as \(encoding).", at: .init(file: file),
        severity: .remark)
    ]
  }

  private static func cooklang(
    _ bytes: [UInt8], _ file: String, _ division: CooklangParser.StepDivision,
    _ links: StepLinks.Style
  ) -> Result {
    guard bytes.count <= largestCooklang else {
      return failure(
        .cooklang, "The file is larger than \(largestCooklang >> 20) MB.", file,
        hint: "A recipe is a few kilobytes of text. Is it the right file?")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      return failure(.cooklang, "The file is empty.", file, hint: "Is it the right file?")
    }
    let (recipe, diagnostics) = CooklangParser.parse(text, named: file, steps: division)
    let draft = CooklangDraft.draft(of: recipe, file: file, links: links)
    return Result(kind: .cooklang, drafts: [draft], diagnostics: diagnostics)
  }

  private static func plain(
    _ bytes: [UInt8], _ file: String, _ links: StepLinks.Style
  ) -> Result {
    guard bytes.count <= largestText else {
      return failure(
        .text, "The file is larger than \(largestText >> 20) MB.", file,
        hint: "A recipe is a few kilobytes of text. Is it the right file?")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      return failure(.text, "The file is empty.", file, hint: "Is it the right file?")
    }
    let pages = TextRecipes.pages(text).filter { !$0.steps.isEmpty || !$0.ingredients.isEmpty }
    guard !pages.isEmpty else {
      return failure(
        .text, "The file has no recipe.", file,
        hint: "Write the ingredients and the steps on lines of their own.")
    }
    let drafts = pages.map { PageDraft.draft(of: $0, kind: .text, file: file, links: links) }
    return Result(kind: .text, drafts: drafts, diagnostics: [])
  }

  private static func page(
    _ page: RecipePageReader.Result, _ kind: RecipeKind, _ file: String,
    _ links: StepLinks.Style
  ) -> Result {
    guard !page.recipes.isEmpty else {
      let hint =
        page.hasData
        ? "Its data describes something else. Is it the page of one recipe?"
        : "Save the whole page from the browser; some pages keep the recipe elsewhere."
      return failure(kind, "The file has no recipe.", file, hint: hint)
    }
    var diagnostics: [Diagnostic] = []
    if !page.repairs.isEmpty {
      let list = page.repairs.map(\.words).joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          .badContent, "The recipe data was repaired: \(list).", at: .init(file: file),
          severity: .remark))
    }
    if !page.others.isEmpty {
      let names = page.others.prefix(3).map(\.quoted).joined(separator: ", ")
      let more = page.others.count > 3 ? " and \(page.others.count - 3) more" : ""
      diagnostics.append(
        Diagnostic(
          .badContent, "The page also has \(names)\(more), which it is not about; left out.",
          at: .init(file: file), severity: .remark))
    }
    let drafts = page.recipes.map { PageDraft.draft(of: $0, kind: kind, file: file, links: links) }
    return Result(kind: kind, drafts: drafts, diagnostics: diagnostics)
  }

  private static func failure(
    _ kind: RecipeKind, _ message: String, _ file: String, hint: String
  ) -> Result {
    Result(
      kind: kind, drafts: [],
      diagnostics: [Diagnostic(.badContent, message, at: .init(file: file), hints: [hint])])
  }
}
