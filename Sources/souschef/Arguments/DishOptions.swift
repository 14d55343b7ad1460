import ArgumentParser
import KitchenModel
import SouschefCore

/// What `dish add` and `dish edit` say about a dish.
struct DishOptions: ParsableArguments {
  @Option(
    name: [.long, .customLong("hands-on")],
    help: ArgumentHelp("Hands-on time: 15m, 1h30m, 10-15m.", valueName: "duration"))
  var blocking: String?

  @Option(help: ArgumentHelp("Unattended time: oven, pot, fridge.", valueName: "duration"))
  var waiting: String?

  @Option(
    help: ArgumentHelp(
      """
      A step, in order: "hands-on 15m: Peel", "waiting 50m @oven 180C: Bake", "boil beans 5m \
      @burner keeps 2m". Repeatable.
      """, valueName: "spec"))
  var step: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      How long what a step makes may stand until the next step: a duration, true (as long as it \
      likes) or false. Repeatable.
      """, valueName: "step=duration"))
  var keeps: [String] = []

  @Option(help: ArgumentHelp("A tag. Repeatable.", valueName: "tag"))
  var tag: [String] = []

  @Option(help: ArgumentHelp("hot (it gets cold) or any (it keeps).", valueName: "hot|any"))
  var serve: String?

  @Option(help: ArgumentHelp("How many it feeds.", valueName: "count"))
  var servings: Int?

  @Option(help: ArgumentHelp("An ingredient. Repeatable.", valueName: "text"))
  var ingredient: [String] = []

  @Option(help: ArgumentHelp("The longest it may wait before it is served.", valueName: "duration"))
  var holdMax: String?

  @Option(help: ArgumentHelp("How long leftovers keep.", valueName: "duration"))
  var keepsFor: String?

  @Option(
    help: ArgumentHelp("A later course: served this long after the meal.", valueName: "duration"))
  var serveOffset: String?

  @Option(help: ArgumentHelp("Said when it starts.", valueName: "text"))
  var saysStart: String?

  @Option(help: ArgumentHelp("Said when it is done.", valueName: "text"))
  var saysFinish: String?

  @Option(help: ArgumentHelp("Free text.", valueName: "text"))
  var notes: String?

  /// What the options say.
  func changes() throws -> DishChanges {
    var words = DishWords()
    words.blocking = blocking
    words.waiting = waiting
    words.steps = step
    words.keeps = keeps
    words.serve = serve
    words.holdMax = holdMax
    words.keepsFor = keepsFor
    words.serveOffset = serveOffset
    var changes = try words.changes()
    changes.tags = tag.isEmpty ? nil : tag
    changes.servings = servings.map { .people($0) }
    for (option, texts) in [("--tag", tag), ("--ingredient", ingredient)]
    where texts.contains(where: \.trimmed.isEmpty) {
      throw Diagnostic(
        .usage, "\(option) cannot be empty.",
        hints: ["For example: \(option == "--tag" ? "--tag quick" : "--ingredient \"2 onions\"")"])
    }
    if let line = ingredient.first(where: { $0.contains(/\/0+(?![0-9.,])/) }) {
      throw Diagnostic(
        .usage, "--ingredient: \(line.quoted) divides by zero.",
        hints: ["For example: --ingredient \"1/2 kg potatoes\""])
    }
    changes.ingredients = ingredient.isEmpty ? nil : ingredient
    changes.saysStart = saysStart
    changes.saysFinish = saysFinish
    changes.notes = notes
    return changes
  }
}
