import KitchenModel
import TestSupport
import Testing

struct InstantTests {
  @Test(arguments: 0..<300)
  func `ISO 8601 text reads back equal`(seed: Int) {
    var random = SeededNumbers(seed: seed)
    // The years 0001 to 9999.
    let seconds = random.next(below: 315_537_897_600) - 62_135_596_800
    let whole = Instant(epochSeconds: seconds)
    #expect(Instant(iso8601: whole.iso8601) == whole)
    let fine = Instant(milliseconds: whole.milliseconds + random.next(below: 1000))
    #expect(Instant(iso8601: fine.iso8601) == fine)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_400_000, "2000-02-29T00:00:00Z"),
    (-1, "1969-12-31T23:59:59.999Z"), (1_795_717_800_250, "2026-11-26T18:30:00.250Z"),
  ])
  func `an instant is written in UTC`(milliseconds: Int, text: String) {
    #expect(Instant(milliseconds: milliseconds).iso8601 == text)
    #expect(Instant(iso8601: text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "2026-11-26", "2026-11-26T18:30:00", "2026-13-26T18:30:00Z", "2026-11-26T24:30:00Z",
    "2026-11-26 18:30:00Z", "2026-11-26T18:30:00.25Z", "２026-11-26T18:30:00Z",
  ])
  func `anything else is not an instant`(text: String) {
    #expect(Instant(iso8601: text) == nil)
  }

  @Test(arguments: [(-1198, -20), (59, 0), (-59, 0), (60, 1), (119, 2), (-61, -1), (0, 0)])
  func `a delay is what lies between two looks at the clock`(seconds: Int, minutes: Int) {
    // 19:00:02, so that two seconds less are in the minute before.
    let planned = Instant(epochSeconds: 19 * 3600 + 2)
    #expect((planned + Seconds(seconds)).delay(behind: planned) == .minutes(minutes))
  }

  @Test func `distances round down`() {
    let (start, end) = (Instant(milliseconds: 0), Instant(milliseconds: -1))
    #expect(end.seconds(since: start) == Seconds(-1))
    #expect((start + .minutes(1)).seconds(since: start) == .minutes(1))
    #expect(start - .minutes(1) < start)
  }
}
