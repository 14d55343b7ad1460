import KitchenModel

/// Makes a dish's steps from the stretches of a recipe's steps.
///
/// A stretch follows the one before it. One that begins with `Meanwhile` starts with the waiting
/// before it; one that names what it uses (`@&(~1)dough{}`) follows just that; the next one then
/// follows whatever is not followed yet.
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

  private var identifiers = StepIdentifiers()
  /// The steps that nothing follows yet.
  private var open: [String] = []
  /// The waiting step that `Meanwhile` speaks of.
  private var anchor: String?
  /// The last step of those that run beside the anchor.
  private var beside: String?

  init() {}

  /// Adds the stretches of one step of the recipe, whose first follows the steps `uses` where there
  /// are any; returns the identifier of the last; nil where nothing was added.
  mutating func add(
    _ stretches: [Stretch], uses: [String] = [], remarks: [String] = []
  ) -> String? {
    var last: String?
    var isBeside = false
    for (index, stretch) in stretches.enumerated() {
      guard steps.count < Self.most else {
        isCut = true
        break
      }
      let title = DraftWording.title(from: stretch.text)
      saysMore = saysMore || title.hasSuffix("…") && !stretch.text.hasSuffix("…")
      let id = identifiers.identifier(forTitle: DraftWording.firstWords(of: title))
      let begins = anchor != nil && Self.beginsMeanwhile(stretch.text)
      isBeside = isBeside || begins
      var after: [Dependency]
      if index == 0, !uses.isEmpty {
        after = uses.map { Dependency($0) }
        open.removeAll(where: uses.contains)
        open.append(id)
        anchor = stretch.kind == .waiting ? id : nil
        beside = nil
      } else if isBeside, let anchor {
        after = beside.map { [Dependency($0)] } ?? []
        if begins { after.insert(Dependency(anchor, from: .start), at: 0) }
        beside = id
        open = [anchor, id]
      } else {
        after = open.map { Dependency($0) }
        open = [id]
        anchor = stretch.kind == .waiting ? id : nil
        beside = nil
      }
      steps.append(Step(id: id, title: title, Self.way(stretch), after: after))
      origins.append(
        .init(number: stretch.origin, remarks: stretch.remarks + (index == 0 ? remarks : [])))
      last = id
    }
    return last
  }

  private static func way(_ stretch: Stretch) -> Way {
    Way(
      stretch.kind, stretch.estimate, uses: stretch.equipment.map { [Way.Use($0)] } ?? [],
      temperature: stretch.equipment == "oven" ? stretch.temperature : nil)
  }

  private static func beginsMeanwhile(_ text: String) -> Bool {
    let start = text.drop { $0 == "(" }.prefix(30).lowercased()
    return meanwhile.contains { start.hasPrefix($0) }
  }

  private static let meanwhile = [
    "meanwhile", "in the meantime", "while ", "at the same time", "währenddessen", "inzwischen",
    "in der zwischenzeit", "pendant ce temps", "entre-temps", "mientras", "nel frattempo",
    "intanto",
    "intussen", "ondertussen", "enquanto", "entretanto", "under tiden",
  ]
}
