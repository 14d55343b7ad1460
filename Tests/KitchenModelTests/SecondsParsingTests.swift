import KitchenModel
import TestSupport
import Testing

struct SecondsParsingTests {
  @Test(arguments: [
    ("90", 5400), ("90m", 5400), ("45s", 45), ("1.5h", 5400), ("1h30m", 5400), ("1:30", 5400),
    ("2d", 172_800), ("PT1H30M", 5400), ("P1DT2H", 93_600), ("10 min", 600), ("10 minutes", 600),
    ("2 hours", 7200), ("1 hour 30 min", 5400), ("1H30M", 5400), (" 5 m ", 300), ("0", 0),
    ("0m", 0), ("PT0S", 0), ("3 h 10", 11_400), ("1h30", 5400), ("1:00:30", 3630), ("0:45", 2700),
    ("pt5m", 300), ("PT0.5H", 1800), ("PT0,5H", 1800), ("P1W", 604_800), ("30d", 2_592_000),
    ("12 min 30 s", 750), (".5h", 1800), ("2 weeks", 1_209_600), ("000000000000090", 5400),
  ])
  func `a duration is read in every form a cook writes`(text: String, seconds: Int) throws {
    #expect(try Seconds(durationText: text) == Seconds(seconds))
  }

  @Test(arguments: [
    ("0.5s", 1), ("0.4s", 0), ("1.5s", 2), ("0.008333m", 0), ("0.008333333333333334m", 1),
    ("0.49999999999999999s", 0), ("0.3333333333h", 1200),
  ])
  func `parts of a second round to the nearest`(text: String, seconds: Int) throws {
    #expect(try Seconds(durationText: text) == Seconds(seconds))
  }

  @Test(arguments: [
    ("", DurationFault.empty), ("   ", .empty), ("ten", .unreadable("ten")),
    ("10 minuts", .unknownUnit("minuts", in: "10 minuts")), ("10x", .unknownUnit("x", in: "10x")),
    ("1:5", .unreadable("1:5")), ("1:60", .unreadable("1:60")), ("1.5:00", .unreadable("1.5:00")),
    ("P1M", .calendarUnit("P1M")), ("P1Y", .calendarUnit("P1Y")), ("PT", .unreadable("PT")),
    ("P", .unreadable("P")), ("PT5", .unreadable("PT5")), ("30m1h", .disordered("30m1h")),
    ("1h1h", .disordered("1h1h")), ("PT5M1H", .disordered("PT5M1H")), ("-5m", .negative("-5m")),
    ("-0m", .negative("-0m")), ("31d", .tooLong("31d")), ("43201", .tooLong("43201")),
    ("99999999999999999999999", .tooLong("99999999999999999999999")),
    ("1..5h", .unreadable("1..5h")),
    ("1e3", .unknownUnit("e", in: "1e3")), ("٣m", .unreadable("٣m")), ("5 5", .unreadable("5 5")),
    ("1,5h", .unknownUnit(",", in: "1,5h")), ("nan", .unreadable("nan")),
    ("--5m", .unreadable("--5m")),
  ])
  func `what is not a duration is refused with its reason`(text: String, fault: DurationFault) {
    #expect(throws: fault) { try Seconds(durationText: text) }
  }

  @Test func `only a lag may be negative`() throws {
    #expect(try Seconds(lagText: "-5m") == Seconds(-300))
    #expect(try Seconds(lagText: "\u{2212}1h30m") == Seconds(-5400))
    #expect(try Seconds(lagText: "-PT5M") == Seconds(-300))
    #expect(throws: DurationFault.tooLong("-31d")) { try Seconds(lagText: "-31d") }
  }

  @Test(arguments: [
    ("10 minuts", "\"10 minuts\" is not a duration.", "Did you mean \"10 minutes\"?"),
    (
      "10 fortnights", "\"10 fortnights\" is not a duration.",
      "The unit \"fortnights\" is unknown; write s, m, h or d."
    ),
    (
      "31d", "The duration \"31d\" is longer than 30 days.",
      "A bare number is minutes; 30d is the most."
    ),
    (
      "P1M", "\"P1M\" is not a duration.",
      "Months and years have no fixed length; minutes come after T, as in PT10M."
    ),
  ])
  func `a fault says the value and what to do`(text: String, message: String, hint: String) {
    let fault = #expect(throws: DurationFault.self) { try Seconds(durationText: text) }
    #expect(fault?.message == message)
    #expect(fault?.hint == hint)
  }

  @Test(arguments: 0..<200)
  func `both texts out read back equal`(seed: Int) throws {
    var random = SeededNumbers(seed: seed)
    let length = Seconds(random.next(below: Seconds.longest.count + 1))
    #expect(try Seconds(durationText: length.fileText) == length)
    #expect(try Seconds(durationText: length.exactText) == length)
    let lag = Seconds(-length.count)
    #expect(try Seconds(lagText: lag.fileText) == lag)
  }

  @Test(arguments: [
    (0, "0m", "0 min"), (600, "10m", "10 min"), (5400, "1h30m", "1 h 30"),
    (11_400, "3h10m", "3 h 10"),
    (7200, "2h", "2 h"), (45, "45s", "45 s"), (750, "12m30s", "13 min"),
    (570, "9m30s", "9 min 30 s"), (9009, "2h30m9s", "2 h 30"),
    (86_399, "23h59m59s", "1 d"),
    (100_800, "1d4h", "1 d 4 h"), (-300, "-5m", "-5 min"), (3900, "1h5m", "1 h 05"),
  ])
  func `the texts out are short`(seconds: Int, file: String, spoken: String) {
    #expect(Seconds(seconds).fileText == file)
    #expect(Seconds(seconds).spokenText == spoken)
  }
}
