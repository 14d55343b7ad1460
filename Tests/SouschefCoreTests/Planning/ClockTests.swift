import Foundation
import KitchenModel
import Rendering
import TestSupport
import Testing

/// Plans over midnight, and over the nights on which the clock changes.
@Suite struct ClockTests {
  /// Mixed before Ana goes to bed, shaped and baked once she is up.
  private let bread = """
    kitchen:
      cooks: [Ana]
      equipment: {oven: {count: 1, slots: 1, preheat: 30m}}
      away: [{cook: Ana, from: 23:00, to: 6:30}]
    dishes:
      - name: Bread
        serve: any
        steps:
          - {id: mix, blocking: 15m}
          - {id: rise, waiting: 8h, after: [{step: mix, max: 0m}]}
          - {id: shape, blocking: 10m, after: [{step: rise, max: 3h}]}
          - {id: bake, waiting: 45m, uses: {oven: 1}, temperature: 230C}
      - {name: Eggs, blocking: 5m, notBefore: 8:00}
    """

  /// A night: when Ana goes to bed and breakfast is served, both by the clock in Berlin, and when
  /// the dough has risen.
  struct Night: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bedtime: String
    let risen: String
    let breakfast: String
    /// From mixing to breakfast.
    let minutes: Int
  }

  static let nights = [
    Night(
      testDescription: "an ordinary night", bedtime: "2026-06-13T21:00:00Z",
      risen: "2026-06-14T05:00:00Z", breakfast: "2026-06-14T07:00:00Z", minutes: 615),
    Night(
      testDescription: "the clock skips an hour", bedtime: "2026-03-28T22:00:00Z",
      risen: "2026-03-29T06:00:00Z", breakfast: "2026-03-29T07:00:00Z", minutes: 555),
    Night(
      testDescription: "the clock shows an hour twice", bedtime: "2026-10-24T21:00:00Z",
      risen: "2026-10-25T05:00:00Z", breakfast: "2026-10-25T08:00:00Z", minutes: 675),
  ]

  @Test(arguments: nights)
  func `a night is as long as it is, whatever the clock shows`(night: Night) throws {
    let breakfast = try PlannedFile.instant(night.breakfast)
    let file = try PlannedFile(
      bread, asked: .serve(breakfast), now: "2026-01-01T00:00:00Z", zone: "Europe/Berlin")
    let plan = try #require(file.plan)
    #expect(plan.status == .optimal)
    #expect(plan.serveAt == breakfast)
    #expect(plan.makespan == .minutes(night.minutes))
    let bedtime = try PlannedFile.instant(night.bedtime)
    #expect(plan.start(of: "mix") == bedtime + .minutes(-15))
    #expect(plan.start(of: "rise") == bedtime)
    #expect(try plan.start(of: "shape") ?? bedtime >= PlannedFile.instant(night.risen))
    let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
    #expect(PlanChecker.faults(of: plan, reference: breakfast, in: zone).isEmpty)
    #expect(
      plan.why.first == "Ana is away from 23:00 to 06:30; nothing can be served sooner.")

    // Two days, and the night is nothing to stay up for.
    let table = PlanTable.text(of: plan, clock: LocalClock(zone)).plainText
    let lines = table.split(separator: "\n").map(String.init)
    #expect(
      lines.contains { $0.hasPrefix("Saturday ") } && lines.contains { $0.hasPrefix("Sunday ") })
    #expect(lines.contains { $0.hasPrefix("       free until Sun ") })
    #expect(lines.contains { $0.hasPrefix("22:45  23:00  Ana  Bread  mix") })
    // Of two days too close for both names on the axis, the one that is longer has its name.
    let axis = PlanGantt.text(of: plan, clock: LocalClock(zone)).plainText
      .split(separator: "\n").first { $0.hasPrefix("        ") }
    #expect(axis?.contains("Sun ") == true && axis?.contains("Sat ") == false)
  }

  @Test func `a bare time is the one nearest to the time asked for`() throws {
    let text = """
      kitchen: {cooks: 1}
      dishes: [{name: Tea, waiting: 5m, notBefore: 23:50}]
      """
    for (asked, start) in [
      ("2026-11-27T00:10:00Z", "2026-11-27T00:10:00Z"),  // 23:50 was 20 minutes ago.
      ("2026-11-26T12:00:00Z", "2026-11-26T23:50:00Z"),  // It is in nearly twelve hours.
      ("2026-11-26T11:40:00Z", "2026-11-26T11:40:00Z"),  // It was a little less long ago.
    ] {
      let file = try PlannedFile(
        text, asked: .start(PlannedFile.instant(asked)), now: "2026-11-26T10:00:00Z")
      #expect(file.plan?.start(of: "waiting") == (try PlannedFile.instant(start)), "\(asked)")
    }
  }

  @Test func `a start that is past is said, with the earliest serving time`() throws {
    let text = "kitchen: {cooks: 1}\ndishes: [{name: Stew, waiting: 90m}]"
    let serve = try PlannedFile.instant("2026-11-26T13:00:00Z")
    let late = try PlannedFile(text, asked: .serve(serve), now: "2026-11-26T12:00:00Z")
    #expect(
      late.plan?.why.last == "This plan should have started at 2026-11-26 11:30, 30 min ago;"
        + " started now, it can be served at 2026-11-26 13:30.")
    #expect(late.remarks.map(\.severity) == [.warning])
    #expect(late.remarks.first?.hints == [.advice(.serveAt("2026-11-26 13:30"))])
    let inTime = try PlannedFile(text, asked: .serve(serve), now: "2026-11-26T11:30:00Z")
    #expect(inTime.remarks.isEmpty)
    // The serving time offered can be kept.
    let offered = try PlannedFile(
      text, asked: .serve(PlannedFile.instant("2026-11-26T13:30:00Z")), now: "2026-11-26T12:00:00Z")
    #expect(offered.remarks.isEmpty)
  }
}
