package import KitchenModel

/// A recipe as a web page tells it in schema.org's terms.
package struct RecipePage: Sendable, Hashable {
  /// The name; empty where the page gives none.
  package var title = ""
  /// From beginning to end, as the page says; nil where it does not, or says nonsense.
  package var totalTime: Seconds?
  /// The times that the page gives and that are none, though there are digits in them.
  package var unreadTimes: [UnreadTime] = []
  /// The preparation.
  package var prepTime: Seconds?
  /// The cooking.
  package var cookTime: Seconds?
  /// One ingredient each.
  package var ingredients: [String] = []
  /// How much it makes, as the page says.
  package var yield: String?
  /// How many people it feeds, where the page says so.
  package var servings: Int?
  /// What to do, with the headings between.
  package var instructions: [Instruction] = []
  /// Whether the instructions were found in the page's text, for want of any in its data.
  package var hasStepsOfText = false
  /// Who wrote it.
  package var author: String?
  /// Where it is.
  package var address: String?
  /// What else it says, a line each.
  package var notes: [String] = []
  /// Its categories and cuisines.
  package var tags: [String] = []

  /// Creates an empty page.
  package init() {}

  /// A piece of the instructions, on one line.
  package struct Instruction: Sendable, Hashable {
    /// Whether it is to be done.
    package var kind: Kind
    /// The words.
    package var text: String
    /// The words as the steps they tell of: several where all of a recipe stands in one piece.
    package var parts: [String]
    /// Whether a heading stands over a part of the dish, not over one step.
    package var beginsSection: Bool

    /// Creates a piece; without `parts` it is one.
    package init(
      _ kind: Kind, _ text: String, parts: [String]? = nil, beginsSection: Bool = true
    ) {
      self.kind = kind
      self.text = text
      self.parts = parts ?? [text]
      self.beginsSection = kind == .heading && beginsSection
    }

    /// What a piece of the instructions is.
    package enum Kind: String, Sendable, Hashable {
      /// The name of a section or of a step.
      case heading
      /// Something to do.
      case step
    }
  }

  /// A time that could not be read.
  package struct UnreadTime: Sendable, Hashable {
    /// `totalTime` and the like.
    package var key: String
    /// What the page has there, a little of it.
    package var text: String
  }

  /// Keeps the first half of instructions that the page holds twice.
  mutating func dropSecondCopy() {
    let half = instructions.count / 2
    guard half >= 2, instructions.count == 2 * half,
      instructions[..<half].elementsEqual(instructions[half...])
    else { return }
    instructions.removeLast(half)
  }

  /// The total time that the page states, else preparation and cooking together; nil for neither.
  package var wholeTime: Seconds? {
    if let totalTime { return totalTime }
    guard prepTime != nil || cookTime != nil else { return nil }
    return (prepTime ?? .zero) + (cookTime ?? .zero)
  }

  /// The steps alone.
  package var steps: [String] { instructions.filter { $0.kind == .step }.flatMap(\.parts) }
}
