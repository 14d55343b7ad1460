import Foundation
import KitchenModel
import MealExecution
import Testing

/// The nights on which the clock changes.
struct ClockChangeTests {
  private func berlin(at text: String) throws -> RunTimeline {
    RunTimeline(
      startedAt: try #require(Instant(iso8601: text)),
      timeZone: TimeZone(identifier: "Europe/Berlin"))
  }

  /// Half an hour before the clock skips an hour, and before it shows one twice.
  @Test(arguments: [
    ("2026-03-29T00:30:00Z", ["01:30", "01:59", "03:00", "03:30"]),
    ("2026-10-25T00:30:00Z", ["02:30", "02:59", "02:00", "02:30"]),
    ("2026-06-01T00:30:00Z", ["02:30", "02:59", "03:00", "03:30"]),
  ])
  func `an hour lasts an hour, whatever the clock shows`(start: String, shown: [String]) throws {
    let timeline = try berlin(at: start)
    #expect([0, 29, 30, 60].map { timeline.clockText(at: .minutes($0)) } == shown)
    for minute in [0, 29, 30, 60, 180] {
      let elapsed = Seconds.minutes(minute)
      #expect(timeline.elapsed(at: timeline.instant(at: elapsed)) == elapsed)
    }
  }

  @Test func `timers over such a night ring when they are due`() throws {
    let timeline = try berlin(at: "2026-10-25T00:30:00Z")
    var machine = RunStateMachine(
      plan: try Supper.plan(),
      settings: .init(policy: .static, ending: .timer(TrueDurations()), timeline: timeline))
    var actions = machine.start()
    var events: [RunEvent] = []
    while true {
      for case .record(let entry) in actions { events.append(entry.event) }
      guard case .wait(let moment?) = actions.last else { break }
      actions = machine.advance(to: moment)
    }
    #expect(machine.status == .finished)
    #expect(machine.lastEnd == .minutes(60))
    #expect(events.allSatisfy { $0.at == timeline.startedAt + $0.elapsed })
  }
}
