import KitchenModel
import RecipeProse

/// Makes a draft from a recipe of a web page.
enum PageDraft {
  /// The draft of a recipe from a file of that name.
  ///
  /// O(n).
  static func draft(
    of page: RecipePage, kind: RecipeKind, file: String, links: StepLinks.Style = .inferred
  ) -> RecipeDraft {
    let own = SeveralWays.inOneLanguage(page.instructions)
    let words = own.filter { $0.kind == .step }.map(\.text).joined(separator: " ")
    let language = Lexicon.language(of: words)
    let several = SeveralWays(language: language)
    let ways = several.names(in: own)
    let isApart = SeveralWays.areApart(ways)
    var steps = DraftSteps(
      title: page.title, ingredients: page.ingredients, language: language,
      links: ways.isEmpty || isApart ? links : .chain)
    var memory = StepProse.Memory(language: language, title: page.title)
    let stated = RecipeDraft.StatedTimes(
      total: page.wholeTime, prep: page.prepTime, cook: page.cookTime)
    var told = own
    if isApart, let first = ways.first {
      told = several.instructions(told, of: first)
      memory.hasLeftOut = true
    }
    add(told, to: &steps, &memory)
    let isRead = Lexicon.isRead(words)
    steps.finish(stated, isRead ? .isRead : .isUnread)
    let source = RecipeSource(name: page.author, address: page.address)
    var dish = Dish(
      name: DraftWording.name(from: page.title, file: file), steps: steps.steps,
      servings: page.servings, tags: page.tags,
      ingredients: page.ingredients, source: source.text)
    if !page.notes.isEmpty { dish.notes = page.notes.joined(separator: "\n") }
    var draft = RecipeDraft(
      dish: dish, origins: steps.origins, title: page.title, kind: kind, source: source,
      stated: stated,
      instructions: page.instructions, references: [], tree: nil, warnings: [])
    for time in page.unreadTimes {
      draft.warnings.append(
        Diagnostic(
          .badContent,
          "The page's \(time.key) cannot be read as a length of time: \(time.text.quoted).",
          at: .init(file: file), hints: ["Check the durations."], severity: .warning))
    }
    if !draft.dish.steps.isEmpty, !isRead {
      draft.warnings.append(
        Diagnostic(
          .badContent,
          "The steps of \(draft.dish.name.text.quoted) are in a language that cannot be read; no "
            + "length is guessed.",
          at: .init(file: file), hints: ["Write how long each step takes."], severity: .warning))
    }
    if page.hasStepsOfText {
      draft.warnings.append(
        Diagnostic(
          .badContent,
          "The steps of \(draft.dish.name.text.quoted) were found in the page's text; its data has "
            + "none.", at: .init(file: file),
          hints: ["Check that they are all of the recipe's steps."], severity: .warning))
    }
    if steps.saysMore || memory.hasLeftOut || own.count < page.instructions.count {
      draft.keepWords()
    }
    draft.addWarnings(file: file, isCut: steps.isCut)
    if !ways.isEmpty {
      draft.warnings.append(
        Diagnostic(
          .badContent,
          "\(draft.dish.name.text.quoted) seems to describe several ways: "
            + "\(ways.joined(separator: ", ")).",
          at: .init(file: file),
          hints: [
            isApart
              ? "The steps are those of the first; the others are in the notes."
              : "Keep the steps of one of them."
          ], severity: .warning))
    }
    return draft
  }

  /// Adds what is to be done of some instructions; headings begin sections.
  private static func add(
    _ instructions: [RecipePage.Instruction], to steps: inout DraftSteps,
    _ memory: inout StepProse.Memory
  ) {
    let lexicon = Lexicon.of(memory.language)
    let pieces = instructions.filter { $0.kind == .step }.flatMap(\.parts)
    var titles = StepLabel.titles(among: pieces)[...]
    var bare = StepLabel.removed(fromAll: pieces)[...]
    // What stands under "Notes" or "Storage", up to the next heading.
    var isOfNotes = false
    for instruction in instructions {
      guard instruction.kind == .step else {
        guard instruction.beginsSection else { continue }
        isOfNotes = Gate.isHeadingOfNotes(instruction.text, lexicon)
        if !isOfNotes { begin(instruction.text, of: &steps, &memory) }
        continue
      }
      for _ in instruction.parts {
        guard let words = bare.popFirst() else { continue }
        let isTitle = titles.popFirst() == true
        if StepLabel.isAll(of: words) { continue }
        let isHeading = DraftWording.isHeading(words)
        if isTitle || isHeading { isOfNotes = Gate.isHeadingOfNotes(words, lexicon) }
        if isOfNotes {
          memory.hasLeftOut = true
        } else if isTitle || isHeading && words.hasSuffix(":") {
          begin(DraftWording.withoutColon(words.withoutCount), of: &steps, &memory)
        } else if !isHeading {
          add(words, to: &steps, &memory, lexicon)
        }
      }
    }
  }

  private static func begin(
    _ section: String, of steps: inout DraftSteps, _ memory: inout StepProse.Memory
  ) {
    steps.beginSection(section)
    memory.beginPart()
  }

  private static func add(
    _ words: String, to steps: inout DraftSteps, _ memory: inout StepProse.Memory,
    _ lexicon: Lexicon
  ) {
    switch Gate.piece(words, lexicon) {
    case .heading(let name): begin(name, of: &steps, &memory)
    case .note: memory.hasLeftOut = true
    case .nothing: break
    case .work(let work):
      _ = steps.add(StepProse.stretches(of: work, memory: &memory))
    }
  }
}

extension RecipeDraft {
  /// The most bytes of a recipe's words that are kept.
  private static let longestNotes = 1 << 16

  /// Keeps the recipe's own words in the dish's notes, a line each, where titles are too short for
  /// them.
  mutating func keepWords() {
    var lines = dish.notes.map { [$0] } ?? []
    var length = 0
    for instruction in instructions {
      length += instruction.text.utf8.count + 1
      guard length <= Self.longestNotes else { break }
      lines.append(instruction.text)
    }
    dish.notes = lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// Adds what a cook should know of any draft.
  mutating func addWarnings(file: String, isCut: Bool) {
    func warn(_ message: String, hints: [String]) {
      warnings.append(
        Diagnostic(
          .badContent, message, at: .init(file: file), hints: hints, severity: .warning))
    }
    if dish.steps.isEmpty {
      warn(
        "No step was found in \(dish.name.text.quoted).",
        hints: ["Add its steps by hand before it can be planned."])
    }
    if isCut {
      warn(
        "Only the first \(DraftSteps.most) steps of \(dish.name.text.quoted) were taken.",
        hints: ["A dish has fewer steps. Is it the right file?"])
    }
    if let total = stated.whole, !dish.steps.isEmpty, differs(total) {
      warn(
        "The steps of \(dish.name.text.quoted) add up to \(sum.exactText); the recipe says "
          + "\(total.exactText).",
        hints: ["Check the durations: a wait may be missing, or work estimated too short."])
    }
  }

  /// Whether the sum is too little for the stated total, or the longest chain of steps too much: by
  /// more than a tenth, and more than five minutes.
  private func differs(_ total: Seconds) -> Bool {
    let bound = max(300, total.count / 10)
    return sum.count < total.count - bound || span.count > total.count + bound
  }
}

extension String {
  /// `Cook the rice` of `1 Cook the rice`.
  fileprivate var withoutCount: String {
    let rest = drop { $0.isASCII && $0.isNumber }
    return rest.first == " " ? String(rest.dropFirst()) : self
  }
}
