import KitchenModel
import Rendering
import SouschefCore
import Testing

/// The week and the shop: what is said beside a change.
@Suite struct WeekUseCaseTests {
  private var kitchen: Workspace

  /// A stew that cooks for three hours, and toast; it is Thursday, noon.
  init() throws {
    kitchen = try Workspace.inMemory()
    try kitchen.add("Stew", waiting: 180)
    try kitchen.add("Toast", waiting: 5)
  }

  @discardableResult
  private func put(_ day: String, _ words: String...) throws -> Outcome<WeekEntry> {
    try AddToWeek(day: day, words: words).perform(in: kitchen)
  }

  @Test func `what else is cooked at the same moment is said, whether added, moved or copied`()
    throws
  {
    #expect(try put("sunday", "18:30", "Stew").remarks.isEmpty)
    let added = try put("sunday", "18:30", "Toast")
    #expect(
      added.remarks.map(\.message) == ["\"Stew\" (1) is on Sunday 29 November at 18:30, too."])
    #expect(added.remarks.map(\.severity) == [.remark])
    let away = try ChangeWeek(.move("Toast", day: "sunday", time: "12:00")).perform(in: kitchen)
    #expect(away.remarks.isEmpty)
    let back = try ChangeWeek(.move("Toast", day: "sunday", time: "18:30")).perform(in: kitchen)
    #expect(back.remarks.count == 1)
    try put("monday", "18:30", "Stew")
    let copied = try ChangeWeek(.copy("2", day: "monday", time: nil)).perform(in: kitchen)
    #expect(
      copied.remarks.map(\.message) == ["\"Stew\" (3) is on Monday 30 November at 18:30, too."])
  }

  @Test func `leftovers are looked at when what they are left of moves`() throws {
    var keeps = DishChanges()
    keeps.keepsFor = .minutes(2 * 24 * 60)
    _ = try EditDish(name: "Stew", changes: keeps).perform(in: kitchen)
    try put("friday", "Stew")
    #expect(try put("saturday", "leftovers of friday").remarks.isEmpty)
    let behind = try ChangeWeek(.move("1", day: "sunday", time: nil)).perform(in: kitchen)
    #expect(
      behind.remarks.map(\.message) == ["Leftovers of Stew are eaten before they are cooked."])
  }

  @Test func `a meal that had to begin before now says so in the week`() throws {
    try put("today", "13:00", "Stew")
    try put("today", "18:00", "Stew")
    let words = WeekWords(clock: LocalClock(kitchen.timeZone), now: kitchen.now)
    let week = try ShowWeek().perform(in: kitchen).value
    #expect(
      week.entries.map(words.notes)
        == [["it should have started at 10:00 to be served at 13:00"], []])
  }

  @Test(arguments: [("Produc", "Did you mean \"Produce\"?"), ("Produce", nil), ("Market", nil)])
  func `an aisle that looks mistyped is asked about`(aisle: String, hint: String?) throws {
    let moved = try ChangeShopItems(.aisle(aisle), of: ["oil"]).perform(in: kitchen)
    #expect(moved.remarks.flatMap(\.hints) == (hint.map { [.text($0)] } ?? []))
  }
}
