import Foundation
import Testing

/// `souschef week`, `souschef ahead`, and tonight's meal for `plan` and `cook`.
struct WeekCommandTests {
  /// A Thursday, ten in the morning.
  private static let now = "2026-11-26T10:00:00Z"

  /// A kitchen with a roast for four, a gravy, and a bread whose dough takes twelve hours.
  private func stocked() throws -> Kitchenette {
    let kitchen = try Kitchenette()
    try kitchen.write(
      """
      dishes:
        - name: Roast beef
          servings: 4
          keepsFor: 3d
          ingredients: ["1 kg beef", "2 onions"]
          steps:
            - {id: rub, title: Rub, blocking: 10m}
            - {id: roast, title: Roast, waiting: 90m, uses: {oven: 1}, temperature: 180C}
        - {name: Gravy, blocking: 10m}
        - name: Bread
          serve: any
          steps:
            - {id: knead, title: Knead, blocking: 15m}
            - {id: rise, title: Rise, waiting: 12h, keeps: 5m}
            - {id: bake, title: Bake, waiting: 45m, uses: {oven: 1}, temperature: 230C}
      """, to: "kitchen.yaml")
    try kitchen.does("import", "kitchen.yaml")
    return kitchen
  }

  private func week(_ kitchen: Kitchenette, _ more: String...) throws -> [[String: Any]] {
    try kitchen.does(["week", "show", "--now", Self.now, "--json"] + more)
      .json([[String: Any]].self)
  }

  @Test
  func `a meal is put on a day, shown, moved, copied and taken away, and undo takes each back`()
    throws
  {
    let kitchen = try stocked()
    try kitchen.does(
      "week", "add", "sunday", "18:30", "Roast beef:6", "gravy", "--now", Self.now)
    let added = try #require(try week(kitchen).first)
    #expect(added["date"] as? String == "2026-11-29")
    #expect(added["title"] as? String == "Roast beef, Gravy")
    #expect(added["serveAt"] as? String == "2026-11-29T18:30:00Z")
    #expect(added["startAt"] as? String == "2026-11-29T16:50:00Z")
    #expect(added["handsOnSeconds"] as? Int == 1200)
    #expect(added["runId"] is NSNull)

    try kitchen.does("week", "move", "sunday", "saturday", "19:00", "--now", Self.now)
    #expect(try week(kitchen).map { $0["serveAt"] as? String } == ["2026-11-28T19:00:00Z"])
    try kitchen.does("week", "copy", "1", "monday", "--now", Self.now)
    #expect(try week(kitchen).count == 2)
    try kitchen.does("week", "remove", "1", "--now", Self.now)
    #expect(try week(kitchen).map { $0["date"] as? String } == ["2026-11-30"])
    try kitchen.does("week", "clear", "--now", Self.now)
    #expect(try week(kitchen).isEmpty)
    for count in [1, 2, 1, 1, 0] {
      try kitchen.does("undo")
      #expect(try week(kitchen).count == count)
    }
  }

  @Test(arguments: [
    (["add", "funday", "Gravy"], 64, "\"funday\" is not a day."),
    (["add", "sundya", "Gravy"], 64, "Did you mean sunday?"),
    (["add", "sunday", "18:3o", "Gravy"], 64, "\"18:3o\" is not a time."),
    (["add", "2026-02-30", "Gravy"], 64, "The calendar has no day \"2026-02-30\"."),
    (["add", "31 november", "Gravy"], 64, "The calendar has no day \"31 november\"."),
    (["add", "yesterday", "Gravy"], 64, "Wednesday 25 November 19:00 is past."),
    (["add", "33:00", "Gravy"], 64, "\"33:00\" is neither a day nor a time."),
    (["add", "today", "9:00", "Gravy"], 64, "Thursday 26 November 09:00 is past."),
    (["add", "sunday", "Grvay"], 1, "No meal or dish named \"Grvay\"."),
    (["add", "sunday", "Roast beef:0"], 64, "servings must be 1 or more"),
    (["add", "sunday", "Gravy:4"], 1, "does not say how many it serves"),
    (["add", "sunday"], 64, "Nothing to put on Sunday 29 November was named."),
    (["move", "7", "monday"], 1, "The week has no entry 7."),
    (["remove", "tuesday"], 1, "Nothing is on Tuesday 1 December."),
    (["show", "--days", "0"], 64, "The number of days must be 1 to 366 (got 0)."),
  ])
  func `bad input is refused with its sentence`(
    arguments: [String], code: Int32, sentence: String
  ) throws {
    let kitchen = try stocked()
    let refused = try kitchen.souschef(["week"] + arguments + ["--now", Self.now])
    #expect(refused.code == code)
    #expect(refused.errors.contains(sentence), "\(refused.errors)")
    #expect(refused.errors.contains("Hint: "))
    #expect(try week(kitchen).isEmpty)
  }

  @Test func `the same meal at the same time is refused`() throws {
    let kitchen = try stocked()
    try kitchen.does("week", "add", "sunday", "Gravy", "--now", Self.now)
    let again = try kitchen.souschef(["week", "add", "sunday", "gravy", "--now", Self.now])
    #expect(again.code == 1)
    #expect(again.errors.contains("\"Gravy\" is on Sunday 29 November at 19:00 already."))
  }

  @Test func `a dish that the week has stays, unless its removal is forced`() throws {
    let kitchen = try stocked()
    try kitchen.does("week", "add", "sunday", "Gravy", "Bread", "--now", Self.now)
    let refused = try kitchen.souschef(["dish", "remove", "Gravy"])
    #expect(refused.code == 1)
    #expect(refused.errors.contains("Sunday 29 November"))
    try kitchen.does("dish", "remove", "Gravy", "--force")
    #expect((try week(kitchen).first?["dishes"] as? [Any])?.count == 1)
    try kitchen.does("undo")
    #expect((try week(kitchen).first?["dishes"] as? [Any])?.count == 2)
  }

  @Test func `what begins on an earlier day is listed, to the minute`() throws {
    let kitchen = try stocked()
    try kitchen.does("week", "add", "sunday", "12:00", "Bread", "--now", Self.now)
    let ahead = try kitchen.does("ahead", "--now", Self.now, "--json").json([[String: Any]].self)
    #expect(ahead.map { $0["step"] as? String } == ["knead", "rise"])
    #expect(
      ahead.map { $0["at"] as? String } == ["2026-11-28T23:00:00Z", "2026-11-28T23:15:00Z"])
    let text = try kitchen.does("ahead", "--now", "2026-11-28T10:00:00Z").output
    #expect(text.contains("Today 23:00: Knead (Bread), 15 min, for Sunday 12:00."))
  }

  @Test func `what meets on one evening is planned together`() throws {
    let kitchen = try stocked()
    try kitchen.does("dish", "add", "Late supper", "--blocking", "30m")
    try kitchen.does("week", "add", "saturday", "23:05", "Late supper", "--now", Self.now)
    try kitchen.does("week", "add", "sunday", "12:00", "Bread", "--now", Self.now)
    // Alone supper would be made until 23:05, when the only cook has been kneading for five minutes.
    let ahead = try kitchen.does("ahead", "--now", Self.now, "--json").json([[String: Any]].self)
    #expect(ahead.first?["at"] as? String == "2026-11-28T23:00:00Z")
    #expect(try week(kitchen).first?["startAt"] as? String == "2026-11-28T22:30:00Z")
  }

  @Test func `a change of clocks moves what begins before it`() throws {
    let kitchen = try stocked()
    let zone = ["TZ": "Europe/Berlin"]
    // In the night to Sunday 25 October 2026 the clock is put back by an hour.
    let now = "2026-10-22T10:00:00Z"
    try kitchen.does(["week", "add", "sunday", "11:00", "Bread", "--now", now], environment: zone)
    let ahead = try kitchen.does(["ahead", "--now", now, "--json"], environment: zone)
      .json([[String: Any]].self)
    // 11:00 in Berlin is 10:00 UTC then; thirteen hours before is 23:00 there, still summer time.
    #expect(ahead.first?["serveAt"] as? String == "2026-10-25T10:00:00Z")
    #expect(ahead.first?["at"] as? String == "2026-10-24T21:00:00Z")
  }

  @Test func `plan and cook without names take tonight's, and the entry knows its run`() throws {
    let kitchen = try stocked()
    try kitchen.does("week", "add", "today", "19:00", "Roast beef:8", "--now", Self.now)
    let plan = try kitchen.does("plan", "--now", Self.now, "--json").json()
    #expect(plan["serveAt"] as? String == "2026-11-26T19:00:00Z")
    #expect(try kitchen.souschef(["--now", Self.now]).output.contains("Tonight 19:00: Roast beef"))
    try kitchen.does("cook", "--now", Self.now, "--speed", "100000")
    let entry = try #require(try week(kitchen).first)
    #expect(entry["runId"] as? Int == 1)
    // Only a live run cooks it for good.
    #expect(entry["cooked"] as? Bool == false)
  }

  @Test func `leftovers are an entry of a later day, with a warning past their time`() throws {
    let kitchen = try stocked()
    try kitchen.does("week", "add", "friday", "Roast beef", "--now", Self.now)
    let fine = try kitchen.does(
      "week", "add", "sunday", "leftovers of friday", "--now", Self.now)
    #expect(fine.errors.isEmpty)
    let late = try kitchen.does(
      "week", "add", "wednesday", "leftovers of friday", "--now", Self.now)
    #expect(late.errors.contains("\"Roast beef\" keeps for 3 d"))
    #expect(try week(kitchen).map { $0["leftoversOf"] as? Int } == [nil, 1, 1])
  }

  @Test func `a calendar keeps its identifiers when an entry moves, and no name breaks a format`()
    throws
  {
    let kitchen = try stocked()
    try kitchen.does("dish", "add", "=1+1,\"<b>;|`*", "--blocking", "5m")
    try kitchen.does("week", "add", "sunday", "=1+1,\"<b>;|`*", "--now", Self.now)
    func identifiers() throws -> [String] {
      try kitchen.does("week", "--format", "ics", "--now", Self.now).output
        .split(separator: "\r\n").filter { $0.hasPrefix("UID:") }.map(String.init)
    }
    let before = try identifiers()
    try kitchen.does("week", "move", "1", "monday", "--now", Self.now)
    #expect(try identifiers() == before)
    let html = try kitchen.does("week", "--format", "html", "--now", Self.now).output
    #expect(html.contains("&lt;b&gt;"))
    #expect(!html.contains("<b>"))
    let markdown = try kitchen.does("week", "--format", "markdown", "--now", Self.now).output
    #expect(markdown.contains("\\<b\\>"))
  }

  @Test func `twenty processes edit the week at once, and nothing is lost`() throws {
    let kitchen = try stocked()
    let adding = try (1...20).map { number in
      try kitchen.start(
        ["week", "add", "2026-12-\(number < 10 ? "0" : "")\(number)", "Gravy", "--now", Self.now])
    }
    for process in adding { #expect(try process.finish().code == 0) }
    #expect(try week(kitchen, "--days", "60").count == 20)
    for count in (0..<20).reversed() {
      try kitchen.does("undo")
      if count % 5 == 0 { #expect(try week(kitchen, "--days", "60").count == count) }
    }
  }
}
