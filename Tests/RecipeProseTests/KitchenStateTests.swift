import KitchenModel
import RecipeProse
import Testing

@Suite struct KitchenStateTests {
  /// The equipment of the stated lengths of some steps, with the oven's temperature.
  private func equipment(_ steps: [String], _ language: String = "en") -> [String] {
    var memory = StepProse.Memory(language: language)
    return steps.flatMap { StepProse.stretches(of: $0, memory: &memory) }
      .filter { $0.origin == .stated }
      .map { ($0.equipment ?? "-") + ($0.temperature.map { " \($0.text)" } ?? "") }
  }

  @Test(arguments: [
    (
      ["Roast at 220C for 15 minutes, then lower the oven to 150C and cook for 2 hours."],
      ["oven 220C", "oven 150C"]
    ),
    (["Place the pot in the oven and cook for 2 hours."], ["oven"]),
    (["Bake covered for 30 minutes and uncovered for 15 minutes."], ["oven", "oven"]),
    (["Bring to the boil, then cover and cook for 12 minutes."], ["burner"]),
    (["Simmer for 10 minutes.", "Cook for another 5 minutes."], ["burner", "burner"]),
    (["Bake at 180C for 20 minutes.", "Leave for 10 minutes more."], ["oven 180C", "oven 180C"]),
    (["Bake for 20 minutes. Remove from the oven and leave for 5 minutes."], ["oven", "-"]),
    (["Simmer for 10 minutes. Take off the heat and leave for 5 minutes."], ["burner", "-"]),
    (["Stir the brown sugar into the butter for 2 minutes."], ["-"]),
    (["Cook in the slow cooker for 6 hours."], ["-"]), (["Cook sous vide for 2 hours."], ["-"]),
    (["Air fry for 12 minutes."], ["-"]), (["Put under a hot grill for 3 minutes."], ["oven"]),
    (["While the rice cooks in the pan, knead for 5 minutes."], ["-"]),
    (["Warm the oil in an oven-safe pan. Cook for 4 minutes, stirring."], ["burner"]),
    (["Cook in a pan set over medium heat for 4 minutes, stirring."], ["burner"]),
    (["Remove the steaks. Continue broiling for 4 minutes."], ["oven"]),
    (["Cook in the air fryer for 9 minutes.", "Fry for another 5 minutes."], ["-", "-"]),
    (["Add it to the skillet.", "In a blender, process for 1 minute."], ["-"]),
    (
      ["Set the pressure cooker to fry.", "Add the leeks to the pot and fry for 4 minutes."],
      ["-"]
    ),
    (["Put it in the slow cooker.", "In a skillet, fry the leeks for 4 minutes."], ["burner"]),
    (["In a pan or rice cooker, cook the rice for 15 minutes."], ["burner"]),
    (["Cover the noodles with boiling water. Set aside, covered, for 10 minutes."], ["-"]),
  ])
  func `food stays on the heat until it is taken off`(steps: [String], expected: [String]) {
    #expect(equipment(steps) == expected)
  }

  @Test(arguments: [
    ("Bei 200 Grad Ober-/Unterhitze ca. 35 Min. backen.", "oven 200C"),
    ("25-30 Minuten bei 190° Ober-/Unterhitze backen.", "oven 190C"),
    ("Auf mittlerer Schiene 45 Min. backen.", "oven"), ("Zwiebeln 5 Min. anbraten.", "burner"),
    ("Bei schwacher Hitze ca. 15 Min. köcheln lassen.", "burner"),
    ("Den Teig bei 40° im Backofen 20 Minuten gehen lassen.", "oven 40C"),
  ])
  func `a German verb stands at the end`(text: String, expected: String) {
    #expect(equipment([text], "de") == [expected])
  }

  @Test func `batches count`() {
    let lengths = DurationText.mentions(in: "Fry in four batches, 5 minutes each.")
    #expect(lengths.map(\.estimate.likely) == [.minutes(20)])
  }

  @Test(arguments: [
    ("Leave to cool completely.", 60), ("Cool slightly.", 10), ("Let it rise until doubled.", 90),
    ("Cook the pasta according to the packet instructions.", 10), ("Chill until firm.", 60),
  ])
  func `a wait without a number is as long as usual`(text: String, minutes: Int) {
    var memory = StepProse.Memory(language: "en")
    let stretches = StepProse.stretches(of: text, memory: &memory)
    #expect(stretches.map(\.kind) == [.waiting])
    #expect(stretches.map(\.estimate.likely) == [.minutes(minutes)])
    #expect(stretches.allSatisfy { $0.origin == .estimated })
  }
}
