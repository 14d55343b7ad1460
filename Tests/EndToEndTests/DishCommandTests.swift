import Foundation
import TestSupport
import Testing

/// `souschef dish`.
struct DishCommandTests {
  @Test func `a dish needs no more than a name and a time`() throws {
    let kitchen = try Kitchenette()
    #expect(
      try kitchen.does("dish", "add", "pasta", "--waiting", "10m").lines == [
        "Added pasta.", "1. pasta: 10 min waiting",
      ])
    #expect(
      try kitchen.does("dish", "list").lines == [
        "dish   steps  waiting", "pasta      1   10 min",
      ])
  }

  @Test func `steps are written in plain words, and what was understood is shown`() throws {
    let kitchen = try Kitchenette()
    let added = try kitchen.does(
      "dish", "add", "Green beans", "--step", "top and tail 5m", "--step", "boil beans 5m @hob",
      "--step", "hands-on 3 min: Toss in butter")
    #expect(
      added.lines == [
        "Added Green beans.", "1. Top and tail: 5 min hands-on",
        "2. Boil beans: 5 min waiting; hob",
        "3. Toss in butter: 3 min hands-on",
      ])
    #expect(
      added.errors.contains(
        "note: Guessed from the words: Top and tail (hands-on), Boil beans (waiting)."))
    // The kitchen's burners are its hob.
    #expect(try kitchen.does("plan", "Green beans").output.contains("burner"))
  }

  @Test func `steps come as text, on the command line or from standard input`() throws {
    let kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "Crumble", "--text", "peel apples 12m; bake 40m @oven 180C")
    let piped = try kitchen.souschef(
      ["dish", "add", "Pie", "-"], input: "1. peel apples 12m\n\n- bake 40m @oven 180C\n")
    #expect(piped.code == 0)
    #expect(
      try kitchen.does("dish", "show", "Pie").lines.dropFirst()
        == kitchen.does("dish", "show", "Crumble").lines.dropFirst())
    let refused = try kitchen.souschef(["dish", "add", "Tart", "-"], input: "roll 5m\nbake\n")
    #expect(refused.code == 64)
    #expect(refused.errors.contains("standard input:2: How long does \"bake\" take?"))
    try kitchen.refuses(
      "dish", "add", "Tart", "-", code: 64,
      saying:
        "souschef: Standard input has no steps.\nHint: Write one per line: chop onions 5m\n")
    #expect(try kitchen.does("dish", "list", "--json").json([Any].self).count == 2)
  }

  @Test func `one step is changed, added or taken out`() throws {
    let kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "Crumble", "--text", "peel 12m; bake 40m @oven; cool 10m")
    let changed = try kitchen.does("dish", "edit", "Crumble", "--step", "2", "bake 45m @oven 190C")
    #expect(changed.lines[2] == "2. Bake: 45 min waiting; oven, 190C")
    let longer = try kitchen.does("dish", "edit", "Crumble", "--step", "bake", "50m")
    #expect(longer.lines[2] == "2. Bake: 50 min waiting; oven, 190C")
    let lost = try kitchen.does("dish", "edit", "Crumble", "--step", "bake 45m", "--dry-run")
    #expect(lost.errors.contains("souschef: warning: All 3 steps were replaced by 1.\n"))
    try kitchen.does("dish", "edit", "Crumble", "--remove-step", "cool", "--add-step", "dust 1m")
    #expect(
      try kitchen.does("dish", "show", "Crumble", "--json").output.contains("\"step\": \"dust\""))
    try kitchen.refuses(
      "dish", "edit", "Crumble", "--remove-step", "bakke", code: 1,
      saying: "souschef: \"Crumble\" has no step \"bakke\".\nHint: Did you mean \"bake\"?\n")
    try kitchen.refuses(
      "dish", "edit", "Crumble", "bake 45m", code: 64,
      saying: """
        souschef: Which step is "bake 45m" for?
        Hint: Name the step by its number or title: --step 3 "bake 45m"

        """)
  }

  @Test func `without options it asks for name and steps`() throws {
    let kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "Soup", "--waiting", "5m")
    let (screen, code) = try kitchen.converse(
      "dish", "add", typing: "soup\nLeek soup\nchop leeks\nchop leeks 5m\nsimmer 20m\n\n")
    #expect(code == 0)
    #expect(screen.contains("How long does \"chop leeks\" take?"))
    #expect(screen.contains("   Simmer: 20 min waiting; burner"))
    #expect(screen.contains("There is already a dish named \"Soup\"."))
    #expect(screen.contains("Added Leek soup.\n1. Chop leeks: 5 min hands-on\n"))
  }

  @Test func `every option of a dish is stored`() throws {
    let kitchen = try Kitchenette()
    try kitchen.does(
      "dish", "add", "Gratin", "--step", "blocking 15m: Peel", "--step",
      "waiting 50m @oven 180C keeps 20m: Bake", "--step", "waiting 5-10m @burner*2", "--keeps",
      "Peel=true", "--tag", "side", "--tag",
      "winter", "--serve", "any", "--servings", "4", "--ingredient", "800 g potatoes",
      "--ingredient", "300 ml cream", "--hold-max", "15m", "--serve-offset", "1:30", "--says-start",
      "Peel!", "--says-finish", "Done.", "--notes", "Grandmother's")
    try Golden.expect(
      try kitchen.does("dish", "show", "gratin", "--json").output, named: "dish/gratin.json")
    try Golden.expect(try kitchen.does("dish", "show", "gratin").output, named: "dish/gratin.txt")
  }

  @Test func `how long a step's food keeps is said of a stored dish, and undone`() throws {
    let kitchen = try Kitchenette()
    try kitchen.does(
      "dish", "add", "Pasta", "--step", "waiting 10m @burner: Boil", "--step",
      "blocking 2m: Drain")
    try kitchen.does("dish", "edit", "Pasta", "--keeps", "BOIL=90s", "--keeps", "drain=false")
    let exported = try kitchen.does("export", "Pasta").output
    #expect(exported.contains("keeps: 1m30s") && exported.contains("keeps: false"))
    try kitchen.refuses(
      "dish", "edit", "Pasta", "--keeps", "boli=1m", code: 1,
      saying: "souschef: \"Pasta\" has no step \"boli\".\nHint: Did you mean \"boil\"?\n")
    try kitchen.refuses(
      "dish", "edit", "Pasta", "--keeps", "boil=long", code: 64,
      saying: """
        souschef: --keeps: "keeps" cannot be "long".
        Hint: Write a duration such as 20m, true for no limit, or false for not at all.

        """)
    try kitchen.refuses(
      "dish", "edit", "Pasta", "--keeps", "2m", code: 64,
      saying: """
        souschef: --keeps: "2m" does not name a step and a duration.
        Hint: For example: --keeps boil=2m

        """)
    #expect(try kitchen.does("export", "Pasta").output == exported)
    try kitchen.does("undo")
    #expect(try !kitchen.does("export", "Pasta").output.contains("keeps"))
  }

  @Test func `a plain dish has the keys of the documented example in its order`() throws {
    let kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "Pasta", "--waiting", "10m")
    let text = try kitchen.does("dish", "list", "--json").output
    let keys = [
      "format", "name", "servings", "serve", "tags", "steps", "step", "title", "kind", "minSeconds",
      "likelySeconds", "maxSeconds", "uses", "after",
    ]
    let places = try keys.map { try #require(text.range(of: "\"\($0)\":")?.lowerBound, "\($0)") }
    #expect(places == places.sorted())
  }

  @Test func `a list can be of one tag in any case`() throws {
    let kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "Slaw", "--blocking", "5m", "--tag", "Side")
    try kitchen.does("dish", "add", "Roast", "--waiting", "1h")
    let listed = try kitchen.does("dish", "list", "--tag", "side", "--json")
      .json([[String: Any]].self)
    #expect(listed.map { $0["name"] as? String } == ["Slaw"])
  }

  @Test func `looking takes the beginning of a name, changing takes all of it`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    #expect(try kitchen.does("dish", "show", "PAS").lines.first == "Pasta")
    try kitchen.refuses(
      "dish", "edit", "pas", "--waiting", "1m", code: 1,
      saying: "souschef: No dish named \"pas\".\nHint: Did you mean \"Pasta\"?\n")
    try kitchen.refuses(
      "dish", "show", "pasat", code: 1,
      saying: "souschef: No dish named \"pasat\".\nHint: Did you mean \"Pasta\"?\n")
    try kitchen.does("dish", "add", "Pastry", "--waiting", "1m")
    try kitchen.refuses(
      "dish", "show", "past", code: 1,
      saying: "souschef: \"past\" could be \"Pasta\", \"Pastry\".\n"
        + "Hint: Type a little more of the name.\n")
  }

  @Test func `names are the same in any case and any Unicode form`() throws {
    let kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "Cre\u{300}me Bru\u{302}le\u{301}e", "--waiting", "1h")
    #expect(try kitchen.does("dish", "show", "CRÈME BRÛLÉE").code == 0)
    try kitchen.refuses(
      "dish", "add", "crème brûlée", "--waiting", "1m", code: 1,
      saying: """
        souschef: There is already a dish named "Crème Brûlée".
        Hint: Choose another name, or change that one with `souschef dish edit "Crème Brûlée"`.

        """.replacing("Crème Brûlée", with: "Cre\u{300}me Bru\u{302}le\u{301}e"))
  }

  @Test func `a time goes to the only step of its kind`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    try kitchen.does("dish", "edit", "Pasta", "--waiting", "12m")
    #expect(
      try kitchen.does("dish", "show", "Pasta").output.contains(
        "waiting  Pasta  waiting  12 min  burner"))
    try kitchen.refuses(
      "dish", "edit", "Pasta", "--blocking", "1m", code: 64,
      saying: """
        souschef: --blocking: "Pasta" has no blocking step.
        Hint: Write all steps again with --step, or edit it without options.

        """)
  }

  @Test func `a rename carries the meals along`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    #expect(
      try kitchen.does("dish", "rename", "pasta", "Spaghetti").lines == [
        "Renamed Pasta to Spaghetti."
      ])
    #expect(try kitchen.does("meal", "show", "lunch").output.contains("- Spaghetti\n"))
  }

  @Test func `a dish of a meal is removed only by force`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    try kitchen.refuses(
      "dish", "remove", "Pasta", code: 1,
      saying: """
        souschef: The dish "Pasta" is in the meal "lunch".
        Hint: --force takes it out of them, and removes a meal that has nothing else.

        """)
    try kitchen.does("dish", "remove", "Pasta", "--force")
    #expect(
      try kitchen.does("meal", "show", "lunch").lines == ["lunch", "- Meatloaf", "- Avocado"])
  }

  @Test(arguments: [
    (["add", "Soup", "--waiting", "5m"], "Would have added Soup. Nothing was changed."),
    (["edit", "Pasta", "--waiting", "5m"], "Would have changed Pasta. Nothing was changed."),
    (["rename", "Pasta", "Pici"], "Would have renamed Pasta to Pici. Nothing was changed."),
    (["remove", "Pasta", "--force"], "Would have removed Pasta. Nothing was changed."),
  ])
  func `a dry run says what would be and changes nothing`(arguments: [String], said: String) throws
  {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let before = try kitchen.databaseBytes()
    let finished = try kitchen.souschef(["dish"] + arguments + ["--dry-run"])
    #expect(finished.code == 0)
    #expect(finished.lines.first == said)
    #expect(try kitchen.databaseBytes() == before)
  }

  @Test func `the editor gets the dish as YAML and what it saves is stored`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let edited = try kitchen.souschef(
      ["dish", "edit", "Avocado"], environment: ["EDITOR": "sed -i s/2m/4m/"])
    #expect(edited.lines == ["Changed Avocado.", "1. Avocado: 4 min hands-on"])
    #expect(try kitchen.does("dish", "show", "Avocado").output.contains("4 min"))
    let failed = try kitchen.souschef(
      ["dish", "edit", "Avocado"], environment: ["EDITOR": "sed -i s/4m/x/"])
    #expect(failed.code == 65)
    let missing = try kitchen.souschef(
      ["dish", "edit", "Avocado"], environment: ["EDITOR": "no-such-editor -w"])
    #expect(
      missing.errors == "souschef: The editor \"no-such-editor -w\" could not be started.\n"
        + "Hint: Nothing was changed. Set EDITOR to a program that is installed, such as nano.\n")
    let idle = try kitchen.souschef(["dish", "edit", "Avocado"], environment: ["EDITOR": "true"])
    #expect(idle.code == 1)
    #expect(
      idle.errors == "souschef: Nothing was edited.\nHint: Save in the editor to change the dish.\n"
    )
    #expect(try kitchen.souschef("dish", "edit", "Avocado").code == 64)
  }
}
