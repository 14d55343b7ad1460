import ArgumentParser
import KitchenModel
import SouschefCore

/// What `dish add` and `dish edit` say about a dish.
struct DishOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Hands-on time: 15m, 1h30m, 10-15m.", valueName: "duration"))
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
    var changes = DishChanges()
    changes.blocking = try estimate(blocking, "--blocking")
    changes.waiting = try estimate(waiting, "--waiting")
    changes.steps = try step.map { text in
      try reading(.usage, "--step") { try ReadStep(reading: text) }
    }
    changes.keeps = try keeps.map(Self.keeping)
    changes.tags = tag.isEmpty ? nil : tag
    changes.serve = try serve.map { text in
      guard let serve = Dish.Serve(rawValue: text.lowercased()) else {
        throw Diagnostic(
          .usage, "--serve must be hot or any (got \"\(text)\").",
          hints: ["hot: it gets cold while it waits. any: it keeps."])
      }
      return serve
    }
    changes.servings = servings
    changes.ingredients = ingredient.isEmpty ? nil : ingredient
    changes.holdMaximum = try duration(holdMax, "--hold-max")
    changes.keepsFor = try duration(keepsFor, "--keeps-for")
    changes.serveOffset = try duration(serveOffset, "--serve-offset")
    changes.saysStart = saysStart
    changes.saysFinish = saysFinish
    changes.notes = notes
    return changes
  }

  private static func keeping(_ text: String) throws -> DishChanges.KeepingChange {
    guard let sign = text.lastIndex(of: "="), !text[..<sign].trimmed.isEmpty else {
      throw Diagnostic(
        .usage, "--keeps: \(text.quoted) does not name a step and a duration.",
        hints: ["For example: --keeps boil=2m"])
    }
    let keeps = try reading(.usage, "--keeps") {
      try Keeping(parsing: String(text[text.index(after: sign)...]))
    }
    return DishChanges.KeepingChange(step: text[..<sign].trimmed, keeps: keeps)
  }

  private func estimate(_ text: String?, _ option: String) throws -> Estimate? {
    try text.map { text in try reading(.usage, option) { try Estimate(parsing: text) } }
  }

  private func duration(_ text: String?, _ option: String) throws -> Seconds? {
    try text.map { text in try reading(.usage, option) { try Seconds(durationText: text) } }
  }
}
