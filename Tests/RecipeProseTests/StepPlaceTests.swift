import KitchenModel
import RecipeProse
import Testing

/// Where a step is done, and how hot it is there.
@Suite struct StepPlaceTests {
  @Test(
    arguments: [
      ("Bake at 220C for 20 minutes, reduce to 180C and bake 30 minutes more.", ["220C", "180C"]),
      (
        "Bake at 425 degrees F for 15 minutes, then reduce to 350 and bake 40 minutes.",
        ["425F", "350F"]
      ),
      ("Preheat the oven to 200°C (400°F). Bake 20 minutes.", ["200C"]),
      ("Mix yeast with water at 40C. Bake 30 minutes.", [nil]),
      ("Heat oil to 180C. Bake the pie for 30 minutes.", [nil]),
      ("Reduce the heat and warm the milk to 80C. Bake 30 minutes.", [nil]),
      ("Grill until 165°F. Bake 10 minutes longer.", [nil]),
      ("Cook at 180°C for 30 minutes.", ["180C"]),
      ("Den Kuchen bei 180 °C 30 Minuten backen.", ["180C"]),
      (
        "Bake at 180C for 9 minutes. Reduce the sauce to 200 ml. Bake for 8 minutes.",
        ["180C", "180C"]
      ),
    ] as [(String, [String?])])
  func `the oven is as hot as was said of it`(text: String, temperatures: [String?]) {
    var memory = StepProse.Memory()
    let baked = StepProse.stretches(of: text, memory: &memory).filter { $0.equipment == "oven" }
    #expect(baked.map { $0.temperature?.text } == temperatures)
  }

  @Test(
    arguments: [
      ("Zwiebeln schneiden und 10 Minuten köcheln lassen.", "burner"),
      ("Das Brot 30 Minuten backen.", "oven"), ("Cook in oil at 180C for 30 minutes.", "burner"),
      ("10 Minuten ruhen lassen.", nil),
    ] as [(String, String?)])
  func `a verb behind its length says where`(text: String, equipment: String?) {
    var memory = StepProse.Memory()
    #expect(
      StepProse.stretches(of: text, memory: &memory).last.map(\.equipment) == .some(equipment))
  }

  @Test(arguments: [
    ("pot", "burner"), ("frying pan", "burner"), ("Dutch oven", "burner"), ("oven", "oven"),
    ("microwave", "microwave"), ("hob", "burner"), ("Topf", "burner"), ("sartén", "burner"),
  ])
  func `cookware that is known occupies equipment`(name: String, equipment: String) {
    #expect(ProseEquipment.equipment(ofCookware: name) == equipment)
  }

  @Test(arguments: ["bowl", "baking pan", "oven dish", "whisk", "", "sheet pan"])
  func `other cookware occupies nothing`(name: String) {
    #expect(ProseEquipment.equipment(ofCookware: name) == nil)
  }
}
