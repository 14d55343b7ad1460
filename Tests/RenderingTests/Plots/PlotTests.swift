import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif
import KitchenModel
import Testing

@testable import Rendering

/// Plots: whole documents that say in words what they draw, whatever things are called.
struct PlotTests {
  private static let hostile = "<img src=x onerror=alert(1)> & \"friends\""

  private func steps(_ count: Int) -> [StepStatistics] {
    (0..<count).map { number in
      StepStatistics(
        dish: Self.hostile, step: "step-\(number)", isSimulated: false, times: 3 + number,
        p10: .minutes(5), median: .minutes(8 + number), p90: .minutes(20 + number),
        meanDeviation: 30, recent: [.minutes(6), .minutes(9)])
    }
  }

  private func check(_ document: String) throws {
    let parser = XMLParser(data: Data(document.utf8))
    #expect(parser.parse(), "\(document)")
    #expect(!document.contains("<img"))
    #expect(document.contains("<title>") && document.contains("<desc>"))
    #expect(!document.contains("nan") && !document.contains("inf"))
  }

  @Test(arguments: [400, 1200], [0, 1, 12])
  func `lengths of steps are a picture`(width: Int, count: Int) throws {
    try check(StepTimesSVG.text(of: steps(max(count, 1)), width: width))
  }

  @Test func `an axis has round marks and everything on it`() {
    let axis = PlotAxis([.minutes(-7), .minutes(3), .minutes(44)], marks: 6)
    #expect(axis.least <= -420 && axis.most >= 44 * 60)
    #expect(axis.marks.contains(0))
    #expect(axis.marks.count <= 9)
    #expect(PlotAxis.text(300, isSigned: true) == "+5 min")
    #expect(PlotAxis.text(-300, isSigned: true) == "\u{2212}5 min")
  }

  @Test(arguments: [400, 800])
  func `which step follows which is a picture`(width: Int) throws {
    let dish = Dish(
      name: try Name("Crumble & <cream>"),
      steps: [
        Step(id: "peel", title: Self.hostile, Way(.blocking, Estimate(.minutes(12)))),
        Step(id: "rub", title: "Rub", Way(.blocking, Estimate(.minutes(8)))),
        Step(
          id: "bake", title: "Bake", Way(.waiting, Estimate(.minutes(40))),
          after: [Dependency("peel"), Dependency("RUB")]),
      ])
    let document = DishSVG.text(of: dish, width: width)
    try check(document)
    #expect(document.components(separatedBy: "<line").count == 3)
    #expect(document.contains("Bake follows peel, RUB."))
  }
}
