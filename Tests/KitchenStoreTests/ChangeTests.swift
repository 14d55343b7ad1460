import KitchenModel
import Testing

@testable import KitchenStore

struct ChangeTests {
  private let now = Samples.now

  @Test func `undo takes back the last change, then the one before it`() throws {
    let store = try KitchenStore.inMemory()
    try store.dishes.add(Samples.dish("Pasta"), at: now)
    try store.dishes.rename(Name("Pasta"), to: Name("Penne"), at: now + Seconds(1))
    #expect(
      try store.lastChange()
        == RecordedChange(
          id: 2, madeAt: now + Seconds(1), summary: "renamed dish \"Pasta\" to \"Penne\""))
    #expect(try store.undo(at: now).summary == "renamed dish \"Pasta\" to \"Penne\"")
    #expect(try store.dishes.names() == ["Pasta"])
    #expect(try store.undo(at: now).summary == "added dish \"Pasta\"")
    #expect(try store.dishes.names().isEmpty)
    #expect(
      throws: Diagnostic(
        .couldNotBeDone, "Nothing to undo.",
        hints: ["Undo takes back changes to dishes, meals, the week, the kitchen and the history."])
    ) { try store.undo(at: now) }
  }

  @Test func `a change made after an undo is the next to be undone`() throws {
    let store = try KitchenStore.inMemory()
    for name in ["A", "B"] { try store.dishes.add(Samples.dish(name), at: now) }
    try store.undo(at: now)
    try store.dishes.add(Samples.dish("C"), at: now)
    try store.undo(at: now)
    #expect(try store.dishes.names() == ["A"])
    try store.undo(at: now)
    #expect(try store.dishes.names().isEmpty)
  }

  @Test func `an import of thirty dishes is one change`() throws {
    let store = try KitchenStore.inMemory()
    try store.dishes.add(Samples.dish("Dish 7", minutes: 1), at: now)
    let before = try store.contents()
    try store.change("imported lunch.yaml", at: now) { change in
      for number in 0..<30 {
        let dish = try Samples.dish("Dish \(number)")
        if try change.dish(named: dish.name) == nil {
          try change.add(dish)
        } else {
          try change.replace(dish)
        }
      }
      try change.add(Samples.meal("lunch", "Dish 1", "Dish 2"))
      try change.set(Kitchen(cooks: .count(3)))
    }
    #expect(try store.dishes.names().count == 30)
    #expect(try store.undo(at: now).summary == "imported lunch.yaml")
    #expect(try store.contents() == before)
  }

  @Test func `a change that fails halfway has not happened`() throws {
    let store = try KitchenStore.inMemory()
    let before = try store.contents()
    #expect(throws: Diagnostic.self) {
      try store.change("imported lunch.yaml", at: now) { change in
        try change.add(Samples.dish("Pasta"))
        try change.add(Samples.meal("lunch", "Rice"))
      }
    }
    #expect(try store.contents() == before)
    #expect(try store.lastChange() == nil)
  }

  @Test func `a change that changes nothing is not journaled`() throws {
    let store = try KitchenStore.inMemory()
    try store.change("nothing", at: now) { change in _ = try change.set(.standard) }
    #expect(try store.lastChange() == nil)
  }

  @Test func `names that changed hands in one change change back`() throws {
    let store = try KitchenStore.inMemory()
    for (name, minutes) in [("A", 1), ("B", 2)] {
      try store.dishes.add(Samples.dish(name, minutes: minutes), at: now)
    }
    try store.meals.add(Samples.meal("meal", "A", "B"), at: now)
    let before = try store.contents()
    try store.change(at: now) { change in
      try change.renameDish(Name("A"), to: Name("C"))
      try change.renameDish(Name("B"), to: Name("A"))
      try change.removeDish(Name("C"), meals: .takeOut)
      try change.add(Samples.dish("B", minutes: 9))
      try change.renameMeal(Name("meal"), to: Name("C"))
    }
    #expect(try store.contents() != before)
    try store.undo(at: now)
    #expect(try store.contents() == before)
  }

  /// Random changes, each followed by a look; then everything is undone step by step.
  @Test(arguments: 0..<20)
  func `undoing a random sequence of changes passes every state backwards`(seed: Int) throws {
    var random = RandomKitchen(seed: seed)
    let store = try KitchenStore.inMemory()
    var states = [try store.contents()]
    for _ in 0..<60 {
      let before = try store.lastChange()
      try? store.change(at: now) { change in
        for _ in 0..<random.int(1...2) { try change.something(&random) }
      }
      if try store.lastChange() != before { states.append(try store.contents()) }
    }
    #expect(states.count > 5, "seed \(seed) changes too little")
    while let state = states.popLast() {
      #expect(try store.contents() == state, "seed \(seed)")
      if !states.isEmpty { try store.undo(at: now) }
    }
    #expect(try store.lastChange() == nil)
    #expect(try store.integrity().findings.isEmpty)
  }
}

extension Change {
  /// Does something random with a few names, which may be refused.
  fileprivate func something(_ random: inout RandomKitchen) throws {
    let names = ["A", "a", "B", "C", "D"]
    let name = try Name(names[random.int(0...4)])
    let other = try Name(names[random.int(0...4)])
    switch random.int(0...9) {
    case 0, 1, 2: try add(random.dish(name))
    case 3: try replace(random.dish(name))
    case 4: try renameDish(name, to: other)
    case 5: try removeDish(name, meals: random.flag() ? .refuse : .takeOut)
    case 6: try add(Meal(name: try Name("meal \(other)"), dishes: [name, other, name]))
    case 7: try replace(Meal(name: try Name("meal \(other)"), dishes: [name]))
    case 8: try renameMeal(Name("meal \(name)"), to: Name("meal \(other)"))
    default: try set(random.kitchen())
    }
  }
}
