import Foundation
import JSON
import KitchenModel
import Rendering
import TestSupport
import Testing

/// Names that break careless renderers, in every renderer of plans.
struct HostileTextTests {
  static let names = [
    "Ana", "🍝 Pâtes", "e\u{301}clair", "鍋料理と白いご飯とお味噌汁と漬物", "שניצל עם צ'יפס",
    "<script>alert('x')</script>", "\u{1B}[31mred\u{1B}[0m \u{202E}drawkcab", "a\nb\tc",
    "]]>&amp;\"'", "**bold** _x_ [l](u) | #", String(repeating: "very long ", count: 30),
    "👩‍👩‍👧‍👦🇫🇷👍🏽",
  ]
  private static let clock = LocalClock(.gmt)

  private func plan(seed: Int) throws -> Plan {
    var numbers = SeededNumbers(seed: seed)
    let printable = Self.names.map {
      String(
        $0.unicodeScalars.map {
          $0.isControl || "/:".unicodeScalars.contains($0) ? " " : Character($0)
        })
    }
    // Names of dishes cannot carry controls; titles, cooks and meals are whatever a file says.
    var plan = try PlanFixtures.random(
      steps: numbers.next(below: 60) + 1,
      names: printable.map { $0.trimmingCharacters(in: .whitespaces) },
      using: &numbers)
    for dish in plan.menu.dishes.indices {
      for step in plan.menu.dishes[dish].dish.steps.indices {
        plan.menu.dishes[dish].dish.steps[step].title =
          Self.names[numbers.next(below: Self.names.count)]
      }
    }
    plan.menu.name = Self.names[numbers.next(below: Self.names.count)]
    plan.why = Self.names
    return plan
  }

  @Test(arguments: 0..<40)
  func `no line is wider than asked, ends in a space or holds a control`(seed: Int) throws {
    let plan = try plan(seed: seed)
    for width in [1, 7, 20, 40, 80, 132] {
      let texts = [
        PlanTable.text(of: plan, clock: Self.clock, width: width),
        PlanTable.text(of: plan, clock: Self.clock, width: width, for: 1),
        PlanGantt.text(of: plan, clock: Self.clock, width: width, lanes: .cooksAndEquipment),
      ]
      let faulty = texts.flatMap(\.lines).filter { line in
        line.width > width || DisplayWidth.of(line.text) != line.width || line.text.last == " "
          || line.text.unicodeScalars.contains(where: \.isControl)
      }
      #expect(faulty.isEmpty, "seed \(seed), width \(width): \(faulty.map(\.text))")
    }
  }

  @Test(arguments: 0..<10)
  func `the same plan gives the same bytes`(seed: Int) throws {
    let (first, second) = (try plan(seed: seed), try plan(seed: seed))
    #expect(
      PlanTable.text(of: first, clock: Self.clock) == PlanTable.text(of: second, clock: Self.clock))
    #expect(
      PlanGantt.text(of: first, clock: Self.clock) == PlanGantt.text(of: second, clock: Self.clock))
    #expect(
      PlanSVG.text(of: first, clock: Self.clock) == PlanSVG.text(of: second, clock: Self.clock))
    #expect(JSONValue(first).documentText == JSONValue(second).documentText)
  }

  @Test(arguments: 0..<20)
  func `a picture is well-formed and no text meets another`(seed: Int) throws {
    let text = PlanSVG.text(of: try plan(seed: seed), clock: Self.clock)
    let reader = try PictureReader(text)
    #expect(reader.fault == nil, "seed \(seed)")
    #expect(!text.contains("<script"))
    let labels = reader.labels
    #expect(labels.allSatisfy { $0.maxX <= 1200 }, "seed \(seed)")
    let meetings = labels.indices.flatMap { index in
      labels[(index + 1)...].filter { $0.overlaps(labels[index]) }.map { (labels[index], $0) }
    }
    #expect(meetings.isEmpty, "seed \(seed): \(meetings)")
  }

  @Test func `a running order has no markup of the cook's`() throws {
    for seed in 0..<10 {
      let text = PlanMarkdown.text(of: try plan(seed: seed), clock: Self.clock)
      let controls = text.unicodeScalars.filter { $0 != "\n" && $0.isControl }
      #expect(controls.isEmpty, "seed \(seed)")
      // What is left without the escaped characters is the program's own.
      let own = text.replacing(/\\./, with: "")
      #expect(!own.contains(/[<>_`|~]|\]\(/), "seed \(seed)")
      for line in own.split(separator: "\n") {
        #expect([0, 2].contains(line.matches(of: /\*\*/).count), "seed \(seed): \(line)")
      }
    }
  }
}
