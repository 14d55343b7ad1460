import KitchenModel
import RecipeProse
import Testing

@Suite struct StepProseTests {
  @Test func `work before a wait is work of its own`() {
    #expect(
      lines("Bring a large pot of water to a boil and cook the pasta for 10 minutes.") == [
        "waiting 8m estimated @burner: Bring a large pot of water to a boil",
        "waiting 10m stated @burner: cook the pasta for 10 minutes.",
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
      lines("Peel the leeks (which may be left out, though I would never do so myself)") == [
        "blocking 1m estimated: "
          + "Peel the leeks (which may be left out, though I would never do so myself)"
      ])
  }

  @Test(arguments: [
    (
      "Bring the stock to a boil and add the leeks.",
      [
        "waiting 5m estimated @burner: Bring the stock to a boil",
        "blocking 1m estimated: add the leeks.",
      ]
    ),
    (
      "Bring the custard to a boil, stirring.",
      ["blocking 1m estimated @burner: Bring the custard to a boil, stirring."]
    ),
    (
      "Let cool completely, then slice into bars.",
      [
        "waiting 1h estimated: Let cool completely",
        "blocking 1m estimated: slice into bars.",
      ]
    ),
    ("Cool completely and allow the icing to set.", ["waiting 1h estimated: Cool completely"]),
    (
      "Serve warm or let it cool to room temperature.",
      ["blocking 2m estimated: Serve warm or let it cool to room temperature."]
    ),
    (
      "Brine the wings: Pat them dry and salt them.",
      ["blocking 2m estimated: Brine the wings: Pat them dry and salt them."]
    ),
    (
      "Scatter the cheese over it. Put the dish in the preheated oven until golden.",
      [
        "blocking 1m estimated: Scatter the cheese over it.",
        "waiting 20m estimated @oven: Put the dish in the preheated oven until golden.",
      ]
    ),
    ("Bake at 180C.", ["waiting 40m estimated @oven: Bake at 180C."]),
    (
      "Bake for 35 minutes. Bake uncovered until golden.",
      ["waiting 35m stated @oven: Bake for 35 minutes."]
    ),
    (
      "Heat the oil in a skillet until it shimmers.",
      ["blocking 2m estimated @burner: Heat the oil in a skillet until it shimmers."]
    ),
    (
      "Grill the sandwiches in a skillet.",
      ["blocking 1m estimated @burner: Grill the sandwiches in a skillet."]
    ),
    ("until the cheese has melted.", []),
    (
      "Whisk the dressing until smooth and serve the potato bake with it.",
      [
        "blocking 2m estimated: "
          + "Whisk the dressing until smooth and serve the potato bake with it."
      ]
    ),
    (
      "For the second rise, oil a tray.",
      ["blocking 1m estimated: For the second rise, oil a tray."]
    ),
    (
      "When cool, lift it out of the tin.",
      ["blocking 1m estimated: When cool, lift it out of the tin."]
    ),
    (
      "Cover and refrigerate until needed.",
      ["blocking 1m estimated: Cover and refrigerate until needed."]
    ),
    (
      "Broil until the top is golden.",
      ["waiting 4m estimated @oven: Broil until the top is golden."]
    ),
  ])
  func `waits among other work are waits`(text: String, expected: [String]) {
    #expect(lines(text).prefix(expected.count) == expected[...])
  }

  @Test(arguments: [
    (
      "Transfer the skillet to the oven and bake for 15 minutes.",
      ["waiting 15m stated @oven: Transfer the skillet to the oven and bake for 15 minutes."]
    ),
    (
      "Place in the microwave. Melt it for 1 minute.",
      ["waiting 1m stated @microwave: Place in the microwave. Melt it for 1 minute."]
    ),
    (
      "Brown the meat on all sides. This may take up to 15 minutes.",
      [
        "blocking 15m stated @burner: "
          + "Brown the meat on all sides. This may take up to 15 minutes."
      ]
    ),
    (
      "Simmer for 20 minutes. Stir occasionally.",
      ["waiting 20m stated @burner: Simmer for 20 minutes."]
    ),
    (
      "Bake until you can shake it (careful, it is hot!) and see no wobble, 12 minutes.",
      [
        "waiting 12m stated @oven: "
          + "Bake until you can shake it (careful, it is hot!) and see no wobble, 12 minutes."
      ]
    ),
  ])
  func `what belongs to a wait is no work of its own`(text: String, expected: [String]) {
    #expect(lines(text) == expected)
  }

  @Test func `another appliance behind the first way is another way`() {
    var memory = StepProse.Memory(language: "en")
    _ = StepProse.stretches(of: "Simmer for 2 hours.", memory: &memory)
    let other = "If using a slow cooker, cook on low for 8 hours."
    #expect(StepProse.stretches(of: other, memory: &memory).isEmpty)
    #expect(memory.hasLeftOut)
  }

  @Test(arguments: [
    ("en", "In a small saucepan, bring the cider and sugar to a simmer."),
    ("en", "Transfer to a rack to cool for 10 minutes."),
    ("en", "Place in a warm corner to rise until doubled, around 60 minutes."),
    ("en", "While the fish is cooling, bring the soup back to a simmer."),
    ("da", "Bag kagen i en 180 grader varm ovn i 20 minutter."),
  ])
  func `where and how something waits stays with the wait`(language: String, text: String) {
    let found = lines(text, in: language)
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.hasPrefix("waiting") && $0.hasSuffix(": \(text)") })
  }

  @Test(arguments: [
    "If it is too soft to roll, chill it.", "If not, refrigerate before you go on.",
    "Move them to a plate with paper to soak up the oil.",
  ])
  func `no wait is guessed for a case, or for paper`(text: String) {
    #expect(lines(text, in: "en").allSatisfy { $0.hasPrefix("blocking") })
  }

  @Test(arguments: [
    "Adjust the oven rack to the lower third and preheat oven to 350°F (177°C).",
    "Preheat it to 375°F/190°C.",
  ])
  func `heating the oven behind other words makes no step`(text: String) {
    #expect(lines(text, in: "en") == [])
  }

  @Test func `a verb at the end of a long clause governs its length`() {
    #expect(
      lines("Mit Brühe ablöschen und für 2 Stunden bei kleiner Hitze mit Deckel garen.", in: "de")
        .last?.hasPrefix("waiting 2h stated @burner") == true)
    #expect(lines("Kneed 5 minuten en laat 1 uur rijzen.", in: "nl").count == 2)
  }

  @Test(arguments: [
    ("fr", "Laisser lever 1 heure 30 sous un torchon.", "waiting 1h30m stated:"),
    ("en", "Bake for 2 hours 30 or until tender.", "waiting 2h30m stated @oven:"),
    ("fr", "Cuire les pâtes 9 minutes dans l'eau bouillante.", "waiting 9m stated @burner:"),
    ("es", "Rehogar la cebolla 5 minutos.", "blocking 5m stated @burner:"),
    ("sv", "Rosta nötterna 5 minuter i en torr panna.", "blocking 5m stated @burner:"),
    ("sv", "Fritera i 4 minuter.", "blocking 4m stated @burner:"),
    ("nl", "Rooster de pompoen 30 minuten in de oven.", "waiting 30m stated @oven:"),
    ("de", "Im Ofen 25 Minuten rösten.", "waiting 25m stated @oven:"),
    ("it", "Cuocetele per 2 minuti per lato.", "blocking 4m stated @burner:"),
    (
      "pt", "Deixe em temperatura ambiente por 15 minutos, enquanto o forno aquece.",
      "waiting 15m stated:"
    ),
    ("nl", "Bak de taart 70 min op 170 graden.", "waiting 1h10m stated @oven:"),
    ("it", "Montate i tuorli per 5 minuti.", "blocking 5m stated:"),
    ("es", "Ponemos la leche a hervir con la canela y la piel.", "waiting 5m estimated @burner:"),
  ])
  func `lengths are read in their languages`(language: String, text: String, expected: String) {
    let found = lines(text, in: language)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(expected) == true)
  }

  @Test func `some minutes are three`() {
    #expect(
      lines("La sausen småkoke i noen minutter.", in: "no").first?.hasPrefix("waiting 3m stated")
        == true)
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

  @Test func `no sentence is lost`() {
    #expect(
      lines("Season the steak. Fry 4 minutes. Slice it. Rest 5 minutes. Serve.") == [
        "blocking 1m estimated: Season the steak.",
        "blocking 4m stated @burner: Fry 4 minutes.",
        "blocking 1m estimated: Slice it.",
        "waiting 5m stated: Rest 5 minutes.",
      ])
    #expect(
      lines("Simmer 30 minutes. Blend and serve.").last
        == "blocking 1m estimated: Blend and serve.")
  }

  @Test func `how long it keeps is not a step`() {
    var memory = StepProse.Memory()
    let kept = StepProse.stretches(of: "Leftovers store up to 3 days.", memory: &memory)
    #expect(kept.isEmpty)
    #expect(memory.hasLeftOut)
    #expect(
      lines("Ice it. Store in an airtight box for up to 3 days.")
        == ["blocking 1m estimated: Ice it."])
  }
}
