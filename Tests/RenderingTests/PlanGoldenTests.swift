import Foundation
import JSON
import KitchenModel
import Rendering
import TestSupport
import Testing

/// The renderings of three realistic plans, as files.
struct PlanGoldenTests {
  private let berlin: LocalClock
  private let plans: [(name: String, plan: Plan)]

  init() throws {
    berlin = LocalClock(try #require(TimeZone(identifier: "Europe/Berlin")))
    plans = [
      ("lunch", try PlanFixtures.lunch()),
      ("roast-dinner", try PlanFixtures.roastDinner()),
      ("overnight-loaf", try PlanFixtures.overnightLoaf()),
    ]
  }

  @Test func `a plan as a table`() throws {
    for (name, plan) in plans {
      try Golden.expect(
        PlanTable.text(of: plan, clock: berlin).plainText, named: "plan/\(name).table.txt")
    }
  }

  @Test func `a plan as one cook's list`() throws {
    let plan = try PlanFixtures.roastDinner()
    try Golden.expect(
      PlanTable.text(of: plan, clock: berlin, for: 1).plainText,
      named: "plan/roast-dinner.ben.txt")
  }

  @Test func `a plan as a chart`() throws {
    for (name, plan) in plans {
      try Golden.expect(
        PlanGantt.text(of: plan, clock: berlin).plainText, named: "plan/\(name).gantt.txt")
    }
  }

  @Test func `a plan as a chart with a lane for each appliance`() throws {
    let plan = try PlanFixtures.roastDinner()
    try Golden.expect(
      PlanGantt.text(of: plan, clock: berlin, lanes: .cooksAndEquipment).plainText,
      named: "plan/roast-dinner.equipment.txt")
  }

  @Test func `a chart on a narrow screen names every step in whole words`() throws {
    let plan = try PlanFixtures.roastDinner()
    let text = PlanGantt.text(of: plan, clock: berlin, width: 40).plainText
    #expect(!text.contains("…"))
    try Golden.expect(text, named: "plan/roast-dinner.gantt.40.txt")
  }

  @Test func `a plan as a coloured chart`() throws {
    try Golden.expect(
      PlanGantt.text(of: try PlanFixtures.lunch(), clock: berlin).ansiText,
      named: "plan/lunch.gantt.ansi")
  }

  @Test func `a plan as a running order`() throws {
    for (name, plan) in plans {
      try Golden.expect(
        PlanMarkdown.text(of: plan, clock: berlin), named: "plan/\(name).md")
    }
  }

  @Test func `a plan as a picture`() throws {
    for (name, plan) in plans {
      try Golden.expect(PlanSVG.text(of: plan, clock: berlin), named: "plan/\(name).svg")
    }
  }

  @Test func `a plan as JSON`() throws {
    for (name, plan) in plans {
      try Golden.expect(JSONValue(plan).documentText, named: "plan/\(name).json")
    }
  }
}
