import KitchenModel
import RecipeImport
import Testing

@Suite struct StepProseTests {
  /// The stretches of a step, one a line.
  private func lines(_ text: String) -> [String] {
    var memory = StepProse.Memory()
    return StepProse.stretches(of: text, memory: &memory).map { stretch in
      "\(stretch.kind.rawValue) \(stretch.estimate.likely.fileText) \(stretch.origin.rawValue)"
        + "\(stretch.equipment.map { " @" + $0 } ?? ""): \(stretch.text)"
    }
  }

  @Test func `work before a wait is work of its own`() {
    #expect(
      lines("Bring a large pot of water to a boil and cook the pasta for 10 minutes.") == [
        "blocking 2m estimated: Bring a large pot of water to a boil",
        "waiting 10m stated: cook the pasta for 10 minutes.",
      ])
  }

  @Test func `a step without a length is estimated from its words`() {
    #expect(lines("Serve.") == ["blocking 1m estimated: Serve."])
    let words = Array(repeating: "chop", count: 33).joined(separator: " ")
    #expect(lines(words).map { $0.prefix(21) } == ["blocking 5m estimated"])
    #expect(lines("…") == [])
    let more = Array(repeating: "chop", count: 300).joined(separator: " ")
    #expect(lines(more).map { $0.prefix(22) } == ["blocking 10m estimated"])
    #expect(
      lines("Brine the leeks (which may be left out, though I would never do so myself)") == [
        "blocking 1m estimated: "
          + "Brine the leeks (which may be left out, though I would never do so myself)"
      ])
  }

  @Test func `equipment is what the words say`() {
    #expect(
      lines("Simmer for 10 minutes.") == ["waiting 10m stated @burner: Simmer for 10 minutes."])
    #expect(lines("Bake for 1 hour.") == ["waiting 1h stated @oven: Bake for 1 hour."])
    #expect(
      lines("Microwave for 3 minutes.") == [
        "waiting 3m stated @microwave: Microwave for 3 minutes."
      ])
    #expect(lines("Chill for 1 hour.") == ["waiting 1h stated: Chill for 1 hour."])
    #expect(
      lines("Brown the meat for 5 minutes.") == [
        "blocking 5m stated @burner: Brown the meat for 5 minutes."
      ])
    #expect(
      lines("Cook in a Dutch oven for 20 minutes.") == [
        "waiting 20m stated @burner: Cook in a Dutch oven for 20 minutes."
      ])
  }

  @Test func `the oven stays as hot as it was made`() {
    var memory = StepProse.Memory()
    _ = StepProse.stretches(of: "Preheat the oven to 180C.", memory: &memory)
    let bake = StepProse.stretches(of: "Bake for 20 minutes.", memory: &memory)
    #expect(bake.map(\.temperature) == [Temperature(.celsius, lower: 1800, upper: 1800)])
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
