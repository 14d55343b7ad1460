import KitchenModel

/// Brings a recipe that is imported again together with what the cook made of it: where only one of
/// the two changed something since it was imported before, that change counts; where both did, the
/// cook's.
///
/// Without the recipe as it was imported before, the cook's tags and lines of notes are added, and
/// everything else is the source's.
struct RecipeMerge {
  /// The recipe when it was imported before; nil where that is not known.
  let base: Dish?
  /// The recipe now.
  let now: Dish
  /// The dish as it is stored.
  let mine: Dish
  /// What is kept of the cook's changes, in words.
  private(set) var kept: [String] = []

  /// Creates the merge of a recipe.
  init(base: Dish?, now: Dish, mine: Dish) {
    (self.base, self.now, self.mine) = (base, now, mine)
  }

  /// The dish that comes of it, under its stored name.
  mutating func merged() -> Dish {
    var dish = now
    dish.name = mine.name
    guard let base else {
      dish.addWhatIsMine(of: mine)
      return dish
    }
    dish.tags = pick(base.tags, now.tags, mine.tags, "tags") { Self.lines($0, $1, $2) }
    dish.ingredients = pick(base.ingredients, now.ingredients, mine.ingredients, "ingredients") {
      Self.lines($0, $1, $2)
    }
    dish.notes = pick(base.notes, now.notes, mine.notes, "notes") { base, now, mine in
      let lines = Self.lines(Self.parts(base), Self.parts(now), Self.parts(mine))
      return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
    dish.servings = pick(base.servings, now.servings, mine.servings, "servings")
    dish.serve = pick(base.serve, now.serve, mine.serve, "how it is served")
    dish.holdMaximum = pick(
      base.holdMaximum, now.holdMaximum, mine.holdMaximum, "how long it may wait")
    dish.serveOffset = pick(
      base.serveOffset, now.serveOffset, mine.serveOffset, "when it is served")
    dish.notBefore = pick(base.notBefore, now.notBefore, mine.notBefore, "when it may begin")
    dish.notAfter = pick(base.notAfter, now.notAfter, mine.notAfter, "when it must be over")
    dish.says = pick(base.says, now.says, mine.says, "what it says")
    dish.keepsFor = pick(base.keepsFor, now.keepsFor, mine.keepsFor, "how long leftovers keep")
    mergeSteps(of: &dish, base)
    return dish
  }

  // MARK: One thing

  private mutating func pick<Value: Equatable>(
    _ base: Value, _ now: Value, _ mine: Value, _ what: String,
    _ both: ((Value, Value, Value) -> Value)? = nil
  ) -> Value {
    if mine == base || mine == now { return now }
    kept.append(what)
    return now == base ? mine : both?(base, now, mine) ?? mine
  }

  /// Lines that both changed: the source's without those that the cook took out, then the cook's.
  private static func lines(_ base: [String], _ now: [String], _ mine: [String]) -> [String] {
    now.filter { !base.contains($0) || mine.contains($0) }
      + mine.filter { !base.contains($0) && !now.contains($0) }
  }

  private static func parts(_ notes: String?) -> [String] {
    (notes ?? "").split(separator: "\n").map(String.init)
  }

  // MARK: Steps

  private mutating func mergeSteps(of dish: inout Dish, _ base: Dish) {
    if mine.steps == base.steps || mine.steps == now.steps { return }
    if now.steps == base.steps {
      dish.steps = mine.steps
      return kept.append("steps")
    }
    let old = Dictionary(base.steps.map { ($0.id, $0) }) { first, _ in first }
    let own = Dictionary(mine.steps.map { ($0.id, $0) }) { first, _ in first }
    var steps = now.steps
    var changed = 0
    for index in steps.indices {
      guard let before = old[steps[index].id], let cook = own[steps[index].id], cook != before
      else { continue }
      steps[index] = Self.merged(before, steps[index], cook)
      changed += 1
    }
    guard changed > 0 else { return }
    let plain = dish.steps
    dish.steps = steps
    // What does not go together is left to the source.
    if dish.findings().isEmpty {
      kept.append(changed == 1 ? "1 step" : "\(changed) steps")
    } else {
      dish.steps = plain
    }
  }

  private static func merged(_ base: Step, _ now: Step, _ mine: Step) -> Step {
    func pick<Value: Equatable>(_ part: KeyPath<Step, Value>) -> Value {
      mine[keyPath: part] == base[keyPath: part] ? now[keyPath: part] : mine[keyPath: part]
    }
    var step = now
    step.title = pick(\.title)
    step.keeps = pick(\.keeps)
    step.notBefore = pick(\.notBefore)
    step.notAfter = pick(\.notAfter)
    step.ways = pick(\.ways)
    return step
  }
}

extension Dish {
  /// Adds the tags, and the lines of notes, that `mine` has beside these.
  fileprivate mutating func addWhatIsMine(of mine: Dish) {
    tags = mine.tags + tags.filter { !mine.tags.contains($0) }
    let lines = (notes ?? "").split(separator: "\n")
    let own = (mine.notes ?? "").split(separator: "\n").filter { !lines.contains($0) }
    guard !own.isEmpty else { return }
    // What was edited in its place stays there.
    notes =
      lines.allSatisfy((mine.notes ?? "").split(separator: "\n").contains)
      ? mine.notes : (lines + own).joined(separator: "\n")
  }
}
