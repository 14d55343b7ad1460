import KitchenModel
import Testing

struct StepSpecificationTests {
  @Test func `a step fits in one line`() throws {
    let peel = try StepSpecification(parsing: "blocking 15m: Peel")
    #expect(peel.way == Way(.blocking, Estimate(.minutes(15))))
    #expect(peel.title == "Peel")

    let bake = try StepSpecification(
      parsing: "waiting 50 min @oven 180 °C @food processor*2: Bake: well")
    #expect(bake.way.uses == [Way.Use("oven"), Way.Use("food processor", units: 2)])
    #expect(bake.way.temperature == Temperature(.celsius, lower: 1800, upper: 1800))
    #expect(bake.title == "Bake: well")

    let simmer = try StepSpecification(parsing: "Waiting 1:30 @burner*2")
    #expect(
      simmer.way == Way(.waiting, Estimate(.minutes(90)), uses: [Way.Use("burner", units: 2)]))
    #expect(simmer.title == nil)
    #expect(try StepSpecification(parsing: "blocking 10-15m:").title == nil)
  }

  @Test(arguments: [
    ("hands-on 15 min: Peel", Way.Kind.blocking, "Peel"), ("Hands on 15m: Peel", .blocking, "Peel"),
    ("hands-off 15m: Rest", .waiting, "Rest"), ("15m: Peel", nil, "Peel"),
    ("peel potatoes 15m", nil, "Peel potatoes"), ("15 min peel", nil, "Peel"),
    ("peel for about 15 minutes.", nil, "Peel"),
    ("waiting 15m rest, covered", .waiting, "Rest, covered"),
    ("boil 2 eggs 0:15", nil, "Boil 2 eggs"), ("Sauce: simmer 15m", nil, "Sauce: simmer"),
    ("15m", nil, nil), ("  15   min ", nil, nil),
  ])
  func `a duration may stand anywhere, and the kind be left out`(
    text: String, kind: Way.Kind?, title: String?
  ) throws {
    let step = try StepSpecification(parsing: text)
    #expect(step.kind == kind)
    #expect(step.title == title)
    #expect(step.duration == Estimate(.minutes(15)))
  }

  @Test(arguments: [
    "bake 40m @oven 180C", "bake @oven 180C 40m", "bake @oven 40 min at 180 °C",
    "bake @oven at 180C for 40 min", "40m @oven 180C: Bake", "bake 40m @oven gas mark 4",
    "bake 40m @oven at gas 4",
  ])
  func `equipment and its temperature stand before or behind the duration`(text: String) throws {
    let bake = try StepSpecification(parsing: text)
    #expect(bake.uses == [Way.Use("oven")])
    #expect(bake.temperature == Temperature(.celsius, lower: 1800, upper: 1800))
    #expect(bake.title == "Bake" && bake.duration == Estimate(.minutes(40)))
  }

  @Test(arguments: [
    ("waiting 10m keeps 2m @burner*2: Boil", Keeping.limited(.minutes(2))),
    ("waiting 10m @burner*2 keeps 2m: Boil", .limited(.minutes(2))),
    ("waiting 10m @burner*2 Keeps true: Boil", .withoutEnd),
    ("waiting 10m @burner*2 keeps 1:30: Boil", .limited(.minutes(90))),
    ("waiting 10m @burner*2 keeps false : Boil", .notAtAll),
    ("waiting 10m keeps 90s@burner*2: Boil", .limited(Seconds(90))),
  ])
  func `a step may say how long what it makes keeps`(text: String, keeps: Keeping) throws {
    let boil = try StepSpecification(parsing: text)
    #expect(
      boil.way == Way(.waiting, Estimate(.minutes(10)), uses: [Way.Use("burner", units: 2)]))
    #expect(boil.keeps == keeps)
    #expect(boil.title == "Boil")
    #expect(StepSpecification.steps([boil], in: try Name("Pasta")).map(\.keeps) == [keeps])
  }

  @Test func `the words of a title say nothing of it, nor does what it uses`() throws {
    let jam = try StepSpecification(parsing: "blocking 5m @keeps: Jam that keeps 2d")
    #expect(jam.keeps == nil)
    #expect(jam.way.uses == [Way.Use("keeps")])
    let oven = try StepSpecification(parsing: "waiting 5m @oven 180C keeps 20m: Bake")
    #expect(oven.way.temperature == Temperature(.celsius, lower: 1800, upper: 1800))
    #expect(oven.keeps == .limited(.minutes(20)))
  }

  @Test(arguments: [
    ("", StepSpecificationFault.empty), (": Peel", .empty), ("bloking 5m", .unknownKind("bloking")),
    ("waiting", .duration(.empty)), ("soon: Peel", .unknownKind("soon")),
    ("bake 15-10m", .duration(.upsideDown("15-10m"))), ("bake -5m", .duration(.negative("-5m"))),
    ("bake 90000m", .duration(.tooLong("90000m"))),
    ("bake 10m @oven 180C 200C", .twoTemperatures("bake 10m @oven 180C 200C")),
    ("chop onions", .withoutDuration("chop onions")), ("chop 5", .withoutDuration("chop 5")),
    ("boil 10m, stir 2m", .twoDurations("boil 10m, stir 2m")),
    ("blocking: Peel", .duration(.empty)), ("blocking soon: Peel", .duration(.unreadable("soon"))),
    ("waiting 5m @oven 180", .temperature(.withoutUnit("180"))),
    ("waiting 5m @", .withoutEquipment("waiting 5m @")), ("waiting 5m @oven*0", .units("0")),
    ("waiting 5m @oven*x", .units("x")), ("waiting 5m @oven @Oven", .repeated("Oven")),
    ("waiting 5m @oven 180C @grill 200C", .twoTemperatures("waiting 5m @oven 180C @grill 200C")),
    ("waiting 5m keeps: Boil", .keeping(.word(""))),
    ("waiting 5m keeps soon: Boil", .keeping(.word("soon"))),
    ("waiting 5m keeps 5 minuts", .keeping(.duration(.unknownUnit("minuts", in: "5 minuts")))),
    ("waiting 5m keeps 5m @oven keeps 1m", .keepsTwice("waiting 5m keeps 5m @oven keeps 1m")),
    ("waiting 5m keeps 5m keeps 1m", .keepsTwice("waiting 5m keeps 5m keeps 1m")),
    ("keeps 5m", .unknownKind("keeps")),
  ])
  func `what is not a step is refused`(text: String, fault: StepSpecificationFault) {
    #expect(throws: fault) { try StepSpecification(parsing: text) }
  }

  @Test func `a mistyped kind has a hint`() {
    #expect(StepSpecificationFault.unknownKind("bloking").hint == "Did you mean \"blocking\"?")
  }

  @Test func `steps follow one another and take their ids from their titles`() throws {
    let texts = ["blocking 5m: Peel the Potatoes!", "waiting 5m", "blocking 1m: peel the potatoes"]
    let steps = StepSpecification.steps(
      try texts.map { try StepSpecification(parsing: $0) }, in: try Name("Gratin"))
    #expect(steps.map(\.id) == ["peel-the-potatoes", "waiting", "peel-the-potatoes-2"])
    #expect(steps.map(\.title) == ["Peel the Potatoes!", "Gratin", "peel the potatoes"])
    #expect(
      steps.map(\.after) == [[], [Dependency("peel-the-potatoes")], [Dependency("waiting")]])
  }

  @Test(arguments: [
    ("Peel and slice", "peel-and-slice"), ("Don't stir", "don't-stir"), ("🍕", "step"),
    ("Rôtir/à feu doux", "rôtir-à-feu-doux"), ("  a  b ", "a-b"),
  ])
  func `an id is the title's words in lower case`(title: String, id: String) {
    var identifiers = StepIdentifiers()
    #expect(identifiers.identifier(forTitle: title) == id)
    #expect(identifiers.identifier(forTitle: title) == "\(id)-2")
  }
}
