import Testing

@testable import KitchenModel

/// How long food waits to be served and stands between steps.
struct ServingFiguresTests {
  /// Boil for 10 minutes, drain, toss within 2 after at least one; a sauce is chopped meanwhile.
  private static func pasta(
    serve: Dish.Serve = .hot, offset: Seconds = .zero, keeps: Keeping? = nil
  ) throws -> Dish {
    Dish(
      name: try Name("Pasta"),
      steps: [
        Step(
          id: "boil", title: "Boil",
          Way(.waiting, Estimate(.minutes(10)), uses: [.init("burner")]), keeps: keeps),
        Step(
          id: "drain", title: "Drain", Way(.blocking, Estimate(.minutes(1))),
          after: [Dependency("boil")]),
        Step(
          id: "chop", title: "Chop", Way(.blocking, Estimate(.minutes(5)))),
        Step(
          id: "toss", title: "Toss", Way(.blocking, Estimate(.minutes(2))),
          after: [Dependency("drain", minimum: .minutes(1)), Dependency("chop")]),
      ], serve: serve, serveOffset: offset)
  }

  private static func figures(
    _ dishes: [Dish], _ times: (dish: Int, step: Int, start: Int, end: Int?)...,
    serving: Seconds? = nil
  ) -> ServingFigures {
    ServingFigures(
      Menu(name: "dinner", dishes: dishes, kitchen: .standard),
      times.map { time in
        .init(
          StepReference(dish: time.dish, step: time.step), way: 0, start: .minutes(time.start),
          end: time.end.map { .minutes($0) })
      }, serving: serving)
  }

  @Test func `what is taken up at once does not stand`() throws {
    let figures = Self.figures(
      [try Self.pasta()], (0, 2, 0, 5), (0, 0, 5, 15), (0, 1, 15, 16), (0, 3, 17, 19))
    #expect(figures.serving == .minutes(19))
    #expect(figures.staleness == .zero)
    let boil = try #require(figures[StepReference(dish: 0, step: 0)])
    #expect(boil == .init(keeps: .notAtAll, stands: .zero))
    // Taken up a minute after it was drained: that minute is meant.
    #expect(figures[StepReference(dish: 0, step: 1)]?.stands == .zero)
    #expect(figures[StepReference(dish: 0, step: 2)]?.stands == .minutes(12))
    #expect(figures[StepReference(dish: 0, step: 3)]?.stands == nil)
    #expect(figures.stale.isEmpty)
  }

  @Test func `what stands longer than it keeps counts once, a hold twice`() throws {
    let pasta = try Self.pasta()
    let figures = Self.figures(
      [pasta], (0, 0, 0, 10), (0, 1, 30, 31), (0, 2, 31, 36), (0, 3, 100, 102),
      serving: .minutes(109))
    #expect(figures.dishes == [.init(ready: .minutes(102), wait: .minutes(7), hold: .minutes(7))])
    // Boiled pasta keeps not at all, drained pasta for an hour of the 68 minutes.
    #expect(figures.standing == .minutes(20 + 8 + 4))
    #expect(figures.staleness == .minutes(2 * 7 + 32))
    #expect(figures.stale.map(\.step.step) == [0, 1, 2])
    #expect(figures.stale.map(\.figures.excess) == [.minutes(20), .minutes(8), .minutes(4)])
  }

  @Test func `a dish that keeps waits without harm`() throws {
    let figures = Self.figures(
      [try Self.pasta(serve: .any), try Self.pasta()], (0, 0, 0, 10), (0, 1, 90, 91),
      (1, 0, 90, 100), serving: nil)
    #expect(figures.dishes[0] == .init(ready: .minutes(91), wait: .minutes(9), hold: .zero))
    #expect(figures.staleness == .zero)
    #expect(figures[StepReference(dish: 0, step: 0)]?.stands == .minutes(80))
  }

  @Test func `a course counts from its own time`() throws {
    let figures = Self.figures(
      [try Self.pasta(), try Self.pasta(offset: .minutes(30))], (0, 0, 0, 20), (1, 0, 0, 35))
    #expect(figures.serving == .minutes(20))
    #expect(figures.dishes.map(\.wait) == [.zero, .minutes(15)])
    #expect(figures.hold == .minutes(15))
    #expect(figures.staleness == .minutes(30))
  }

  @Test func `what has not started takes up nothing, and what has not ended does not stand`() throws
  {
    let begun = Self.figures([try Self.pasta()], (0, 0, 0, nil))
    #expect(begun.serving == nil)
    #expect(begun.dishes == [.init(ready: nil, wait: nil, hold: .zero)])
    #expect(begun[StepReference(dish: 0, step: 0)]?.stands == nil)
    #expect(begun.staleness == .zero)
    let boiled = Self.figures([try Self.pasta()], (0, 0, 0, 10))
    #expect(boiled[StepReference(dish: 0, step: 0)]?.stands == nil)
    let drained = Self.figures([try Self.pasta()], (0, 0, 0, 10), (0, 1, 14, nil))
    #expect(drained[StepReference(dish: 0, step: 0)]?.stands == .minutes(4))
    #expect(drained.standing == .minutes(4))
    #expect(drained[StepReference(dish: 0, step: 3)] == nil)
  }

  @Test func `nothing is negative, whatever limit was broken`() throws {
    let figures = Self.figures(
      [try Self.pasta()], (0, 0, 0, 10), (0, 1, 5, 6), serving: .minutes(3))
    #expect(figures[StepReference(dish: 0, step: 0)]?.stands == .zero)
    #expect(figures.dishes.map(\.wait) == [.zero])
    #expect(figures.staleness == .zero)
  }

  @Test func `what the menu does not have counts for nothing`() throws {
    let menu = Menu(name: "dinner", dishes: [try Self.pasta()], kitchen: .standard)
    func timing(_ dish: Int, _ step: Int, way: Int = 0) -> ServingFigures.Timing {
      .init(StepReference(dish: dish, step: step), way: way, start: .zero, end: .minutes(90))
    }
    let figures = ServingFigures(
      menu, [timing(1, 0), timing(0, 9), timing(-1, 0), timing(0, 0, way: 3)])
    #expect(figures.serving == nil)
    #expect(figures.staleness == .zero)
  }

  @Test func `the way that is done decides how long it keeps`() throws {
    let dish = Dish(
      name: try Name("Butter"),
      steps: [
        Step(
          id: "melt", title: "Melt",
          options: [
            Way(.blocking, Estimate(.minutes(3))),
            Way(.waiting, Estimate(.minutes(3)), uses: [.init("Microwave")]),
          ]),
        Step(
          id: "brush", title: "Brush", Way(.blocking, Estimate(.minutes(2))),
          after: [Dependency("melt")]),
      ])
    let menu = Menu(name: "dinner", dishes: [dish], kitchen: .standard)
    let standing = [0, 1].map { way in
      ServingFigures(
        menu,
        [
          .init(.init(dish: 0, step: 0), way: way, start: .zero, end: .minutes(3)),
          .init(.init(dish: 0, step: 1), way: 0, start: .minutes(33), end: .minutes(35)),
        ]
      ).standing
    }
    #expect(standing == [.zero, .minutes(30)])
  }
}
