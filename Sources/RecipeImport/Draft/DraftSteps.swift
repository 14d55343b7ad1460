import KitchenModel
import RecipeProse

/// Makes a dish's steps from the stretches of a recipe's steps, linked by ``StepLinks``.
struct DraftSteps {
  /// The most steps of one dish.
  static let most = 500

  /// The steps so far.
  private(set) var steps: [Step] = []
  /// Their durations' origins.
  private(set) var origins: [RecipeDraft.StepOrigin] = []
  /// Whether stretches were left out because there were too many.
  private(set) var isCut = false
  /// Whether a step says more than its title has room for.
  private(set) var saysMore = false

  private let lexicon: Lexicon
  private var identifiers = StepIdentifiers()
  private var links: StepLinks

  /// Creates the steps of a recipe with such ingredients, in a language where one was given.
  init(title: String, ingredients: [String], language: String?, links style: StepLinks.Style) {
    lexicon = Lexicon.of(language)
    links = StepLinks(title: title, ingredients: ingredients, lexicon: lexicon, style: style)
  }

  /// Begins a section of that name.
  mutating func beginSection(_ name: String) { links.beginSection(name) }

  /// Adds the stretches of one step of the recipe, whose first follows the steps `uses` where there
  /// are any; returns the identifier of the last; nil where nothing was added.
  mutating func add(
    _ stretches: [Stretch], uses: [String] = [], remarks: [String] = []
  ) -> String? {
    var last: String?
    for (index, stretch) in stretches.enumerated() {
      guard steps.count < Self.most else {
        isCut = true
        break
      }
      let title = DraftWording.title(from: stretch.text)
      saysMore = saysMore || title.hasSuffix("…") && !stretch.text.hasSuffix("…")
      let id = identifiers.identifier(forTitle: DraftWording.firstWords(of: title))
      let link = links.link(
        .init(
          id: id, title: title, text: stretch.text, kind: stretch.kind,
          length: stretch.estimate.likely, equipment: stretch.equipment),
        uses: index == 0 ? uses : [])
      steps.append(
        Step(
          id: id, title: title, Self.way(stretch), after: link.after,
          keeps: KeepingTime.of(stretch, lexicon)))
      var all = stretch.remarks + (index == 0 ? remarks : [])
      if let remark = link.remark { all.append(remark) }
      origins.append(
        .init(
          number: stretch.origin, remarks: all, links: link.remark == nil ? .order : .inferred))
      last = id
    }
    return last
  }

  /// Ends the dish: its last step follows all that nothing follows yet, and guesses are fitted to
  /// the times that the recipe states.
  ///
  /// For prose that cannot be read no length is guessed.
  mutating func finish(_ stated: RecipeDraft.StatedTimes, _ prose: Prose) {
    if let (id, more) = links.finish(), let index = steps.firstIndex(where: { $0.id == id }) {
      steps[index].after += more.filter { !steps[index].after.contains($0) }
    }
    guard prose == .isRead else { return forgetGuesses() }
    let lengths = zip(steps, origins).map { step, origin in
      GuessScale.Length(
        kind: step.ways[0].kind, estimate: step.ways[0].duration,
        isGuessed: origin.number == .estimated, isHeated: !step.ways[0].uses.isEmpty)
    }
    let fitted = GuessScale.fitted(
      lengths, prep: stated.prep, cook: stated.cook, total: stated.whole)
    for index in steps.indices { steps[index].ways[0].duration = fitted[index] }
  }

  /// Whether the language of a recipe is one that is read.
  enum Prose { case isRead, isUnread }

  private mutating func forgetGuesses() {
    for index in steps.indices where origins[index].number == .estimated {
      steps[index].ways[0].duration = Estimate(.zero)
      origins[index].number = .unknown
      origins[index].remarks = ["Its language cannot be read: write how long it takes."]
    }
  }

  private static func way(_ stretch: Stretch) -> Way {
    Way(
      stretch.kind, stretch.estimate, uses: stretch.equipment.map { [Way.Use($0)] } ?? [],
      temperature: stretch.equipment == "oven" ? stretch.temperature : nil)
  }
}
