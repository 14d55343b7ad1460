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

  @Test func `a temperature that is understood leaves the title`() throws {
    let roast = try ReadStep(reading: "roast 45 min at 200C").specification
    #expect(roast.title == "Roast")
    #expect(roast.temperature == Temperature(.celsius, lower: 2000, upper: 2000))
  }

  @Test func `a duration alone says too little`() {
    #expect(throws: StepSpecificationFault.withoutKind("10m")) { try ReadStep(reading: " 10m ") }
  }
}
