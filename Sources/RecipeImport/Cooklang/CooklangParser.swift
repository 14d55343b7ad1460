import JSON
package import KitchenModel

/// A parser of Cooklang, specification version 7, and of the extensions in common use: modifiers,
/// intermediate preparations, aliases, notes on components, and modes.
///
/// It never fails: what is not markup is text. O(n) in the source.
package struct CooklangParser {
  /// How steps are told apart.
  package enum StepDivision: Sendable, Hashable {
    /// By empty lines, as the specification says.
    case paragraphs
    /// Every line is a step, as files from before version 5 have it.
    case lines
  }

  private let division: StepDivision
  private let file: String?
  private var recipe = CooklangRecipe()
  private var remarks: [Diagnostic] = []
  private var section = CooklangRecipe.Section()
  private var paragraph: [CooklangSource.Line] = []
  private var note: [String] = []
  private var mode = Mode.all

  /// What paragraphs are taken for.
  private enum Mode { case all, components, steps, text }

  private init(_ division: StepDivision, file: String?) {
    self.division = division
    self.file = file
  }

  /// Reads a recipe.
  ///
  /// - Returns: the recipe, and remarks and warnings with their places in `file`.
  package static func parse(
    _ text: String, named file: String? = nil, steps division: StepDivision = .paragraphs
  ) -> (recipe: CooklangRecipe, diagnostics: [Diagnostic]) {
    var parser = CooklangParser(division, file: file)
    parser.read(CooklangSource(text))
    return (parser.recipe, parser.remarks)
  }

  private mutating func read(_ source: CooklangSource) {
    if let (text, line) = source.frontMatter {
      let frontMatter = FrontMatter(text, firstLine: line)
      recipe.metadata = frontMatter.members
      for fault in frontMatter.faults { warn(fault.message, at: fault.line) }
    }
    if let line = source.unclosedFrontMatter {
      warn("The front matter \"---\" is never closed; it was read as text.", at: line)
    }
    for line in source.lines { read(line) }
    finishParagraph()
    finishSection()
    if let line = source.unclosedComment {
      warn("The comment \"[-\" is never closed; it was read as text.", at: line)
    }
  }

  private mutating func read(_ line: CooklangSource.Line) {
    let rest = line.text.drop { $0.properties.isWhitespace }
    switch rest.first {
    case nil:
      // A line that held only a comment does not end a step.
      if !line.hadComment { finishParagraph() }
    case ">" where rest.starts(with: ">>".unicodeScalars):
      finishParagraph()
      readMetadata(line, rest.dropFirst(2))
    case ">":
      if note.isEmpty { finishParagraph() }
      note.append(Self.trimmed(rest.dropFirst()))
    case "=":
      finishParagraph()
      finishSection()
      let name = Self.trimmed(rest.drop { $0 == "=" })
      let heading = name.reversed().drop { $0 == "=" }.reversed()
      section.name = String(heading).isEmpty ? nil : Self.trimmed(String(heading).unicodeScalars)
    default:
      if !note.isEmpty { finishParagraph() }
      paragraph.append(line)
      if division == .lines { finishParagraph() }
    }
  }

  // MARK: Paragraphs

  private mutating func finishParagraph() {
    if !note.isEmpty {
      section.blocks.append(.note(note.joined(separator: " ")))
      note = []
    }
    guard let first = paragraph.first else { return }
    defer { paragraph = [] }
    var scalars: [Unicode.Scalar] = []
    for line in paragraph {
      if !scalars.isEmpty { scalars.append("\n") }
      scalars += line.text.drop { $0.properties.isWhitespace }
    }
    if mode == .text {
      section.blocks.append(.note(Self.trimmed(scalars)))
      return
    }
    var reader = CooklangStepReader(scalars)
    let items = reader.read()
    if let line = reader.unclosedBraceLine {
      warn(
        "The amount behind \"{\" is never closed with \"}\"; it was read as text.",
        at: paragraph[line].number)
    }
    guard !items.isEmpty else { return }
    if mode == .components {
      section.blocks.append(.list(items.filter { if case .text = $0 { false } else { true } }))
    } else {
      var step = CooklangRecipe.Step(items: items, line: first.number)
      step.parts = CooklangListing.pieces(of: paragraph.map(\.text)).map(Self.part)
      section.blocks.append(.step(step))
    }
  }

  private static func part(_ piece: CooklangListing.Piece) -> CooklangRecipe.Part {
    switch piece {
    case .heading(let words): return .heading(words)
    case .step(let scalars):
      var reader = CooklangStepReader(scalars)
      return .step(reader.read())
    }
  }

  private mutating func finishSection() {
    if section.name != nil || !section.blocks.isEmpty { recipe.sections.append(section) }
    section = CooklangRecipe.Section()
  }

  // MARK: Metadata

  private mutating func readMetadata(
    _ line: CooklangSource.Line, _ content: ArraySlice<Unicode.Scalar>
  ) {
    guard let colon = content.firstIndex(of: ":") else {
      section.blocks.append(.note(Self.trimmed(content)))
      warn("The metadata line has no \":\"; it was taken as a note.", at: line.number)
      return
    }
    let key = Self.trimmed(content[..<colon])
    let value = Self.trimmed(content[(colon + 1)...])
    if key.hasPrefix("["), key.hasSuffix("]") {
      setMode(key.dropFirst().dropLast().lowercased(), value.lowercased(), at: line.number)
    } else if key.isEmpty {
      warn("The metadata line has no key.", at: line.number)
    } else {
      recipe.metadata.append(.init(key, .string(value)))
    }
  }

  private mutating func setMode(_ key: String, _ value: String, at line: Int) {
    switch (key, value) {
    case ("mode", "all"), ("mode", "default"), ("define", "all"), ("define", "default"):
      mode = .all
    case ("mode", "ingredients"), ("mode", "components"), ("define", "ingredients"),
      ("define", "components"):
      mode = .components
    case ("mode", "steps"), ("define", "steps"): mode = .steps
    case ("mode", "text"), ("define", "text"): mode = .text
    // These change how amounts are added up, which an import does not do.
    case ("duplicate", _), ("auto scale", _), ("auto_scale", _): break
    default: warn("The setting \("[\(key)]: \(value)".quoted) is not known.", at: line)
    }
  }

  // MARK: Words

  private mutating func warn(_ message: String, at line: Int) {
    remarks.append(
      Diagnostic(.badContent, message, at: .init(file: file, line: line), severity: .warning))
  }

  private static func trimmed(_ scalars: some Collection<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(Substring(String(view)).trimmedOfSpaces)
  }
}
