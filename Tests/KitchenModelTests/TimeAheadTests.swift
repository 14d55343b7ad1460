import Foundation
import KitchenModel
import Testing

struct TimeAheadTests {
  /// A Thursday, at 15:00 in New York.
  private let now = "2026-11-26T20:00:00Z"

  private func read(_ text: String, at now: String? = nil) throws -> String {
    let zone = try #require(TimeZone(identifier: "America/New_York"))
    let now = try #require(Instant(iso8601: now ?? self.now))
    return try TimeAhead(parsing: text, now: now, in: zone).instant.iso8601
  }

  @Test(arguments: [
    ("now", "2026-11-26T20:00:00Z"), ("19:00", "2026-11-27T00:00:00Z"),
    ("14:00", "2026-11-27T19:00:00Z"), ("7.30pm", "2026-11-27T00:30:00Z"),
    ("19h30", "2026-11-27T00:30:00Z"), ("19h", "2026-11-27T00:00:00Z"),
    ("tomorrow 19:00", "2026-11-28T00:00:00Z"), ("19:00 tomorrow", "2026-11-28T00:00:00Z"),
    ("Tomorrow at 7pm", "2026-11-28T00:00:00Z"), ("today 14:00", "2026-11-26T19:00:00Z"),
    ("tonight 7:30", "2026-11-27T00:30:00Z"), ("tonight at 20:00", "2026-11-27T01:00:00Z"),
    ("sunday 18:30", "2026-11-29T23:30:00Z"), ("on Sun, 18:30", "2026-11-29T23:30:00Z"),
    ("thursday 16:00", "2026-11-26T21:00:00Z"), ("thursday 14:00", "2026-12-03T19:00:00Z"),
    ("in 2 hours", "2026-11-26T22:00:00Z"), ("in an hour", "2026-11-26T21:00:00Z"),
    ("in half an hour", "2026-11-26T20:30:00Z"), ("in 1h30m", "2026-11-26T21:30:00Z"),
    ("in two hours 15 min", "2026-11-26T22:15:00Z"), ("+90m", "2026-11-26T21:30:00Z"),
    ("+ 2h", "2026-11-26T22:00:00Z"), ("+0", "2026-11-26T20:00:00Z"),
    ("24.12.2026 18:00", "2026-12-24T23:00:00Z"), ("24.12. 18:00", "2026-12-24T23:00:00Z"),
    ("24 december noon", "2026-12-24T17:00:00Z"), ("6pm december 24th", "2026-12-24T23:00:00Z"),
    ("1 march 18:00", "2027-03-01T23:00:00Z"), ("24 dec 2027 18:00", "2027-12-24T23:00:00Z"),
    ("2026-11-26 18:30", "2026-11-26T23:30:00Z"), ("2026-11-20 18:30", "2026-11-20T23:30:00Z"),
  ])
  func `a moment is read as people say it`(text: String, expected: String) throws {
    #expect(try read(text) == expected)
  }

  @Test(arguments: [
    ("in 2 hours", "2026-11-26T22:01:00Z"), ("+90s", "2026-11-26T20:02:10Z"),
    ("now", "2026-11-26T20:00:40Z"),
  ])
  func `minutes ahead end on a minute of the clock`(text: String, expected: String) throws {
    #expect(try read(text, at: "2026-11-26T20:00:40Z") == expected)
  }

  @Test(arguments: [
    ("", TimeAheadFault.clock(.empty)), ("later", .unreadable("later")),
    ("19", .clock(.bareHour("19"))), ("tomorrow", .clock(.withoutTime("tomorrow"))),
    ("sunday", .clock(.withoutTime("sunday"))), ("tomorrow 25:00", .unreadable("25:00")),
    ("in", .length(.empty)), ("in -5m", .length(.negative("-5m"))),
    ("+40d", .length(.tooLong("40d"))), ("31.2.2026 18:00", .clock(.noSuchDay("31.2.2026"))),
    ("31 november 18:00", .clock(.noSuchDay("31 november"))),
    ("18:00 feb 30th", .clock(.noSuchDay("feb 30th"))),
    ("tomorrow sunday 18:00", .unreadable("sunday 18:00")),
    ("2026-02-30 18:00", .clock(.noSuchDay("2026-02-30"))),
  ])
  func `what names no moment is refused`(text: String, fault: TimeAheadFault) {
    #expect(throws: fault) { try read(text) }
  }

  @Test func `a fault says which forms there are`() {
    #expect(TimeAheadFault.unreadable("later").message == "\"later\" is not a time.")
    #expect(
      TimeAheadFault.unreadable("later").hint
        == "Write it as 19:00, 7pm, tomorrow 19:00, sunday 18:30, in 2 hours or 2026-11-26 18:30.")
    #expect(TimeAheadFault.unreadable("satruday 18:30").hint == "Did you mean \"saturday 18:30\"?")
    #expect(
      TimeAheadFault.clock(.withoutTime("sunday")).hint
        == #"Add one, as in "sunday 18:30"."#)
  }
}
