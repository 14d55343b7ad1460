import KitchenModel
import RecipeProse
import Testing

@Suite struct DurationTextTests {
  private typealias Role = DurationMention.Role

  private func roles(_ text: String) -> [DurationMention.Role] {
    DurationText.mentions(in: text).map(\.role)
  }

  /// The stated lengths as `minimum-maximum` in seconds.
  private func lengths(_ text: String) -> [String] {
    DurationText.mentions(in: text).map {
      "\($0.estimate.minimum.count)-\($0.estimate.maximum.count)"
    }
  }

  @Test(arguments: [
    ("simmer 10–15 minutes", "600-900"), ("half an hour", "1800-1800"),
    ("a half hour", "1800-1800"), ("overnight", "28800-28800"), ("1 1/2 hours", "5400-5400"),
    ("1½ hours", "5400-5400"), ("1-1/2 hours", "5400-5400"), ("one and a half hours", "5400-5400"),
    ("an hour and a half", "5400-5400"), ("1 hour 15 minutes", "4500-4500"),
    ("1 hour and 15 minutes", "4500-4500"), ("1h30", "5400-5400"), ("1h30min", "5400-5400"),
    ("45 minutes to 1 hour", "2700-3600"), ("1 to 2 hours", "3600-7200"),
    ("between 5 and 10 minutes", "300-600"), ("a 10-minute rest", "600-600"),
    ("twenty-five minutes", "1500-1500"), ("a couple of minutes", "120-120"),
    ("a few minutes", "180-180"), ("three quarters of an hour", "2700-2700"),
    ("a quarter of an hour", "900-900"), ("5 more minutes", "300-300"), ("90 seconds", "90-90"),
    ("10m", "600-600"), ("about {5%minutes}", "300-300"),
    ("2d", "172800-172800"),
    ("1.5 hrs", "5400-5400"),
    ("10 Minuten", "600-600"), ("eine halbe Stunde", "1800-1800"),
    ("anderthalb Stunden", "5400-5400"), ("10 bis 15 Minuten", "600-900"),
    ("über Nacht", "28800-28800"), ("une demi-heure", "1800-1800"),
    ("une heure et demie", "5400-5400"), ("un quart d’heure", "900-900"),
    ("10 à 15 minutes", "600-900"), ("media hora", "1800-1800"),
    ("una hora y media", "5400-5400"), ("mezz'ora", "1800-1800"), ("un'ora", "3600-3600"),
    ("un'ora e mezza", "5400-5400"), ("een half uur", "1800-1800"), ("anderhalf uur", "5400-5400"),
    ("meia hora", "1800-1800"), ("uma hora e meia", "5400-5400"), ("en halv timme", "1800-1800"),
    ("30 minuter", "1800-1800"), ("2 timmar", "7200-7200"),
    ("two hours and thirty minutes", "9000-9000"), ("une vingtaine de minutes", "1200-1200"),
    ("una decina di minuti", "600-600"),
    ("a minute or two", "60-120"), ("une heure ou deux", "3600-7200"),
    ("1 minute or 2 minutes", "60-120"), ("5 or so minutes", "300-300"),
    ("10 minutes up to 1 hour", "600-3600"),
    ("another minute", "60-60"), ("another 5 minutes", "300-300"), ("1 heure 30", "5400-5400"),
    ("quelques minutes", "180-180"), ("einige Minuten", "180-180"),
  ])
  func `a length is read as people write it`(text: String, expected: String) {
    #expect(lengths(text) == [expected])
  }

  @Test(arguments: [
    "in a second bowl", "the second time", "2 m long", "350 degrees", "4 servings", "10 mm",
    "step 5", "a d", "99999999999999999999 hours", "the 1/2 inch dice", "0.5.5",
  ])
  func `what is not a length is not read as one`(text: String) {
    #expect(lengths(text) == [])
  }

  @Test(arguments: [
    "Bake for 25 minutes.", "Simmer until reduced and thickened, about 20 minutes.",
    "Let rest 10 minutes before slicing.", "Cover and cook for 15 minutes.",
    "Simmer, stirring occasionally, for 30 minutes.", "Place in the fridge for 1 hour.",
    "Mix well and chill for 2 hours.", "Leave to cool for 10 minutes.",
    "Bring to a boil, reduce the heat and simmer for 1 hour.", "Return to the oven for 5 minutes.",
    "Soak the beans overnight.", "Pressure cook on high for 8 minutes.",
    "Bake until the edges brown, 12 minutes.", "Die Nudeln 10 Minuten kochen.",
    "Den Teig 1 Stunde ruhen lassen.", "Laisser mijoter 30 minutes.", "Hornear 30 minutos.",
    "Cuocere in forno per 40 minuti.", "Laat een half uur rusten.", "Deixe descansar por 1 hora.",
    "Låt jäsa i 45 minuter.", "Let stand 5 minutes.", "20 minutes.",
    "Moving it to the fridge for at least 3 hours before serving is best.",
    "Put the tray in the oven. After 15 minutes, take it out.", "Bake at 180° 20 minutes.",
    "Roast the squash, cut side up, for 40 minutes.", "Bake until cooked through, 25 minutes.",
    "Press the button. It takes 3 hours.", "Add garlic and stock and cook for 9 minutes.",
    "After that, chill for 1 hour.", "Continue to bake for 5 minutes.",
  ])
  func `what goes on by itself is waiting`(text: String) {
    #expect(roles(text) == [.waiting])
  }

  @Test(arguments: [
    "Knead for 10 minutes.", "Whisk until stiff peaks form, about 5 minutes.",
    "Cook, stirring constantly, for 5 minutes.", "Simmer, stirring, for 3 minutes.",
    "Fry for 4 minutes per side.", "Sauté the onion for 5 minutes.",
    "Stir-fry 2 minutes.", "Cook the onions until translucent, 5 to 7 minutes.",
    "Beat on medium speed for 3 minutes.", "Den Teig 10 Minuten kneten.",
    "Unter ständigem Rühren 5 Minuten kochen.", "Pétrir 10 minutes.", "Amasar durante 10 minutos.",
    "Impastare per 10 minuti.", "Kneed 10 minuten.", "Misture por 5 minutos.",
    "Knåda i 10 minuter.", "Arbeta degen 5 minuter.",
    "Leave the steaks to cook until crusty, about 3 minutes. Flip them.",
    "Add the ginger until it smells sweet, 20 seconds.",
    "Oil a wok. Add the prawns and cook for 6 minutes.",
    "Warm a skillet. Cook the chops, turning now and then, until dark, 11 minutes.",
    "Add the peas and cook for another minute.", "Continue kneading for 7 minutes.",
    "Start folding and stirring the mass. Do this for 4 minutes.",
    "Lay the bread in a skillet and toast it, 3 minutes for each side.",
    "Add onions and cook for 5 minutes, until they soften.",
    "Lay the ham in a pan set over a flame until crisp, 5 minutes per side.",
    "Spoon the butter over the fish continuously until it browns, 2 minutes.",
  ])
  func `what hands do is hands-on`(text: String) {
    #expect(roles(text) == [.handsOn])
  }

  @Test(arguments: [
    ("Store for up to 3 days.", DurationMention.Reason.keeping),
    ("Freeze for up to 3 months.", .keeping),
    ("Leftovers keep 4 days in the fridge.", .keeping), ("Refrigerate up to 2 days.", .keeping),
    ("Baste every 5 minutes.", .interval), ("Alle 5 Minuten wenden.", .interval),
    ("Arroser toutes les 10 minutes.", .interval), ("Remover cada 5 minutos.", .interval),
    ("Microwave in 30-second bursts.", .interval),
    ("Take out of the fridge 30 minutes before serving.", .moment),
    ("Make it 2 days ahead.", .moment), ("Use 3-day-old bread.", .moment),
    ("Uncover for the last 5 minutes.", .part), ("Roast 20 minutes per pound.", .rate),
    ("Total time: 40 minutes.", .summary), ("If needed, bake 5 minutes more.", .condition),
    ("After 15 minutes, take it off the heat.", .part),
    ("At about 2 hours, the sauce turns glossy.", .moment),
    ("Cook the rice for 2 minutes less than the packet says.", .part),
    ("Roll out the dough that has been chilled for an hour.", .moment),
    ("To reheat, steam them for 6 minutes.", .keeping),
    ("Freeze them, adding 2 minutes to the baking.", .part),
    ("Steaming for 4 minutes also works.", .alternative),
    ("Allow 20 minutes a pound.", .rate), ("Allow 15 minutes for each kilo.", .rate),
    ("Warm it for a few seconds if needed.", .condition),
    ("If it rests for longer than 2 hours, chill it.", .condition),
    ("Leftover slices soften in the microwave in 20 seconds.", .keeping),
    ("The dough can be chilled for 2 days.", .keeping),
    ("(The peeled roots can be left in water overnight.)", .keeping),
    ("Add wood during the first 2 hours.", .part),
    ("Eat it up in a day or two.", .moment),
    ("After cooling for 20 minutes, cut it.", .part),
    ("After the loaf has cooled for half an hour, cut it.", .part),
    ("They will continue to set for 10 minutes.", .moment),
    ("If the dough springs back, rest it 5 minutes and roll again.", .condition),
    ("Not patient for 12 hours?", .condition),
    ("Turn it 10 minutes into the roasting.", .part),
    ("Put the lid on with 5 minutes to go.", .part), ("Shorten that by 5 minutes.", .part),
  ])
  func `what is not a duration of the step is told apart`(
    text: String, reason: DurationMention.Reason
  ) {
    #expect(roles(text) == [.none(reason)])
  }

  @Test func `until alone is not a length`() {
    #expect(roles("Bake until golden.") == [])
  }

  @Test(arguments: [
    "Soak overnight in the cellar or just for a few minutes.",
    "Cook on high for 2 hours or on low for 5 hours.",
    "Boil the eggs 6 minutes for soft yolks, 10 minutes for hard ones.",
    "Simmer 40 minutes (for an old hen it may be 3 hours).",
  ])
  func `of two ways the first counts`(text: String) {
    #expect(roles(text) == [.waiting, .none(.alternative)])
  }

  @Test func `the same work done otherwise, or told again, counts once`() {
    #expect(
      roles("Mix for 5 minutes, or knead by hand for 8 minutes.") == [
        .handsOn, .none(.alternative),
      ])
    #expect(
      roles("Let it rise for 2 hours. (It takes about 2 hours here.)") == [
        .waiting, .none(.summary),
      ])
    #expect(roles("Simmer for no longer than 10 minutes.") == [.waiting])
  }

  @Test(arguments: [
    ("Let it rise overnight. This may take 9 to 11 hours when it is cold.", "28800"),
    ("Set a timer for 20 minutes and let the dough rest for 20 minutes.", "1200"),
    ("Bake for 30 minutes. (Note: thicker ones need 45 minutes.)", "1800"),
    ("Chill for 15 minutes; or for up to 1 hour.", "900"),
    ("Roast 20 minutes, then 30 minutes, about 50 minutes total.", "1200 1800"),
    ("Brown the onions for 20 minutes. Fry the meat, 6 minutes total.", "1200 360"),
  ])
  func `what is repeated counts once`(text: String, lengths: String) {
    let counted = DurationText.mentions(in: text).filter(\.counts)
    #expect(counted.map { "\($0.estimate.likely.count)" }.joined(separator: " ") == lengths)
  }

  @Test func `what says when a wait ends is not a second way`() {
    #expect(
      roles("Bake for 20 minutes, or until firm, then cool for 10 minutes.") == [
        .waiting, .waiting,
      ])
  }

  @Test func `each length of a step has its own meaning`() {
    #expect(
      roles("Knead for 10 minutes, then let rise for 1 hour.") == [.handsOn, .waiting])
    #expect(roles("Bake 20 minutes, then 10 minutes more.") == [.waiting, .waiting])
    #expect(roles("Marinate at least 2 hours or overnight.") == [.waiting, .none(.alternative)])
    #expect(
      roles("Simmer 30 minutes. After 10 minutes, add the peas.") == [.waiting, .none(.part)])
    #expect(
      roles("Den Teig 1 Stunde ruhen lassen, dann 10 Minuten kneten.") == [.waiting, .handsOn])
  }

  @Test func `a length for each of two sides counts twice`() {
    #expect(lengths("Sear 3-4 minutes per side.") == ["360-480"])
  }

  @Test(arguments: [
    ("Bake at 350°F.", Temperature(.fahrenheit, lower: 3500, upper: 3500)),
    ("Preheat to 180 °C (350F).", Temperature(.celsius, lower: 1800, upper: 1800)),
    ("Bake at 350 degrees.", Temperature(.fahrenheit, lower: 3500, upper: 3500)),
    ("Auf 200 Grad vorheizen.", Temperature(.celsius, lower: 2000, upper: 2000)),
    ("Roast at 170-190C.", Temperature(.celsius, lower: 1700, upper: 1900)),
    ("Heat to 200℃/Fan 180°C.", Temperature(.celsius, lower: 2000, upper: 2000)),
    ("Gas mark 4.", Temperature(.celsius, lower: 1800, upper: 1800)),
    ("Hornear a 180 ºC.", Temperature(.celsius, lower: 1800, upper: 1800)),
  ])
  func `an oven's temperature is read`(text: String, expected: Temperature) {
    #expect(DurationText.ovenTemperature(in: text) == expected)
  }

  @Test(arguments: [
    "Cook to an internal temperature of 165°F.", "Warm to 30°C.", "Take 350 grams.", "5 C",
  ])
  func `a temperature that is not an oven's is not taken`(text: String) {
    #expect(DurationText.ovenTemperature(in: text) == nil)
  }
}
