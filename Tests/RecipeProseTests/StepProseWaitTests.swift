import KitchenModel
import RecipeProse
import Testing

/// What a step says of waiting.
@Suite struct StepProseWaitTests {
  @Test func `being put away and waiting there is one wait`() {
    #expect(
      lines("Place in the refrigerator and allow to set for one hour.") == [
        "waiting 1h stated: Place in the refrigerator and allow to set for one hour."
      ])
    #expect(
      lines("In a wide pan, heat the oil until hot. Add the corn in a layer.").map {
        $0.prefix(21)
      } == ["blocking 2m estimated"])
    #expect(lines("Lad retten simre til den er tyk.", in: "da").map { $0.prefix(7) } == ["waiting"])
    #expect(lines("Köttet ska få fin yta.", in: "sv").isEmpty)
  }

  @Test func `what cools while something is done is a wait of its own`() {
    var memory = StepProse.Memory(language: "en")
    _ = StepProse.stretches(of: "Bake the cake for 40 minutes.", memory: &memory)
    let text = "While the cake is cooling, whip the cream with the vanilla."
    let first = StepProse.stretches(of: text, memory: &memory)
    #expect(first.map(\.kind) == [.waiting, .blocking])
    #expect(first.map(\.estimate.likely) == [.minutes(20), .minutes(2)])
    #expect(first.map(\.text) == ["the cake is cooling", text])
    #expect(StepProse.stretches(of: text, memory: &memory).map(\.kind) == [.blocking])
  }

  @Test(arguments: [
    ("Sæt kagen på køl.", "da", "waiting 1h"),
    ("Cut it, which is kept in the fridge.", "en", "blocking 1m"),
    ("Butter has to be cold.", "en", nil), ("No leeks? Use onions.", "en", "blocking 1m"),
    ("Tip: no time for leeks? Use tinned onions.", "en", nil),
    ("Stand the pan on a rack 5 cm from the heat, which is high.", "en", "blocking 2m"),
  ])
  func `putting something away waits, keeping and advising do not`(
    text: String, language: String, begins: String?
  ) {
    let read = lines(text, in: language)
    #expect(read.first.map { $0.hasPrefix(begins ?? "?") } == begins.map { _ in true })
  }

  @Test func `a wait of no stated length is a wait, and remarked`() {
    var memory = StepProse.Memory()
    let stretches = StepProse.stretches(
      of: "Chop everything finely. Let it chill until firm. Cut it.", memory: &memory)
    #expect(stretches.map(\.kind) == [.blocking, .waiting, .blocking])
    #expect(
      stretches[1].remarks == ["The recipe says no time for this wait; put in how long it takes."])
    let roast = StepProse.stretches(of: "Roast 15 minutes per pound.", memory: &memory)
    #expect(roast.map(\.kind) == [.waiting])
    #expect(roast[0].remarks == ["The time goes by the weight; put in how long yours takes."])
  }

  @Test(arguments: [
    "Let the dough rise until doubled.", "Abkühlen lassen.", "Laisser lever.", "Dejar enfriar.",
    "Simmer until thick.", "Mix the eggs with the flour and all the sugar and chill.",
  ])
  func `who says no number still says to wait`(text: String) {
    var memory = StepProse.Memory()
    #expect(StepProse.stretches(of: text, memory: &memory).last?.kind == .waiting)
  }

  @Test(arguments: ["Put it in the oven.", "Set it aside.", "Simmer.", "Add the rest.", "Pat dry."])
  func `what is done at once is not a wait`(text: String) {
    var memory = StepProse.Memory()
    #expect(StepProse.stretches(of: text, memory: &memory).map(\.kind) == [.blocking])
  }
}
