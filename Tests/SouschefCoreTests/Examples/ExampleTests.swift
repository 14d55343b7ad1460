import Foundation
import KitchenModel
import Rendering
import SouschefCore
import TestSupport
import Testing

/// The kitchens under Examples, as the README shows them.
@Suite struct ExampleTests {
  static let names = ["sunday-roast", "thanksgiving", "dinner-party", "bake-off"]
  private let clock = LocalClock(.gmt)

  private func plan(_ name: String) throws -> Plan {
    let folder = URL(filePath: #filePath).appending(path: "../../../../Examples").standardized
    let bytes = try Data(contentsOf: folder.appending(path: "\(name).yaml"))
    let request = PlanningRequest(
      names: [], source: .file(SourceFile(name: "\(name).yaml", bytes: Array(bytes))),
      timeLimit: .minutes(5))
    guard
      case .plan(let plan) = try PlanMeal(request: request).perform(in: .unstored).value.outcome
    else { throw NoPlan() }
    return plan
  }

  private struct NoPlan: Error {}

  @Test(.tags(.golden), arguments: names)
  func `an example is planned as shown`(name: String) throws {
    let plan = try plan(name)
    #expect(plan.status == .optimal)
    #expect(plan.lowerBound == plan.makespan)
    #expect(plan.stalenessLowerBound == plan.staleness)
    #expect(PlanChecker.faults(of: plan).isEmpty)
    let gantt = PlanGantt.text(of: plan, clock: clock).plainText
    #expect(gantt.split(separator: "\n").allSatisfy { $0.count <= 80 })
    try Golden.expect(
      PlanTable.text(of: plan, clock: clock).plainText, named: "\(name).table.txt")
    try Golden.expect(gantt, named: "\(name).gantt.txt")
    try Golden.expect(PlanSVG.text(of: plan, clock: clock), named: "\(name).svg")
  }

  @Test(arguments: names)
  func `the pictures in the documentation are those of the plans`(name: String) throws {
    let folder = URL(filePath: #filePath)
      .appending(path: "../../../../Documentation/Pictures").standardized
    let picture = try String(
      contentsOf: folder.appending(path: "\(name).svg"), encoding: .utf8)
    #expect(picture == PlanSVG.text(of: try plan(name), clock: clock))
  }

  @Test(arguments: names)
  func `the documentation shows an example as its table and its picture`(name: String) throws {
    let file = URL(filePath: #filePath).appending(path: "../../../../Documentation/Examples.md")
      .standardized
    let document = try String(contentsOf: file, encoding: .utf8)
    let table = PlanTable.text(of: try plan(name), clock: clock).plainText
    #expect(document.contains(table.trimmingCharacters(in: .newlines)))
    #expect(document.contains("(Pictures/\(name).svg)"))
  }

  @Test(arguments: names)
  func `no two texts of a picture lie on one another`(name: String) throws {
    let texts = try PictureTexts(PlanSVG.text(of: plan(name), clock: clock))
    #expect(texts.boxes.count > 20)
    #expect(texts.width <= 1200)
    for (place, box) in texts.boxes.enumerated() {
      #expect(box.left >= 0 && box.right <= texts.width, "\(box.text) leaves the picture")
      for other in texts.boxes.dropFirst(place + 1) {
        #expect(!box.overlaps(other), "\(box.text) lies on \(other.text)")
      }
    }
  }
}

extension Tag {
  /// Compares with a file.
  @Tag static var golden: Self
}
