import JSON
import KitchenModel
import RecipeImport
import Testing

@Suite struct PageDurationTests {
  @Test(arguments: [
    ("PT30M", 1800), ("PT1H30M", 5400), ("P0DT0H30M", 1800), ("PT90M", 5400), ("P30M", 1800),
    ("P0Y0M0DT0H35M0.000S", 2100), ("pt1h", 3600), ("PT1.5H", 5400), ("PT1H30", 5400),
    ("P1DT2H", 93_600), ("PT45", 2700), ("PT30M-PT45M", 2700), ("PT30 minutes", 1800), ("30", 1800),
    ("1 hr 15 min", 4500), ("12-15 minutes", 900), ("1½ hours", 5400), ("PT2H 5M", 7500),
    ("Prep: 20 mins", 1200), ("P14D", 1_209_600), ("PT20S", 20),
    ("1:30", 5400), ("00:45", 2700), ("PT00:40:00", 2400), ("P0000-00-00T00:30:00", 1800),
    ("1 heure 30", 5400), ("1 óra 10 perc", 4200), ("2 ч 5 мин", 7500), ("45分", 2700),
    ("1 time 20 minutter", 4800),
  ])
  func `a duration is read leniently`(text: String, seconds: Int) {
    #expect(PageDuration.read(.string(text)) == Seconds(seconds))
  }

  @Test(arguments: [
    "", "PTundefinedM", "PTNaNM", "-PT30M", "PT-30M", "P15D", "PT0M", "P0D", "P", "PT", "soon",
    "P1Y", "PT99999999999999999999H", "1:75", "12:30:99", ":",
  ])
  func `nonsense is unknown`(text: String) {
    #expect(PageDuration.read(.string(text)) == nil)
  }

  @Test func `an object or a number stands for its length`() {
    func read(_ text: String) -> Seconds? {
      PageDuration.read(LenientJSON.read(Array(text.utf8)).value)
    }
    #expect(read(#"{"@type": "Duration", "@value": "PT5M"}"#) == .minutes(5))
    #expect(read(#"{"minValue": "PT5M", "maxValue": "PT9M"}"#) == .minutes(9))
    #expect(read(#"["PT7M"]"#) == .minutes(7))
    #expect(read("25") == .minutes(25))
    #expect(read("null") == nil)
    #expect(PageDuration.read(nil) == nil)
  }
}
