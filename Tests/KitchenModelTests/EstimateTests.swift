import KitchenModel
import TestSupport
import Testing

struct EstimateTests {
  @Test(arguments: [
    ("10-15m", 600, 750, 900), ("8m-12m", 480, 600, 720), ("22-26", 1320, 1440, 1560),
    ("6–10 min", 360, 480, 600), ("10 to 15 minutes", 600, 750, 900), ("10m", 600, 600, 600),
    ("50m-1h10m", 3000, 3600, 4200), ("10-10m", 600, 600, 600), ("0-1s", 0, 1, 1),
    ("PT10M-PT20M", 600, 900, 1200), ("1:00-1:30", 3600, 4500, 5400), ("1-1.5h", 3600, 4500, 5400),
  ])
  func `a range has its middle for the likely value`(
    text: String, minimum: Int, likely: Int, maximum: Int
  ) throws {
    let expected = Estimate(
      minimum: Seconds(minimum), likely: Seconds(likely), maximum: Seconds(maximum))
    #expect(try Estimate(parsing: text) == expected)
  }

  @Test(arguments: [
    ("15-10m", DurationFault.upsideDown("15-10m")), ("30-1h", .upsideDown("30-1h")),
    ("1-1h30m", .unclearRange("1-1h30m")), ("-5m", .negative("-5m")),
    ("5--10m", .negative("5--10m")),
    ("10-", .empty), ("10-15-20m", .unknownUnit("-", in: "15-20m")), ("10m-31d", .tooLong("31d")),
  ])
  func `what is not a range is refused`(text: String, fault: DurationFault) {
    #expect(throws: fault) { try Estimate(parsing: text) }
  }

  @Test(arguments: 0..<100)
  func `the file form reads back equal`(seed: Int) throws {
    var random = SeededNumbers(seed: seed)
    let minimum = random.next(below: 100_000)
    let estimate = Estimate(from: Seconds(minimum), to: Seconds(minimum + random.next(below: 9000)))
    let text = try #require(estimate.fileText)
    #expect(try Estimate(parsing: text) == estimate)
  }

  @Test func `three values of their own have no short form`() {
    let estimate = Estimate(minimum: .minutes(1), likely: .minutes(2), maximum: .minutes(9))
    #expect(estimate.fileText == nil)
    #expect(!estimate.isExact)
  }
}
