import KitchenModel
import RecipeProse
import Testing

@Suite struct LengthGrammarTests {
  /// The stated lengths as `minimum-maximum` in seconds.
  private func lengths(_ text: String) -> [String] {
    DurationText.mentions(in: text).map {
      "\($0.estimate.minimum.count)-\($0.estimate.maximum.count)"
    }
  }

  @Test(arguments: [
    ("cocinar hora y media", "5400-5400"), ("cuire 2 heures trente", "9000-9000"),
    ("1hr30", "5400-5400"), ("roast 1 hr 20.", "4800-4800"), ("1 heure 30.", "5400-5400"),
    ("1 hr and 1/2", "5400-5400"), ("1 h 1/2", "5400-5400"), ("1 & 1/2 hours", "5400-5400"),
    ("1 hour & 10 minutes", "4200-4200"), ("1'30\"", "90-90"),
    ("une heure et quart", "4500-4500"), ("2 horas y cuarto", "8100-8100"),
    ("1 ora e un quarto", "4500-4500"), ("three-quarters of an hour", "2700-2700"),
    ("trois quarts d’heure", "2700-2700"), ("tres cuartos de hora", "2700-2700"),
    ("drie kwartier", "2700-2700"), ("zweieinhalb Stunden", "9000-9000"),
    ("eine 20-minütige Pause", "1200-1200"), ("1½-stündig", "5400-5400"),
  ])
  func `hours are read with what belongs to them`(text: String, expected: String) {
    #expect(lengths(text) == [expected])
  }

  @Test(arguments: [
    ("20min/25min", "1200-1500"), ("about 20 to about 25 minutes", "1200-1500"),
    ("50 min. - 1 hr.", "3000-3600"), ("15 mins.-20 mins.", "900-1200"),
    ("a minute or 2", "60-120"), ("1,1/2 hrs", "5400-5400"), (".5 hours", "1800-1800"),
    ("8:30 min", "510-510"), ("1.5 hours", "5400-5400"), ("12+ minutes", "720-720"),
    ("20 or more minutes", "1200-1200"),
    ("5-ish minutes", "300-300"), ("2 x 10 minutes", "1200-1200"),
    ("ett par minuter", "120-120"),
  ])
  func `ranges and counts are read as people write them`(text: String, expected: String) {
    #expect(lengths(text) == [expected])
  }

  @Test(arguments: [
    "3 minutes on each side", "on each side for 3 minutes", "auf jeder Seite 3 Minuten",
    "de chaque côté 3 minutes",
  ])
  func `a length for each side counts twice, wherever the side stands`(text: String) {
    #expect(lengths("Sear " + text) == ["360-360"])
  }

  @Test(arguments: [
    ("20/25 minutes", "1200-1500"), ("10/15 min", "600-900"), ("2/3 minuten", "120-180"),
    ("8/9 hours", "28800-32400"), ("1/2 minute", "30-30"), ("3/4 minute", "45-45"),
    ("3/4 hour", "2700-2700"), ("2/3 hour", "2400-2400"), ("1 1/2 minutes", "90-90"),
  ])
  func `a slash stands in a fraction or between two ends`(text: String, expected: String) {
    #expect(lengths(text) == [expected])
  }

  @Test(arguments: [
    ("i 25 minutter", "1500-1500"), ("i ca. 1 time", "3600-3600"), ("2 timer", "7200-7200"),
    ("en halv time", "1800-1800"), ("halvanden time", "5400-5400"),
    ("i mindst en time", "3600-3600"), ("50 min. - 1 time", "3000-3600"),
  ])
  func `hours of Danish and Norwegian are no English times`(text: String, expected: String) {
    #expect(lengths(text) == [expected])
  }

  @Test(arguments: [
    "Fold it 1 time.", "one more time", "set a timer", "Roll out 8 by 12 one time.",
  ])
  func `an English time is not an hour`(text: String) {
    #expect(lengths(text) == [])
  }

  @Test func `what a number behind hours counts is not theirs`() {
    #expect(lengths("Rest for 1 hour 2 cups of flour.") == ["3600-3600"])
    #expect(lengths("Rest for 1 hour, 1/2 cup at hand.") == ["3600-3600"])
  }

  @Test(arguments: [("min", []), ("hours", []), ("weeks", []), ("kwartier", ["900-900"])])
  func `a number beyond all sense counts nothing`(unit: String, expected: [String]) {
    #expect(lengths("Wait \(String(repeating: "1", count: 120))\(unit).") == expected)
    #expect(lengths("Wait \(String(repeating: "9", count: 400)) \(unit).") == expected)
  }
}
