import Foundation
@testable import KitchenModel
import Testing

struct TimePhraseTests {
  /// Sunday 2026-11-22, 21:30 in Berlin.
  private static let now = Instant(iso8601: "2026-11-22T20:30:00Z") ?? Instant(epochSeconds: 0)

  private func phrase(_ text: String) throws -> TimePhrase {
    let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
    return try TimePhrase(parsing: text, now: Self.now, in: zone)
  }

  @Test(arguments: [
    ("today", "2026-11-21T23:00:00Z", "2026-11-22T23:00:00Z"),
    ("Yesterday", "2026-11-20T23:00:00Z", "2026-11-21T23:00:00Z"),
    ("this week", "2026-11-15T23:00:00Z", "2026-11-22T23:00:00Z"),
    ("last week", "2026-11-08T23:00:00Z", "2026-11-15T23:00:00Z"),
    ("last month", "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"),
    ("last  year", "2024-12-31T23:00:00Z", "2025-12-31T23:00:00Z"),
    ("2026", "2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z"),
    ("2026-11", "2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z"),
    ("2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"),
    ("last friday", "2026-11-19T23:00:00Z", "2026-11-20T23:00:00Z"),
    ("sunday", "2026-11-14T23:00:00Z", "2026-11-15T23:00:00Z"),
    ("3 days ago", "2026-11-18T23:00:00Z", "2026-11-19T23:00:00Z"),
    ("a week ago", "2026-11-14T23:00:00Z", "2026-11-15T23:00:00Z"),
    ("60d", "2026-09-22T22:00:00Z", "2026-09-23T22:00:00Z"),
    ("9 months ago", "2026-02-21T23:00:00Z", "2026-02-22T23:00:00Z"),
    ("october", "2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"),
    ("last november", "2025-10-31T23:00:00Z", "2025-11-30T23:00:00Z"),
    ("two days ago", "2026-11-19T23:00:00Z", "2026-11-20T23:00:00Z"),
    ("a fortnight ago", "2026-11-07T23:00:00Z", "2026-11-08T23:00:00Z"),
    ("the day before yesterday", "2026-11-19T23:00:00Z", "2026-11-20T23:00:00Z"),
    ("november 2025", "2025-10-31T23:00:00Z", "2025-11-30T23:00:00Z"),
    ("20 Nov", "2026-11-19T23:00:00Z", "2026-11-20T23:00:00Z"),
    ("november 3rd", "2026-11-02T23:00:00Z", "2026-11-03T23:00:00Z"),
    ("24 december", "2025-12-23T23:00:00Z", "2025-12-24T23:00:00Z"),
    ("dec 24, 2024", "2024-12-23T23:00:00Z", "2024-12-24T23:00:00Z"),
    ("last night", "2026-11-21T17:00:00Z", "2026-11-21T23:00:00Z"),
    ("this morning", "2026-11-22T04:00:00Z", "2026-11-22T11:00:00Z"),
    ("yesterday evening", "2026-11-21T17:00:00Z", "2026-11-21T23:00:00Z"),
    ("this weekend", "2026-11-20T23:00:00Z", "2026-11-22T23:00:00Z"),
    ("last weekend", "2026-11-13T23:00:00Z", "2026-11-15T23:00:00Z"),
    ("past week", "2026-11-08T23:00:00Z", "2026-11-15T23:00:00Z"),
    ("last 7 days", "2026-11-14T23:00:00Z", "2026-11-22T20:30:00Z"),
    ("the past three hours", "2026-11-22T17:30:00Z", "2026-11-22T20:30:00Z"),
  ])
  func `a phrase names a stretch of the calendar`(text: String, start: String, end: String) throws {
    let phrase = try phrase(text)
    #expect(phrase.start.iso8601 == start)
    #expect(phrase.end.iso8601 == end)
  }

  @Test(arguments: [
    ("now", "2026-11-22T20:30:00Z"), ("2 hours ago", "2026-11-22T18:30:00Z"),
    ("7pm", "2026-11-22T18:00:00Z"), ("22:00", "2026-11-21T21:00:00Z"),
    ("yesterday 7pm", "2026-11-21T18:00:00Z"), ("2026-11-20 18:30", "2026-11-20T17:30:00Z"),
    ("2026-11-20T18:30:00Z", "2026-11-20T18:30:00Z"),
  ])
  func `a phrase names a moment`(text: String, moment: String) throws {
    #expect(try phrase(text).start.iso8601 == moment)
  }

  @Test(arguments: [
    "soon", "2026-13", "2026-02-30", "last", "last 3", "-3 days ago", "99:99", "()",
  ])
  func `what names no time is refused`(text: String) {
    #expect(throws: TimePhraseFault(text: text, kind: .unreadable)) { try phrase(text) }
  }

  @Test(arguments: ["2026-03-29 02:30", "2026-03-29 2:00"])
  func `a moment over which the clocks are put forward is refused`(text: String) {
    let fault = TimePhraseFault(text: text, kind: .skipped)
    #expect(throws: fault) { try phrase(text) }
    #expect(fault.message == "\(text.quoted) does not exist: the clocks are put forward over it.")
    #expect(fault.hint == "Choose a time before or after the change.")
  }

  @Test func `an empty phrase is refused`() {
    #expect(throws: TimePhraseFault(text: " ", kind: .empty)) { try phrase(" ") }
  }
}
