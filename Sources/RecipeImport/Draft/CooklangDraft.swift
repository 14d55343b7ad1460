import JSON
import KitchenModel
import RecipeProse

/// Makes a draft from a Cooklang recipe.
struct CooklangDraft {
  private let recipe: CooklangRecipe
  private let file: String
  private var steps: DraftSteps
  private var memory: StepProse.Memory
  private let prose: DraftSteps.Prose
  private var references: [RecipeReference] = []
  private var warnings: [Diagnostic] = []
  private var ingredients: [String] = []
  private var instructions: [RecipePage.Instruction] = []
  private var notes: [String] = []
  /// The last draft step of each step of each section.
  private var ends: [[String?]] = []
  /// The last draft step of each section that has one.
  private var lastOfSection: [Int: String] = [:]

  private init(_ recipe: CooklangRecipe, file: String, _ links: StepLinks.Style) {
    self.recipe = recipe
    self.file = file
    let names = recipe.steps.flatMap(\.items).compactMap { item in
      if case .ingredient(let component) = item { Self.name(of: component) } else { nil }
    }
    let words = recipe.steps.flatMap(\.items).compactMap { item in
      if case .text(let text) = item { text } else { nil }
    }
    let prose = words.joined(separator: " ")
    let language = Lexicon.language(of: prose)
    self.prose = Lexicon.isRead(prose) ? .isRead : .isUnread
    steps = DraftSteps(
      title: CooklangMetadata(recipe).title ?? DraftWording.baseName(of: file), ingredients: names,
      language: language, links: links)
    memory = StepProse.Memory(language: language)
  }

  /// The draft of a recipe from a file of that name.
  ///
  /// O(n).
  static func draft(
    of recipe: CooklangRecipe, file: String, links: StepLinks.Style = .inferred
  ) -> RecipeDraft {
    var maker = CooklangDraft(recipe, file: file, links)
    maker.readSections()
    return maker.finished()
  }

  private mutating func readSections() {
    for section in recipe.sections {
      ends.append([])
      if let name = section.name {
        instructions.append(.init(.heading, name))
        steps.beginSection(name)
      }
      for block in section.blocks {
        switch block {
        case .note(let text): notes.append(text)
        case .list(let items): items.forEach { list($0) }
        case .step(let step):
          step.items.forEach { list($0) }
          let id = read(step)
          ends[ends.count - 1].append(id)
          if let id { lastOfSection[ends.count - 1] = id }
        }
      }
    }
  }

  // MARK: Steps

  /// Adds a step of the recipe, of whose parts the last one has the identifier that is returned.
  private mutating func read(_ step: CooklangRecipe.Step) -> String? {
    guard !step.parts.isEmpty else { return read(step.items) }
    var last: String?
    for part in step.parts {
      switch part {
      case .heading(let words):
        instructions.append(.init(.heading, words))
        steps.beginSection(words)
      case .step(let items): last = read(items) ?? last
      }
    }
    return last
  }

  private mutating func read(_ items: [CooklangRecipe.Item]) -> String? {
    var prose = ""
    var length = 0
    var timers: [StepProse.Timer] = []
    var remarks: [String] = []
    var equipment: Set<String> = []
    var uses: [String] = []
    for item in items {
      let words: String
      switch item {
      case .text(let value): words = value
      case .ingredient(let component):
        words = component.alias ?? Self.name(of: component)
        if let id = use(component, remarks: &remarks), !uses.contains(id) { uses.append(id) }
      case .cookware(let component):
        words = component.alias ?? component.name
        if let known = ProseEquipment.equipment(ofCookware: component.name) {
          equipment.insert(known)
        } else {
          remarks.append("\(component.name.quoted) is not reserved by a plan.")
        }
      case .timer(let timer):
        words = Self.words(of: timer)
        let range = length..<length + words.unicodeScalars.count
        let estimate = timer.amount.flatMap(DurationText.timer)
        // Of `~10 minutes` the words say how long.
        if timer.amount != nil { timers.append(.init(range: range, estimate: estimate)) }
        if let amount = timer.amount, let estimate {
          if estimate.maximum == .longest {
            remarks.append("The timer \(words.quoted) is longer than a step may last.")
          }
          if amount.unit.isEmpty, case .number = amount.quantity {
            remarks.append("The timer \(words.quoted) has no unit; minutes were taken.")
          }
        } else {
          remarks.append("The timer \(words.quoted) gives no length of time.")
        }
      }
      prose += words
      length += words.unicodeScalars.count
    }
    instructions.append(.init(.step, HTMLText.collapsed(Array(prose.utf8))))
    let stretches = StepProse.stretches(
      of: prose, timers: timers, cookware: equipment.count == 1 ? equipment.first : nil,
      memory: &memory)
    return steps.add(stretches, uses: uses, remarks: remarks)
  }

  /// A timer as words: `10 minutes`; its name where it has no length.
  private static func words(of timer: CooklangTimer) -> String {
    guard let amount = timer.amount else { return timer.name }
    let unit = amount.unit.split(separator: "%").joined(separator: " ")
    return unit.isEmpty ? amount.quantityText : "\(amount.quantityText) \(unit)"
  }

  /// The draft step that an intermediate preparation stands for; nil for an ordinary ingredient.
  private func use(_ component: CooklangComponent, remarks: inout [String]) -> String? {
    guard let preparation = component.preparation, let section = ends.indices.last else {
      return nil
    }
    let found: String??
    switch preparation {
    case .step(let number): found = ends[section][safe: number - 1]
    case .stepsBack(let count): found = ends[section][safe: ends[section].count - count]
    case .section(let number): found = number - 1 < section ? lastStep(of: number - 1) : nil
    case .sectionsBack(let count): found = count > 0 ? lastStep(of: section - count) : nil
    }
    if let id = found ?? nil { return id }
    remarks.append("\(component.name.quoted) refers to a step that is not there.")
    return nil
  }

  private func lastStep(of section: Int) -> String? { lastOfSection[section] }

  /// What an ingredient is called; of a reference to a recipe, without the folders.
  private static func name(of component: CooklangComponent) -> String {
    component.isRecipe ? RecipeReference(component.name).name : component.name
  }

  // MARK: Ingredients

  private mutating func list(_ item: CooklangRecipe.Item) {
    guard case .ingredient(let component) = item else { return }
    if component.isRecipe {
      let reference = RecipeReference(component.name)
      if reference.leavesFolder {
        warn("The reference \(component.name.quoted) leaves the folder; it was not followed.")
      }
      if !references.contains(reference), references.count < 100 { references.append(reference) }
    }
    guard component.preparation == nil,
      component.modifiers.isDisjoint(with: [.hidden, .reference])
    else { return }
    var line = component.amount.map { "\($0.text) " } ?? ""
    line += Self.name(of: component)
    if let note = component.note { line += " (\(note))" }
    if component.modifiers.contains(.optional) { line += " (optional)" }
    ingredients.append(line)
  }

  private mutating func warn(_ message: String) {
    warnings.append(
      Diagnostic(.badContent, message, at: .init(file: file), severity: .warning))
  }

  // MARK: The whole

  private mutating func finished() -> RecipeDraft {
    let metadata = CooklangMetadata(recipe)
    steps.finish(metadata.times, prose)
    let source = metadata.source
    var dish = Dish(
      name: DraftWording.name(from: metadata.title ?? "", file: file), steps: steps.steps,
      servings: metadata.servings, tags: metadata.tags)
    dish.ingredients = ingredients
    dish.source = source.text
    let lines = notes + (metadata.description.map { [$0] } ?? [])
    dish.notes = lines.isEmpty ? nil : lines.joined(separator: "\n")
    var draft = RecipeDraft(
      dish: dish, origins: steps.origins, title: metadata.title ?? "", kind: .cooklang,
      source: source, stated: metadata.times, instructions: instructions, references: references,
      tree: recipe.tree, warnings: warnings)
    if steps.saysMore || memory.hasLeftOut { draft.keepWords() }
    draft.addWarnings(file: file, isCut: steps.isCut)
    return draft
  }
}

extension CooklangAmount {
  /// The quantity as people write it.
  var quantityText: String {
    switch quantity {
    case .number(let number): JSONValue.number(number).compactText
    case .text(let text): text
    }
  }

  /// Quantity and unit as people write them.
  var text: String { unit.isEmpty ? quantityText : "\(quantityText) \(unit)" }
}
