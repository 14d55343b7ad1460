import Foundation
import KitchenModel
import TestSupport
import Testing

@testable import MealPlanning

/// Random kitchens, whose plans an independent checker reads.
@Suite struct RandomMenuTests {
  private let planner = MealPlanner(stopwatch: { 0 })

  /// A night on which the clock goes back in Berlin: 02:00 to 03:00 comes twice.
  private static let evening = Instant(epochSeconds: 1_792_857_600)

  @Test(arguments: UInt64(1)...150)
  func `a plan keeps every rule of the kitchen`(seed: UInt64) throws {
    var menus = RandomMenu(seed: seed)
    let menu = try menus.next()
    try #require(menu.findings.isEmpty, "seed \(seed)")
    let objective: PlanObjective = seed.isMultiple(of: 4) ? .early : .hot
    try check(PlanRequest(menu: menu, objective: objective, now: Self.evening), seed)
  }

  @Test(arguments: UInt64(1)...100)
  func `a plan keeps the limits of the clock`(seed: UInt64) throws {
    var menus = RandomMenu(seed: 1000 + seed, withClock: true)
    let menu = try menus.next()
    try #require(menu.findings.isEmpty, "seed \(seed)")
    let day = Instant(epochSeconds: 1_793_620_800)  // 12:00 on a day in November
    let anchor: TimeAsked =
      switch seed % 3 {
      case 0: .none
      case 1: .start(day + .minutes(6 * 60))
      default: .serve(day + .minutes(8 * 60))
      }
    try check(PlanRequest(menu: menu, anchor: anchor, now: day + .minutes(6 * 60)), seed)
  }

  @Test(arguments: UInt64(1)...20)
  func `a plan over the night in which the clock goes back is right`(seed: UInt64) throws {
    var menus = RandomMenu(seed: 2000 + seed, dishes: 2...3)
    var menu = try menus.next()
    let late = ClockTime.timeOfDay(.init(hour: 2, minute: 30))
    menu.dishes[0].dish.notBefore = late
    let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
    let serve = Self.evening + .minutes(10 * 60)
    try check(
      PlanRequest(menu: menu, anchor: .serve(serve), now: Self.evening, timeZone: zone), seed)
  }

  private func check(_ request: PlanRequest, _ seed: UInt64) throws {
    let outcome = planner.plan(request)
    switch outcome {
    case .plan(let plan):
      let reference: Instant? =
        switch request.anchor {
        case .none: nil
        case .start(let instant), .serve(let instant): instant
        }
      let faults = PlanChecker.faults(of: plan, reference: reference, in: request.timeZone)
      #expect(faults.isEmpty, "seed \(seed)")
      #expect(plan.status == .optimal, "seed \(seed)")
      if case .serve(let instant) = request.anchor { #expect(plan.serveAt == instant) }
      if plan.steps.contains(where: { $0.duration > .zero }) {
        #expect(!plan.why.isEmpty, "seed \(seed)")
      }
    case .infeasible(let reasons):
      #expect(!reasons.why.isEmpty, "seed \(seed)")
    case .notFound: Issue.record("seed \(seed): the search has no limit")
    }
  }
}
