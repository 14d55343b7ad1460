import KitchenModel
import Testing

@testable import SouschefCore

@Suite struct RecipeMergeTests {
  private func step(_ id: String, _ minutes: Int) -> Step {
    Step(id: id, title: id, Way(.blocking, Estimate(.minutes(minutes))))
  }

  private func dish(
    _ steps: [Step], tags: [String] = [], notes: String? = nil, servings: Int? = 4
  ) throws -> Dish {
    var dish = Dish(name: try Name("Soup"), steps: steps, servings: servings, tags: tags)
    dish.notes = notes
    return dish
  }

  private func merged(_ base: Dish?, _ now: Dish, _ mine: Dish) -> (dish: Dish, kept: [String]) {
    var merge = RecipeMerge(base: base, now: now, mine: mine)
    let dish = merge.merged()
    return (dish, merge.kept)
  }

  @Test func `what only the source changed is the source's`() throws {
    let base = try dish([step("chop", 5)])
    let now = try dish([step("chop", 9), step("boil", 10)], servings: 6)
    let (dish, kept) = merged(base, now, base)
    #expect(dish == now)
    #expect(kept == [])
  }

  @Test func `what only the cook changed stays`() throws {
    let base = try dish([step("chop", 5)])
    let mine = try dish([step("chop", 12)], tags: ["winter"], notes: "More salt.")
    let (dish, kept) = merged(base, base, mine)
    #expect(dish == mine)
    #expect(kept == ["tags", "notes", "steps"])
  }

  @Test func `where both changed something the cook's lengths, tags and notes stay`() throws {
    let base = try dish([step("chop", 5), step("boil", 10)], tags: ["soup"], notes: "Old.")
    let now = try dish(
      [step("chop", 5), step("boil", 20), step("serve", 1)], tags: ["soup", "quick"],
      notes: "New.")
    let mine = try dish(
      [step("chop", 12), step("boil", 10)], tags: ["soup", "winter"], notes: "Old.\nMore salt.")
    let (dish, kept) = merged(base, now, mine)
    #expect(dish.steps == [step("chop", 12), step("boil", 20), step("serve", 1)])
    #expect(dish.tags == ["soup", "quick", "winter"])
    #expect(dish.notes == "New.\nMore salt.")
    #expect(kept == ["tags", "notes", "1 step"])
  }

  @Test func `without the recipe as it was, tags and notes are added`() throws {
    let now = try dish([step("chop", 9)], tags: ["soup"])
    let mine = try dish([step("chop", 12)], tags: ["winter"], notes: "More salt.")
    let (dish, kept) = merged(nil, now, mine)
    #expect(dish.steps == now.steps)
    #expect(dish.tags == ["winter", "soup"])
    #expect(dish.notes == "More salt.")
    #expect(kept == [])
  }
}
