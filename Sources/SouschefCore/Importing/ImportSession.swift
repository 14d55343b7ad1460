package import KitchenModel

/// What an import asks and decides, from what was read to what is stored; a terminal or a page puts the
/// questions and hands in the answers.
///
/// It begins with a rehearsal of all of it, which meets every fault before anybody is asked anything and
/// finds out of each recipe whether it is new, the same as what is stored, or different. While
/// ``question`` is not nil it waits for ``answer(_:)`` or ``edit(to:in:)``; ``store(in:)`` ends it.
/// Recipes about which nobody was asked are stored as they are, unless they differ from what is stored.
package struct ImportSession: Sendable {
  /// What would be done with all of it as it was read.
  package let preview: Outcome<ImportReport>
  /// What is stored in the end: as it was read, changed where the cook said so.
  package private(set) var content: ImportContent
  /// The recipes to which the cook said no, by name.
  package private(set) var declined: [String] = []

  private let rule: ImportFiles.OnDifference
  private let kitchen: ImportFiles.KitchenHandling
  /// The recipes about which it has not been decided, in order.
  private var pending: [Pending] = []
  private var standing: Standing?

  /// A recipe and what is stored under its name.
  private struct Pending: Sendable {
    var recipe: ImportContent.Recipe
    var comparison: Comparison
  }

  fileprivate enum Comparison: Sendable {
    case new, same
    case differs(ImportReport.Difference)
  }

  /// An answer for all that follow.
  private enum Standing: Sendable {
    case allThatAreNew, nothing
  }

  /// A recipe to decide about.
  package struct Question: Sendable {
    /// What would be stored.
    package var draft: DishDraft
    /// How it differs from what is stored; nil where it is new.
    package var difference: ImportReport.Difference?
    /// Whether nothing is asked after it.
    package var isLast: Bool
  }

  /// What a cook says to a question.
  package enum Answer: Sendable {
    case yes, no
    /// Yes to this one, and to all behind it that are new.
    case all
    /// No to this one and to all behind it.
    case quit
  }

  /// Begins an import by rehearsing it.
  ///
  /// - Parameters:
  ///   - content: What was read.
  ///   - rule: What becomes of what differs where the cook does not say.
  ///   - kitchen: What becomes of a file's kitchen.
  /// - Throws: ``Diagnostic``; then nothing can be stored.
  package init(
    _ content: ImportContent, onDifference rule: ImportFiles.OnDifference = .refuse,
    kitchen: ImportFiles.KitchenHandling = .leave, in workspace: Workspace
  ) throws {
    (self.content, self.rule, self.kitchen) = (content, rule, kitchen)
    var whole = content
    for index in whole.recipes.indices { whole.recipes[index].mayReplace = true }
    preview = try ImportFiles(
      whole, onDifference: rule, kitchen: kitchen, rehearsing: .dryRun
    ).perform(in: workspace)
  }

  /// Whether a recipe of it is not stored already.
  package var hasNews: Bool {
    let news = Set(preview.value.added + preview.value.replaced)
    return content.recipes.contains { news.contains($0.draft.dish.name.text) }
  }

  /// Has the cook decide about every recipe.
  package mutating func ask() {
    pending = content.recipes.map { recipe in
      Pending(recipe: recipe, comparison: Comparison(recipe, in: preview.value))
    }
    content.recipes = []
    passOver()
  }

  /// What is to be decided now; nil where nothing is.
  package var question: Question? {
    guard let next = pending.first else { return nil }
    var difference: ImportReport.Difference?
    if case .differs(let found) = next.comparison { difference = found }
    return Question(
      draft: next.recipe.draft, difference: difference, isLast: pending.count == 1)
  }

  /// Decides about the recipe in question.
  ///
  /// - Throws: ``Diagnostic`` for a yes to a dish without steps, which stays in question.
  package mutating func answer(_ answer: Answer) throws(Diagnostic) {
    guard !pending.isEmpty else { return }
    switch answer {
    case .all: standing = .allThatAreNew
    case .quit: standing = .nothing
    case .yes, .no: break
    }
    switch answer {
    case .yes, .all:
      guard !pending[0].recipe.draft.dish.steps.isEmpty else {
        throw Diagnostic(
          .badContent, "A dish without steps cannot be stored.",
          hints: ["Edit it and give it steps, or say no."])
      }
      accept(.seen)
    case .no, .quit: decline()
    }
    passOver()
  }

  /// Takes the recipe in question as the cook has edited it; it stays in question.
  ///
  /// - Throws: ``Diagnostic`` for a text that cannot be read or stored; then it stays as it was.
  package mutating func edit(to text: String, in workspace: Workspace) throws {
    guard var next = pending.first else { return }
    next.recipe.draft = try DraftEditing.draft(next.recipe.draft, editedTo: text)
    let report = try ImportFiles(
      ImportContent(of: next.recipe), onDifference: .replace, rehearsing: .dryRun
    ).perform(in: workspace).value
    next.comparison = Comparison(next.recipe, in: report)
    pending[0] = next
    passOver()
  }

  /// Stores what was decided, all of it as one change.
  ///
  /// - Throws: ``Diagnostic``; then nothing was stored.
  package func store(in workspace: Workspace) throws -> Outcome<ImportReport> {
    try ImportFiles(content, onDifference: rule, kitchen: kitchen).perform(in: workspace)
  }

  /// Decides about whatever needs no question.
  private mutating func passOver() {
    while let next = pending.first {
      switch (standing, next.comparison) {
      case (.nothing?, _): decline()
      case (_, .same): accept(.unseen)
      case (.allThatAreNew?, .new) where !next.recipe.draft.dish.steps.isEmpty:
        accept(.unseen)
      default: return
      }
    }
  }

  /// Whether the cook has looked at a recipe, and at what it would replace.
  private enum Look { case seen, unseen }

  private mutating func accept(_ look: Look) {
    var accepted = pending.removeFirst()
    if look == .seen {
      accepted.recipe.mayReplace = true
      accepted.recipe.seen =
        switch accepted.comparison {
        case .new: .nothing
        case .same: nil
        case .differs(let difference): .dish(difference.stored)
        }
    }
    content.recipes.append(accepted.recipe)
  }

  private mutating func decline() {
    declined.append(pending.removeFirst().recipe.draft.dish.name.text)
  }
}

extension ImportSession.Comparison {
  fileprivate init(_ recipe: ImportContent.Recipe, in report: ImportReport) {
    let name = recipe.draft.dish.name.text
    if let difference = report.differences.first(where: { $0.name == name }) {
      self = .differs(difference)
    } else {
      self = report.unchanged.contains(name) ? .same : .new
    }
  }
}
