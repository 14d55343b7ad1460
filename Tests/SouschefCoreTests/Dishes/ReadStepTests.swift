import KitchenModel
import SouschefCore
import Testing

/// Steps in a cook's own words.
struct ReadStepTests {
  @Test(arguments: [
    ("top and tail 5m", Way.Kind.blocking, []), ("boil beans 5m", .waiting, ["burner"]),
    ("cut potatoes and lemons 10m", .blocking, []), ("roast 45 min at 200C", .waiting, ["oven"]),
    ("rest 5m", .waiting, []), ("plate with herbs 3m", .blocking, []),
    ("knead 10m", .blocking, []), ("prove 1h", .waiting, []),
    ("potatoes 20m @burner", .waiting, ["burner"]),
    ("fry onions 8m @burner", .blocking, ["burner"]), ("10m @oven", .waiting, ["oven"]),
    ("drain pasta 1m", .blocking, []), ("set the table 5m", .blocking, []),
    ("drain aubergines 30m", .waiting, []),
    ("Kneten 10m", .blocking, []), ("Nudeln kochen 10m", .waiting, ["burner"]),
  ])
  func `the words tell what a line does not say`(
    text: String, kind: Way.Kind, uses: [String]
  ) throws {
    let step = try ReadStep(reading: text)
    #expect(step.isGuessed)
    #expect(step.specification.kind == kind)
    #expect(step.specification.uses.map(\.equipment) == uses)
  }

  @Test func `what a line says is left as it is`() throws {
    let step = try ReadStep(reading: "hands-on 40m: Bake in the oven")
    #expect(!step.isGuessed)
    #expect(step.specification.way == Way(.blocking, Estimate(.minutes(40))))
  }

  @Test(arguments: [
    ("simmer 2 hours and 15 minutes", 8100, 8100, "Simmer"),
    ("bake half an hour", 1800, 1800, "Bake"),
    ("rest one hour", 3600, 3600, "Rest"), ("rest dough 1 1/2 hours", 5400, 5400, "Rest dough"),
    ("roast 2½ h", 9000, 9000, "Roast"), ("roast 1,5 hours", 5400, 5400, "Roast"),
    ("boil 25'", 1500, 1500, "Boil"), ("simmer an hour and a half", 5400, 5400, "Simmer"),
    ("bake between 20 and 25 minutes", 1200, 1500, "Bake"),
    ("half an hour: Bake", 1800, 1800, "Bake"), ("knead ten minutes", 600, 600, "Knead"),
    ("eine halbe Stunde backen", 1800, 1800, "Backen"),
    ("fry steak 3 minutes each side", 360, 360, "Fry steak each side (2 × 3 minutes)"),
    ("3 min per side @burner: Fry it", 360, 360, "Fry it (2 × 3 min)"),
    ("hands-on 5m: Rest for half an hour", 300, 300, "Rest for half an hour"),
  ])
  func `lengths in words are read as those of recipes are`(
    text: String, low: Int, high: Int, title: String
  ) throws {
    let step = try ReadStep(reading: text).specification
    #expect(step.duration.minimum == Seconds(low) && step.duration.maximum == Seconds(high))
    #expect(step.title == title)
  }

  @Test(arguments: [
    ("roast 1.30 h", StepSpecificationFault.duration(.unreadable("1.30 h"))),
    ("soak overnight", .withoutDuration("soak overnight")),
    ("roast 20 minutes per pound", .withoutDuration("roast 20 minutes per pound")),
    (
      "roast 20 minutes, then 10 more minutes",
      .twoDurations("roast 20 minutes, then 10 more minutes")
    ),
  ])
  func `a length that may be read in two ways is refused`(
    text: String, fault: StepSpecificationFault
  ) {
    #expect(throws: fault) { try ReadStep(reading: text) }
  }

  @Test(arguments: ["half an hour", "30'", "about 30 minutes", "½ h"])
  func `an option takes the same lengths`(text: String) throws {
    var words = DishWords()
    words.waiting = text
    #expect(try words.changes().waiting == Estimate(.minutes(30)))
    words.waiting = "1,30 h"
    #expect(throws: Diagnostic.self) { try words.changes() }
  }

  @Test func `a temperature that is understood leaves the title`() throws {
    let roast = try ReadStep(reading: "roast 45 min at 200C").specification
    #expect(roast.title == "Roast")
    #expect(roast.temperature == Temperature(.celsius, lower: 2000, upper: 2000))
  }

  @Test func `a duration alone says too little`() {
    #expect(throws: StepSpecificationFault.withoutKind("10m")) { try ReadStep(reading: " 10m ") }
  }
}
