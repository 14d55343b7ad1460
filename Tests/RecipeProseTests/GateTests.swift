import RecipeProse
import Testing

@Suite struct GateTests {
  private let lexicon = Lexicon.of("en")

  @Test(arguments: [
    ("## Filling", "Filling"), ("**Assembly**", "Assembly"), ("[Topping]", "Topping"),
    ("SAUCE", "SAUCE"),
    ("**For the sauce:**", "For the sauce"), ("FOR THE SAUCE:", "FOR THE SAUCE"),
  ])
  func `marks and capitals make headings`(text: String, name: String) {
    #expect(Gate.piece(text, lexicon) == .heading(name))
  }

  @Test(arguments: [
    "Advertisement", "Watch the video", "Did you make this? Leave a review!", "Enjoy!",
    "Bon appétit!",
    "Follow us for more.", "Serves 12", "Makes about 24 biscuits.",
  ])
  func `what sells is nothing of the recipe`(text: String) {
    #expect(Gate.piece(text, lexicon) == .nothing)
  }

  @Test(arguments: [
    ("Boil 9 minutes. See https://example.org/a?b=10 minutes", "Boil 9 minutes."),
    ("Fry it as in https://example.org/fry for 5 minutes.", "Fry it as in for 5 minutes."),
  ])
  func `addresses are not sentences`(text: String, work: String) {
    #expect(Gate.piece(text, lexicon) == .work(work))
  }

  @Test(arguments: ["Notes", "Marta's notes", "Serving suggestions", "Tips"])
  func `headings of notes are known by their first or last word`(heading: String) {
    #expect(Gate.isHeadingOfNotes(heading, lexicon))
  }

  @Test(arguments: ["BAKE FOR 30 MINUTES", "Boil the leeks.", "Add the sauce and enjoy."])
  func `orders are work`(text: String) {
    #expect(Gate.piece(text, lexicon) == .work(text))
  }

  @Test(arguments: [
    "The tops should look pale.", "You can also use milk.", "Note: this freezes well.",
    "It will be sticky.",
    "This is my favourite.", "They should feel firm.", "(Use a metal tin. Glass is slower.)",
  ])
  func `what is only to be known takes no time`(text: String) {
    var memory = StepProse.Memory(language: "en")
    let stretches = StepProse.stretches(of: "Chop the leeks. \(text)", memory: &memory)
    #expect(stretches.map(\.text) == ["Chop the leeks."])
    #expect(memory.hasLeftOut)
  }

  @Test(arguments: [
    ("en", "Do not add the salt yet."), ("en", "Tip: the dough freezes well."),
    ("en", "A skewer comes out clean."), ("en", "Never stir it."),
    ("en", "Freeze for longer storage."),
    ("en", "Do not let the rice cool."), ("en", "Tortillas are often made of maize."),
    ("en", "At this point, the dip is ready to eat!"), ("en", "Best when fresh."),
    ("en", "Depending on your pan, you might need two batches."),
    ("en", "If so, the first ones can be kept warm."),
    ("en", "(Reminder: ovens differ.)"), ("en", "If you notice bubbles, poke them with a fork."),
    ("de", "Der Teig sollte glatt sein."), ("de", "Eine gute Größe ist ein Zentimeter."),
    ("fr", "La pâte doit rester souple."), ("it", "Il composto deve essere liscio."),
    ("es", "La masa debe quedar suave."), ("nl", "Het deeg moet soepel zijn."),
    ("sv", "Degen ska vara mjuk."), ("pt", "A massa deve ficar lisa."),
  ])
  func `what a cook only needs to know takes no time`(language: String, text: String) {
    var memory = StepProse.Memory(language: language)
    #expect(StepProse.stretches(of: text, memory: &memory) == [])
    #expect(memory.hasLeftOut)
  }

  @Test(arguments: [
    ("en", "Tip the rice into the pan."), ("de", "Die Zwiebeln schälen und schneiden."),
    ("de", "Das Fleisch, das trocken ist, anbraten."), ("nl", "De uien fijn snijden."),
  ])
  func `orders that begin as statements do are work`(language: String, text: String) {
    var memory = StepProse.Memory(language: language)
    #expect(StepProse.stretches(of: text, memory: &memory).count == 1)
  }

  @Test(arguments: ["Freeze option: freeze it in boxes. Thaw it first.", "Get ahead: chop it."])
  func `what a label says is a note is one as a whole`(text: String) {
    #expect(Gate.piece(text, lexicon) == .note(text))
  }

  @Test(arguments: [
    ("Notes", true), ("Freeze", false), ("Optional glaze", false), ("Storage:", true),
    ("Tips", true), ("Get ahead:", true),
    ("Sauce", false),
    ("For the dough", false),
  ])
  func `headings of notes are known`(text: String, isOfNotes: Bool) {
    #expect(Gate.isHeadingOfNotes(text, lexicon) == isOfNotes)
  }

  @Test(arguments: [
    ("Preheat the oven to 180C.", []), ("Heat the oven to 200C and line a tin.", ["line a tin."]),
    (
      "Preheat the oven to 180C/350F, grease a dish and dice the leeks.",
      ["grease a dish and dice the leeks."]
    ),
    ("Den Ofen auf 180 Grad vorheizen.", []), ("Préchauffer le four à 180°C.", []),
    ("Heat the oil in a pan.", ["Heat the oil in a pan."]),
  ])
  func `heating the oven is left to the plan`(text: String, work: [String]) {
    var memory = StepProse.Memory()
    #expect(StepProse.stretches(of: text, memory: &memory).map(\.text) == work)
  }
}
