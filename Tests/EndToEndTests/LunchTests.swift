import Foundation
import Testing

/// The main job on the meal that introduces the program.
struct LunchTests {
  static let spoken = [
    "Preparing lunch.", "Pasta will now cook.", "Meatloaf in the microwave.",
    "Peeling/slicing avocado.", "Avocado sliced.", "Meatloaf heated.", "Pasta ready.",
    "10 min of prep time.",
  ]

  @Test func `lunch cooked on a fast clock says its eight lines and is in the history`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let cooked = try kitchen.does("cook", "lunch", "--speed", "600")
    #expect(cooked.lines == Self.spoken)
    #expect(cooked.errors.isEmpty)

    let history = try kitchen.does("history", "--all", "--json").json([[String: Any]].self)
    let run = try #require(history.first)
    #expect(history.count == 1)
    #expect(run["meal"] as? String == "lunch")
    #expect(run["mode"] as? String == "scaled")
    #expect(run["speed"] as? Int == 600)
    #expect(run["status"] as? String == "finished")
    #expect(run["actualSeconds"] as? Int == 600)
    #expect(run["steps"] == nil)

    let shown = try kitchen.does("history", "show", "1", "--json").json()
    let steps = try #require(shown["steps"] as? [[String: Any]])
    #expect(steps.map { $0["dish"] as? String } == ["Pasta", "Meatloaf", "Avocado"])
    #expect(steps.map { $0["plannedStartSeconds"] as? Int } == [0, 420, 480])
    #expect(steps.map { $0["actualStartSeconds"] as? Int } == [0, 420, 480])
    #expect(steps.map { $0["plannedEndSeconds"] as? Int } == [600, 600, 600])
    #expect(steps.map { $0["actualEndSeconds"] as? Int } == [600, 600, 600])
    #expect(steps.map { $0["endedBy"] as? String } == ["timer", "timer", "timer"])
  }

  @Test func `a simulated lunch from a given moment is recorded the same each time`() throws {
    let records = try (1...2).map { _ in
      let kitchen = try Kitchenette()
      try kitchen.stockLunch()
      try kitchen.does("cook", "lunch", "--simulate", "--now", "2026-11-22T12:00:00Z")
      return try kitchen.does("history", "show", "1", "--json")
    }
    #expect(records[0].output == records[1].output)
    #expect(try records[0].json()["startedAt"] as? String == "2026-11-22T12:00:00Z")
  }

  @Test func `a simulated lunch says the same at once`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    #expect(try kitchen.does("cook", "lunch", "--simulate").lines == Self.spoken)
  }

  @Test func `one thing at a time takes 15 minutes`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let cooked = try kitchen.does("cook", "lunch", "--simulate", "--policy", "sequential")
    #expect(
      cooked.lines == [
        "Preparing lunch.", "Pasta will now cook.", "Pasta ready.", "Meatloaf in the microwave.",
        "Meatloaf heated.", "Peeling/slicing avocado.", "Avocado sliced.", "15 min of prep time.",
      ])
  }

  @Test func `an event loop with the avocado first takes 12 minutes`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let cooked = try kitchen.does(
      "cook", "Avocado", "Pasta", "Meatloaf", "--simulate", "--policy", "in-order")
    #expect(
      cooked.lines == [
        "Preparing Avocado, Pasta, Meatloaf.", "Peeling/slicing avocado.", "Avocado sliced.",
        "Pasta will now cook.", "Meatloaf in the microwave.", "Meatloaf heated.", "Pasta ready.",
        "12 min of prep time.",
      ])
  }

  /// The dishes of lunch as `dish add` takes them, and every order of them with what an event loop
  /// takes: with the avocado before the pasta, two minutes more.
  static let orders: [([String], Int)] = [
    (["Pasta", "Meatloaf", "Avocado"], 600), (["Pasta", "Avocado", "Meatloaf"], 600),
    (["Meatloaf", "Pasta", "Avocado"], 600), (["Meatloaf", "Avocado", "Pasta"], 720),
    (["Avocado", "Pasta", "Meatloaf"], 720), (["Avocado", "Meatloaf", "Pasta"], 720),
  ]
  static let durations = [
    "Pasta": ["--waiting", "10m"], "Meatloaf": ["--waiting", "3m"],
    "Avocado": ["--blocking", "2m"],
  ]

  @Test(arguments: orders)
  func `the dishes in any order are served after 10 minutes`(order: [String], inOrder: Int) throws {
    let kitchen = try Kitchenette()
    for dish in order {
      try kitchen.souschef(["dish", "add", dish] + Self.durations[dish, default: []])
    }
    let plan = try kitchen.souschef(["plan"] + order + ["--json"]).json()
    #expect(plan["status"] as? String == "optimal")
    #expect(plan["makespanSeconds"] as? Int == 600)
    #expect(plan["holdSeconds"] as? Int == 0)
    #expect(plan["sequentialSeconds"] as? Int == 900)
    #expect(plan["inOrderSeconds"] as? Int == inOrder)
  }

  @Test func `the same plan is the same bytes except for the time the search took`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let plans = try (1...3).map { _ in
      try kitchen.does("plan", "lunch", "--json").output
        .replacing(/"seconds": [-0-9.e]+/, with: "")
    }
    #expect(Set(plans).count == 1)
  }
}
