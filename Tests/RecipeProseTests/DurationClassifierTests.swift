import KitchenModel
import RecipeProse
import Testing

/// The rules on the words around a length, each with sentences on both of its sides.
@Suite struct DurationClassifierTests {
  private typealias Role = DurationMention.Role

  private func roles(_ text: String) -> [DurationMention.Role] {
    DurationText.mentions(in: text).map(\.role)
  }

  @Test(arguments: [
    "Microwave the cold cream in a mug for 40 seconds.",
    "Air-fry the wedges until golden and crisp, about 9 minutes.",
    "Gemüse putzen, schneiden und 4 Minuten blanchieren.",
    "Unter Rühren mit Wein ablöschen, 6 Minuten köcheln lassen.",
    "Set it on the rack to cool for at 10 minutes.",
    "Continue baking until brown at the rim, about 6 minutes.",
    "Simmer for 12 minutes, stirring often.",
    "Turn the oven up and cook for 3 minutes.",
    "Bring a pot of water to a boil. Cook the peas for 2 minutes.",
    "Bring to a boil, and cook until the lentils are soft, 9 minutes.",
    "Broil until the cheese melts, 2 minutes.",
    "Drop the dumplings into boiling water and cook for 3 minutes.",
    "Put it under a hot grill for 3 minutes.", "Churn the cream in a machine for 20 minutes.",
    "Press the tofu for 20 minutes.", "Die Bohnen in kochendem Wasser 3 Minuten garen.",
    "Bake for 10 minutes, brush them, and roast for a final 3 minutes.",
    "Fry the chicken leg. Roast it for 20 minutes.", "Sæt den på køl i 20 minutter.",
    "Leg de erwten 2 minuten in kokend water.",
    "Process in a water bath for 15 minutes.",
    "Brown the beef, add a cup of cream and simmer for 5 minutes.",
    "Koka ett par minuter.", "Lad dem hvile i mindst en time.",
    "Bake until crisp and brown, this takes about 12 minutes.", "Cook the pasta for 3 minutes.",
    "Come back about 5 hours later and lift it out.",
    "Add the chard. Cover and cook for 2 minutes.",
    "Cover with a damp towel for 10 minutes, then knead.",
    "Sauter les carottes, puis les cuire au micro-ondes 6 minutes.",
    "The overnight dough is cold: warm it at room temperature for 1 hour.",
    "Turn the dough, then give it a 15-minute rest.",
    "While the beans are frying, simmer the sauce for 6 minutes.",
    "Turn the heat down and cover. Cook for 10 minutes.",
    "Toast the nuts in the oven for 8 minutes.",
    "Fermer et attendre 48 h avant de servir.", "10 Minuten warten.",
    "Toast the bread under the broiler for 2 minutes.", "Cuire à 600W pour 2 minutes.",
    "Cook the carrots at 800 watts for 3 minutes.", "Marinate it in an airtight bag for 24 hours.",
    "Bake for 20 minutes. If desired, broil for 2 minutes.",
    "Uncover and roast (stir occasionally) for 40 minutes.",
    "Bring a pan of water to a boil. Add the dumplings and cook for 9 minutes or until soft.",
    "Cover the pan with foil. Cook for 4 minutes.", "Simmer for bout 20 minutes.",
    "Cool 4 minutes before removing it from the tin.",
    "Put a lid on and cook for 12 minutes. Turn off the heat.",
    "When the sugar has melted let it simmer 9 minutes.",
    "Cut out rounds, baked on a tray for 11 minutes.", "Boil for 50 minutes (or more if needed).",
    "Unter Rühren aufkochen lassen und 8 Minuten köcheln lassen.",
    "Passer les croûtons 4 min au four pour les dorer.", "Cozinhe em água fervente por 3 minutos.",
    "Fold it twice, with a 15-minute rest between.",
  ])
  func `what goes on by itself is waiting`(text: String) {
    #expect(roles(text).last == .waiting)
  }

  @Test(arguments: [
    "Cream the butter for 4 minutes.", "Add sugar and cream for 3 minutes.",
    "Deep-fry the dumplings for 4 minutes.",
    "Flip and let them cook for another couple of minutes.",
    "Turn it over and cook for 2 minutes.",
    "Cook, stirring often, for 12 minutes.",
    "Chop the meat as it cooks for 4 minutes.",
    "Do this for about 4 minutes.",
    "Toss the dough to and fro; it rests well. Do this for 2 minutes.",
    "Crumbling the mince, cook until it is grey, 6 minutes.",
    "Cook the grain, adding a ladle at a time and stirring, for 16 minutes.",
    "Roerbak de prei 4 minuten.", "Zwiebeln glasig dünsten, 5 Minuten.", "Bak de ui 5 minuten.",
    "Broil? No: cook the chicken legs in a skillet for 5 minutes.",
    "Let it fry for 30 seconds.",
    "Keep baking it on the griddle and stir constantly for 2 minutes.",
    "Reheat the oil and fry the pieces for 3 minutes.",
    "Melt the butter until foaming and brown the meat for 5 minutes.",
    "Cook the rice in the oil for 2 minutes.",
    "Add the chard and cook for 2 minutes.", "Cook while stirring for about 5 minutes.",
    "Grill or broil 6 minutes on each side.",
    "Cook the eggs for 6 minutes until they scramble.",
    "Wet each leaf for 15 seconds and place it on a board.",
    "Toast the cumin for 2 minutes.", "5 Minuten köcheln, dabei ständig rühren.",
    "Simmer 5 minutes and stir all the time.", "Je Seite 3 Minuten braten.",
    "Dry roast the seeds for 5 minutes.", "Dry-roast the chillies for 4 minutes.",
    "Die Nüsse 4 Minuten anrösten.", "Remover de forma continua durante un par de minutos.",
    "Add the stock, stirring constantly. (This takes 16 minutes.)",
    "Freír 3 minutos por cada lado.", "Von beiden Seiten je 3 Minuten braten.",
  ])
  func `what hands do is hands-on`(text: String) {
    #expect(roles(text) == [.handsOn])
  }

  @Test(arguments: [
    ("Add the corn after 10 minutes.", DurationMention.Reason.part),
    ("Zet de saus na zo'n 15 minuten in de oven.", .part),
    ("Fry the fillets. After 1 minute, turn them.", .part),
    ("Das Fleisch anbraten. Nach ca. 2 Minuten wenden.", .part),
    ("Once the tart has been in the fridge for 30 minutes, slice it.", .part),
    ("During these 4 hours, fold the dough.", .part),
    ("Pendant ces 3 heures, rabattre la pâte.", .part),
    ("Cook the noodles 2 minutes longer than the packet says.", .part),
    ("Cuire les pâtes 1 minute de moins que prévu.", .part),
    ("Fold it three times during the 12-hour rise.", .part),
    ("Preheat the oven 20 minutes before baking.", .moment),
    ("If the dough rests for several hours, it grows sticky.", .condition),
    ("If it isn't firm yet, chill it for an hour.", .condition),
    ("If the middle is not set, microwave it 20 more seconds.", .condition),
    ("Storage: let it thaw on the counter for 30 minutes.", .keeping),
    ("Make ahead: chill the filling for 8 hours.", .keeping),
    ("Leave the cubes to dry until needed (up to 2 days).", .keeping),
    ("At the end of the 10 minutes, the dough is smooth.", .part),
    ("A la fin des 10 minutes, la pâte est lisse.", .part),
    ("Reheat in the oven for 7 minutes.", .keeping),
    ("Agregue el maíz después de 10 minutos.", .part),
    ("Le rôti se garde 4 jours.", .keeping),
    ("By now it should have doubled (takes 2 hours).", .moment),
    ("An hour later, the guests come.", .moment),
    ("Once you are 20 minutes from eating, lay the table.", .moment),
    ("Drain the overnight soaked beans.", .summary),
    ("Overnight oats are best cold.", .summary),
    ("It is best within the first 12 to 24 hours.", .moment),
    ("You may choose to chill the dough for up to six days.", .keeping),
    ("Once they’ve sat for an hour, bake them.", .part),
    ("Store it at room temperature for 24 hours.", .keeping),
    ("Serves 4 in 30 minutes.", .summary), ("Simmer for 5000 hours.", .nonsense),
    ("Ready in 30 minutes!", .summary), ("A 20-minute meal for two.", .summary),
    ("Take them out a minute early.", .moment),
    ("At this point you can also chill it for up to 8 hours.", .keeping),
    ("Stir in the basil 3 minutes before the end.", .moment),
    ("Over the next few hours, fold the dough.", .moment),
    ("Fold it often, with an hour in between.", .interval),
    ("Hold them in a warm oven for up to 20 minutes.", .keeping),
    ("Overnight method", .summary), ("Take the overnight dough.", .summary),
  ])
  func `what is not a duration of the step is told apart`(
    text: String, reason: DurationMention.Reason
  ) {
    #expect(roles(text) == [.none(reason)])
  }

  @Test(arguments: [
    "Sear the tuna 1 minute on each side for rare (2 minutes for medium, 3 minutes for done).",
    "Cook until pink, 2 minutes for small prawns; 4 minutes for large ones; 5 minutes for chicken.",
    "Knead by hand (10 minutes) or by mixer (5 minutes) or by machine (9 minutes).",
    "Fry until brown, 45 seconds per side for holes and 60 seconds per side for rings, or 2 minutes.",
  ])
  func `other cases of the same work count once`(text: String) {
    #expect(roles(text).filter { if case .none = $0 { false } else { true } }.count == 1)
    #expect(roles(text).count == 3)
  }

  @Test(arguments: [
    "Bake for 25 minutes (40 minutes if frozen).", "Bake 25 minutes. (40 minutes for a tall one.)",
    "Steep for at least 12 hours, 24 hours at most.",
    "Boil them for 5 minutes. Another way is to soak them in hot water for 20 minutes.",
    "Bake for 20 minutes. For small ones, bake 12 minutes.",
    "Cook on high for 3 hours, low for 7 hours.",
    "Chill for 5 hours, but it is even better to chill it overnight.",
    "Bake for 25 minutes (or 7 minutes in a microwave).",
    "Cozinhe em água fervente: 2 minutos para os finos e 4 minutos para os largos.",
    "Let it rest for 14 hours; overnight works well.",
    "Boil them for 5 minutes. Alternatively, steam them for 20 minutes.",
  ])
  func `a second way counts for nothing`(text: String) {
    #expect(roles(text) == [.waiting, .none(.alternative)])
  }

  @Test func `what one dough in a hundred needs is not a second wait`() {
    #expect(
      roles("Cover and let it rest for 15 minutes. If it shrinks back, let it rest for 9 minutes.")
        == [.waiting, .none(.condition)])
  }

  @Test func `what some prefer is not a second wait`() {
    #expect(
      roles("Bake for 20 minutes. If preferred steam them for 40 minutes.")
        == [.waiting, .none(.condition)])
  }

  @Test func `a night that a number explains takes the number's length`() {
    #expect(roles("Let it rise overnight, about 10 hours.") == [.none(.summary), .waiting])
    #expect(
      roles("Let it rise overnight until doubled, 9-11 hours.") == [.none(.summary), .waiting])
    #expect(roles("Let it rise overnight or for 9 hours.") == [.waiting, .none(.alternative)])
    #expect(roles("Chill overnight, then bake for 7 hours.") == [.waiting, .waiting])
  }

  @Test func `a heading that the text under it repeats counts once`() {
    #expect(
      roles("Simmer for 30 minutes: Skim the foam. Go on until soft, about 30 minutes.") == [
        .none(.summary), .waiting,
      ])
    #expect(
      roles("Rest (1 hour): Cover it and let it rest for 1 hour.") == [.none(.summary), .waiting])
  }

  @Test func `how to tell the end of a wait is not a wait`() {
    #expect(
      roles("Bake them for 20 minutes. They are done when brown, about 20 minutes.") == [
        .waiting, .none(.summary),
      ])
    #expect(
      roles("Simmer for 90 minutes, looking at it from 60 minutes.") == [.waiting, .none(.part)])
  }

  @Test func `what the sauce needs is not another case`() {
    #expect(
      roles("Bake for 20 minutes. For the sauce, simmer the plums for 10 minutes.") == [
        .waiting, .waiting,
      ])
  }

  @Test func `how long it took the writer is not a second wait`() {
    #expect(
      roles("Proving takes about an hour. In my cellar, about three hours.") == [
        .waiting, .none(.alternative),
      ])
  }

  @Test func `work and waits with an at most each count`() {
    #expect(
      roles("Boil them for 10 minutes, then fry them for 5 minutes at most.") == [
        .waiting, .handsOn,
      ])
  }

  @Test func `a length told again in brackets counts once`() {
    #expect(
      roles("Cover and boil for two minutes. (Yes, only two minutes)") == [
        .waiting, .none(.summary),
      ])
    #expect(
      roles("Bake for 10 minutes, turn (then bake 10 minutes more).") == [.waiting, .waiting])
    #expect(roles("Boil for 2 minutes (or fry for 2 minutes).") == [.waiting, .none(.alternative)])
  }

  @Test(arguments: [
    "Bake for 10 minutes. (Bake for 12 minutes if the dish is of glass.)",
    "Mettre au frais 5 heures (une nuit de préférence).",
    "Chill for 2 hours (or better overnight).", "Marinate for 2 hours (6 hours recommended).",
    "Mijoter 40 minutes. Au bout de 15 minutes ajouter le sel.",
    "Mijoter 2 heures. Au bout d'une heure ajouter le sel.",
  ])
  func `what would be better, and a while of what was said, counts for nothing`(text: String) {
    #expect(DurationText.mentions(in: text).map(\.counts) == [true, false])
  }
}
