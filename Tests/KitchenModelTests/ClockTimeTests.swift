import Foundation
import KitchenModel
import Testing

struct ClockTimeTests {
  @Test(arguments: [
    ("19:00", "19:00"), ("7pm", "19:00"), ("7:30 pm", "19:30"), ("19:00:30", "19:00:30"),
    ("noon", "12:00"), ("midnight", "00:00"), ("12am", "00:00"), ("12pm", "12:00"),
    ("7:05", "07:05"),
    ("2026-11-26 18:30", "2026-11-26 18:30"), ("2026-11-26T18:30", "2026-11-26 18:30"),
    ("2026-11-26 7 PM", "2026-11-26 19:00"), ("7 p.m.", "19:00"),
    ("2024-02-29 noon", "2024-02-29 12:00"),
  ])
  func `a clock time is read in every form`(text: String, written: String) throws {
    let time = try ClockTime(parsing: text)
    #expect(time.text == written)
    #expect(try ClockTime(parsing: written) == time)
  }

  @Test(arguments: [
    ("", ClockTimeFault.empty), ("19", .bareHour("19")), ("24:00", .unreadable("24:00")),
    ("19:60", .unreadable("19:60")), ("13pm", .unreadable("13pm")), ("0am", .unreadable("0am")),
    ("2026-02-30 18:00", .noSuchDay("2026-02-30")), ("2026-13-01 18:00", .noSuchDay("2026-13-01")),
    ("2026-11-26", .withoutTime("2026-11-26")), ("18:30Z", .zoned("18:30Z")),
    ("2026-11-26T18:30+01:00", .zoned("2026-11-26T18:30+01:00")), ("later", .unreadable("later")),
    ("99", .unreadable("99")), ("1:2", .unreadable("1:2")),
  ])
  func `what is not a clock time is refused`(text: String, fault: ClockTimeFault) {
    #expect(throws: fault) { try ClockTime(parsing: text) }
  }

  private let newYork = TimeZone(identifier: "America/New_York")

  private func instant(_ text: String) throws -> Instant { try #require(Instant(iso8601: text)) }

  @Test(arguments: [
    ("18:30", "2026-11-26T20:00:00Z", "2026-11-26T23:30:00Z"),  // the same day
    ("18:30", "2026-11-27T00:00:00Z", "2026-11-27T23:30:00Z"),  // already past
    ("18:30", "2026-11-26T23:30:00Z", "2026-11-26T23:30:00Z"),  // this very moment
    ("02:30", "2026-03-08T05:00:00Z", "2026-03-08T07:30:00Z"),  // skipped: 3:30 EDT
    ("01:30", "2026-11-01T04:00:00Z", "2026-11-01T05:30:00Z"),  // shown twice: the first
    ("01:30", "2026-11-01T05:45:00Z", "2026-11-01T06:30:00Z"),  // … the second
    ("2026-11-26 18:30", "2027-01-01T00:00:00Z", "2026-11-26T23:30:00Z"),
    ("2026-07-01 12:00", "2026-01-01T00:00:00Z", "2026-07-01T16:00:00Z"),
  ])
  func `the next occurrence keeps to the zone`(text: String, now: String, expected: String) throws {
    let zone = try #require(newYork)
    let next = try ClockTime(parsing: text).nextOccurrence(after: instant(now), in: zone)
    #expect(next.iso8601 == expected)
  }

  @Test(arguments: [
    ("17:30", "2026-11-26T23:30:00Z", "2026-11-26T22:30:00Z"),
    ("06:00", "2026-11-26T23:30:00Z", "2026-11-27T11:00:00Z"),
    ("07:00", "2026-11-26T23:30:00Z", "2026-11-26T12:00:00Z"),
    ("06:30", "2026-11-26T23:30:00Z", "2026-11-26T11:30:00Z"),  // as near either side
    ("2026-01-01 00:00", "2026-11-26T23:30:00Z", "2026-01-01T05:00:00Z"),
  ])
  func `the nearest occurrence is within twelve hours`(
    text: String, reference: String, expected: String
  ) throws {
    let zone = try #require(newYork)
    let nearest = try ClockTime(parsing: text).nearest(to: instant(reference), in: zone)
    #expect(nearest.iso8601 == expected)
  }
}
