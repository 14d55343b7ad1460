import KitchenModel
import KitchenStore
import Testing

@testable import SouschefCore

/// When a step gets an estimate for each cook.
struct CooksApartTests {
  private let kitchen: Kitchen = {
    var kitchen = Kitchen.standard
    kitchen.cooks = .named(["Ana", "Ben"])
    return kitchen
  }()

  private func dish() throws -> Dish {
    Dish(
      name: try Name("Gratin"),
      steps: [Step(id: "peel", title: "Peel", Way(.blocking, Estimate(.minutes(15))))])
  }

  /// So many times of each cook in turn: `middle` minutes, up to a fifth less or more.
  private func samples(_ times: Int, ana: Double, ben: Double) -> [StepSample] {
    (0..<2 * times).map { number in
      let spread = 0.8 + 0.4 * Double(number / 2 * 7 % times) / Double(times - 1)
      let (cook, middle) = number.isMultiple(of: 2) ? ("Ana", ana) : ("Ben", ben)
      return StepSample(
        run: number + 1, step: "peel", cooks: [cook],
        length: Seconds(Int(middle * 60 * spread)))
    }
  }

  private func cooks(_ samples: [StepSample]) throws -> [String?] {
    try LearnEstimates.proposals(for: dish(), from: samples, kitchen: kitchen).map(\.cook)
  }

  @Test(arguments: [(20, 10.0, 10.0), (20, 10, 11), (5, 10, 13)])
  func `cooks between whom chance may stand share an estimate`(
    times: Int, ana: Double, ben: Double
  ) throws {
    #expect(try cooks(samples(times, ana: ana, ben: ben)) == [nil])
  }

  @Test(arguments: [(20, 10.0, 15.0), (20, 15, 10), (5, 10, 20)])
  func `cooks who differ clearly get one each`(times: Int, ana: Double, ben: Double) throws {
    #expect(try cooks(samples(times, ana: ana, ben: ben)) == ["Ana", "Ben"])
  }
}
