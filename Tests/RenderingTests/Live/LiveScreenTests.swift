import Foundation
import KitchenModel
import Rendering
import TestSupport
import Testing

/// Golden screens of a run under way.
struct LiveScreenTests {
  static func state() throws -> LiveState {
    func step(_ id: String, _ title: String, _ way: Way) -> Step {
      Step(id: id, title: title, way)
    }
    let menu = Menu(
      name: "Sunday",
      dishes: [
        Dish(
          name: try Name("Gratin"),
          steps: [
            step("peel", "Peel and slice the potatoes", Way(.blocking, Estimate(.minutes(15)))),
            step(
              "bake", "Bake",
              Way(
                .waiting, Estimate(.minutes(50)), uses: [.init("oven")],
                temperature: try Temperature(parsing: "180C"))),
          ], ingredients: ["800 g potatoes", "300 ml cream"]),
        Dish(
          name: try Name("Sauce"),
          steps: [
            step("chop", "Chop the onions", Way(.blocking, Estimate(.minutes(4)))),
            step("reduce", "Reduce", Way(.waiting, Estimate(.minutes(8)))),
            step("season", "Season", Way(.blocking, Estimate(.minutes(1)))),
          ]),
      ],
      kitchen: Kitchen(
        cooks: .named(["Ana", "Ben"]),
        equipment: [Equipment(name: "oven", count: 1, slots: 2, preheat: .minutes(10))]))
    func place(_ dish: Int, _ step: Int) -> StepReference { StepReference(dish: dish, step: step) }
    func minutes(_ start: Int, _ end: Int) -> (Seconds, Seconds) {
      (.minutes(start), .minutes(end))
    }
    func planned(
      _ reference: StepReference, _ kind: Way.Kind, _ times: (Seconds, Seconds),
      cooks: [Int] = [], uses: [PlannedUse] = []
    ) -> PlannedStep {
      PlannedStep(
        reference, kind: kind, start: times.0, end: times.1, cooks: cooks, uses: uses)
    }
    return LiveState(
      run: 3, menu: menu, status: .running, startedAt: Instant(epochSeconds: 18 * 3600),
      steps: [
        .init(
          planned: planned(place(0, 0), .blocking, minutes(0, 15), cooks: [0]), status: .finished,
          start: .zero, expectedEnd: .minutes(15), end: .minutes(16), cooks: [0]),
        .init(
          planned: planned(
            place(0, 1), .waiting, minutes(16, 66), uses: [PlannedUse("oven", unit: 1, units: 1)]),
          status: .running, start: .minutes(16), expectedEnd: .minutes(66)),
        .init(
          planned: planned(place(1, 0), .blocking, minutes(50, 54), cooks: [0]), status: .running,
          start: .minutes(50), expectedEnd: .minutes(54), cooks: [0]),
        .init(planned: planned(place(1, 1), .waiting, minutes(57, 65)), status: .pending),
        .init(
          planned: planned(place(1, 2), .blocking, minutes(65, 66), cooks: [1]), status: .pending),
      ],
      serving: .minutes(66), planned: .minutes(65),
      notice: .init("Gratin: 1 min more. Serving 19:06.", since: .minutes(50)))
  }

  @Test func `what was said is news for five minutes`() throws {
    let screen = LiveScreen(try Self.state(), clock: LocalClock(.gmt))
    func isTold(at minute: Int) -> Bool {
      screen.text(at: .minutes(minute), size: .init(width: 80, height: 24)).plainText
        .contains("1 min more")
    }
    #expect(isTold(at: 55))
    #expect(!isTold(at: 56))
  }

  @Test func `no two numbers beside each other look alike`() throws {
    var state = try Self.state()
    state.coming = [.init(.serve(course: .zero), text: "Serve", at: .minutes(66), cook: 1)]
    let text = LiveScreen(state, clock: LocalClock(.gmt))
      .text(at: .minutes(52), size: .init(width: 80, height: 24)).plainText
    #expect(text.contains("\n  19:06  in 14 min  Ben: Serve"))
    #expect(text.contains("2:00 left  Ana: Sauce: Chop the onions"))
  }

  @Test func `what was done last is shown beside a long list of what comes`() throws {
    var state = try Self.state()
    state.coming = (53..<90).map {
      .init(.serve(course: .zero), text: "Stir the pot", at: .minutes($0), cook: 1)
    }
    let text = LiveScreen(state, clock: LocalClock(.gmt), footer: "keys")
      .text(at: .minutes(52), size: .init(width: 80, height: 24)).plainText
    #expect(text.contains("DONE\n  18:16  Gratin: Peel"))
    #expect(text.contains(" more\n"))
  }

  @Test func `each thing said has a line of its own, and what is to be done comes first`() throws {
    var state = try Self.state()
    state.notice = .init("Start Reduce (Sauce) now.\nDone: Chop.", since: .minutes(50))
    let text = LiveScreen(state, clock: LocalClock(.gmt))
      .text(at: .minutes(52), size: .init(width: 80, height: 24)).plainText
    #expect(text.contains("\nStart Reduce (Sauce) now.\nDone: Chop.\n"))
  }

  @Test(arguments: [(80, 24), (40, 20), (200, 60)])
  func `a screen shows what fits its size`(width: Int, height: Int) throws {
    let screen = LiveScreen(
      try Self.state(), clock: LocalClock(.gmt), footer: "Enter done  q leave")
    let size = LiveScreen.Size(width: width, height: height)
    let text = screen.text(at: Seconds(52 * 60 + 10), size: size)
    #expect(text.lines.count == height)
    #expect(text.lines.allSatisfy { $0.width <= width })
    try Golden.expect(text.plainText, named: "screen-\(width)x\(height).txt")
  }

  @Test func `a countdown goes on past zero and says so in words`() throws {
    let screen = LiveScreen(try Self.state(), clock: LocalClock(.gmt))
    let text = screen.text(at: .minutes(55), size: .init(width: 80, height: 24)).plainText
    #expect(text.contains("-1:00       Ana: Sauce: Chop the onions  over time"))
    #expect(text.contains("late"))
  }

  @Test(
    arguments: [
      (0, "as planned"), (59, "as planned"), (60, "1 min late"), (119, "1 min late"),
      (-59, "as planned"), (-60, "1 min early"),
    ])
  func `dinner that moves by a minute is never as planned`(seconds: Int, words: String) throws {
    var state = try Self.state()
    state.serving = state.planned + Seconds(seconds)
    let screen = LiveScreen(state, clock: LocalClock(.gmt))
    let text = screen.text(at: .minutes(52), size: .init(width: 80, height: 24)).plainText
    #expect(text.contains(", \(words)."))
  }

  @Test func `what is as planned is served at the minute of the plan`() throws {
    var state = try Self.state()
    func headline() -> String {
      LiveScreen(state, clock: LocalClock(.gmt))
        .text(at: .minutes(52), size: .init(width: 80, height: 24)).lines[1].text
    }
    state.serving = state.planned
    let planned = headline()
    for seconds in [-59, -31, 31, 59] {
      state.serving = state.planned + Seconds(seconds)
      #expect(headline() == planned)
    }
  }

  @Test(arguments: [(20, 5), (25, 9), (132, 12)])
  func `no screen is larger than its terminal`(width: Int, height: Int) throws {
    let screen = LiveScreen(try Self.state(), clock: LocalClock(.gmt), footer: "keys")
    for minute in [0, 20, 52, 70, 4000] {
      let text = screen.text(at: .minutes(minute), size: .init(width: width, height: height))
      #expect(text.lines.count == height)
      #expect(text.lines.allSatisfy { $0.width <= width })
    }
  }
}
