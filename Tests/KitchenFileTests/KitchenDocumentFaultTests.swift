import KitchenFile
import KitchenModel
import Testing

struct KitchenDocumentFaultTests {
  /// Files beside what is said of them; compared exactly.
  private static let said: [(String, String)] = [
    (
      "",
      "k.yaml:1:1 | The file is empty. | Write a kitchen file as the examples show: dishes with their steps."
    ),
    (
      "# nothing\n",
      "k.yaml:1:1 | The file is empty. | Write a kitchen file as the examples show: dishes with their steps."
    ),
    (
      "{}",
      "k.yaml:1:1 | The file has no kitchen, dishes or meals. | Write a kitchen file as the examples show: dishes with their steps."
    ),
    (
      "just text",
      "k.yaml:1:1 | A kitchen file has keys with values; this file holds \"just text\". | Write a kitchen file as the examples show: dishes with their steps."
    ),
    (
      "dishes:\n  - name: Tea\n    wating: 3m\n",
      "k.yaml:3:5 | Unknown key \"wating\" in a dish. | Did you mean \"waiting\"?"
    ),
    (
      "{\"dishes\": [\n  {\"name\": \"Tea\", \"wating\": 3}]}",
      "k.yaml:2:19 | Unknown key \"wating\" in a dish. | Did you mean \"waiting\"?"
    ),
    (
      "dishs: []",
      "k.yaml:1:1 | Unknown key \"dishs\" in a kitchen file. | Did you mean \"dishes\"?"
    ),
    (
      "name: Tea",
      "k.yaml:1:1 | Unknown key \"name\" in a kitchen file. | A dish goes into the list \"dishes\"."
    ),
    (
      "dishes: [{name: Tea, waiting: 3, uses: {burner: 1}}]",
      "k.yaml:1:34 | Unknown key \"uses\" in a dish. | It belongs to a step; write the dish's \"steps\" as a list."
    ),
    (
      "dishes: 3",
      "k.yaml:1:9 | \"dishes\" cannot be \"3\". | Write a list in brackets, as in [a, b]."
    ),
    (
      "dishes: [Tea]",
      "k.yaml:1:10 | A dish cannot be \"Tea\". | Write its keys: name, blocking, waiting, steps, …."
    ),
    ("dishes: [{waiting: 3m}]", "k.yaml:1:10 | A dish has no name. | Add one, as in name: Pasta."),
    (
      "dishes: [{name: true, waiting: 3m}]",
      "k.yaml:1:17 | \"name\" cannot be \"true\". | Write text, in quotation marks if need be."
    ),
    (
      "dishes: [{name: [a], waiting: 3m}]",
      "k.yaml:1:17 | \"name\" cannot be a list. | Write text, in quotation marks if need be."
    ),
    (
      "dishes: [{name: a/b, waiting: 3m}]",
      "k.yaml:1:17 | The name \"a/b\" contains \"/\". | \"/\" and \":\" separate dishes from steps and servings; leave them out."
    ),
    (
      "dishes: [{name: Tea}]",
      "k.yaml:1:17 | The dish \"Tea\" has no steps. | Give it blocking or waiting with a duration, or a list of steps."
    ),
    (
      "dishes: [{name: Tea, steps: []}]",
      "k.yaml:1:17 | The dish \"Tea\" has no steps. | Give it blocking or waiting with a duration, or a list of steps."
    ),
    (
      "dishes: [{name: Tea, waiting: 0m}]",
      "k.yaml:1:17 | The dish \"Tea\" has no steps. | Give it blocking or waiting with a duration, or a list of steps."
    ),
    (
      "dishes: [{name: Tea, waiting: 10 minuts}]",
      "k.yaml:1:31 | \"10 minuts\" is not a duration. | Did you mean \"10 minutes\"?"
    ),
    (
      "dishes: [{name: Tea, waiting: }]",
      "k.yaml:1:31 | A duration is missing. | Write minutes (90) or units: 45s, 10m, 1h30m, 1:30 (h:mm), 2d, PT1H30M."
    ),
    (
      "dishes: [{name: Tea, waiting: {likely: 5, max: 4}}]",
      "k.yaml:1:31 | The estimate has its ends the wrong way round. | Keep min ≤ likely ≤ max."
    ),
    (
      "dishes: [{name: Tea, waiting: 3, steps: [{waiting: 3}]}]",
      "k.yaml:1:22 | The dish \"Tea\" has both \"waiting\" and \"steps\". | Move \"waiting\" into a step."
    ),
    (
      "dishes:\n  - {name: Tea, waiting: 3}\n  - {name: TEA, waiting: 3}",
      "k.yaml:3:12 | The dish \"TEA\" is listed twice. | Give each dish a different name."
    ),
    (
      "dishes: [{name: Tea, waiting: 3}]\nmeals: [{name: tea, dishes: [Tea]}]",
      "k.yaml:2:9 | A dish and a meal are both called \"tea\". | Rename one of them."
    ),
    (
      "meals: [{name: five, dishes: []}]",
      "k.yaml:1:9 | The meal \"five\" has no dishes. | List its dishes, as in dishes: [Pasta]."
    ),
    (
      "dishes: [{name: Tea, steps: [{id: a, waiting: 3}, {id: A, waiting: 3}]}]",
      "k.yaml:1:56 | The step \"A\" is listed twice. | Give each step a different name."
    ),
    (
      "dishes: [{name: Tea, steps: [{id: boil, waiting: 3}, {id: b, waiting: 3, after: [biol]}]}]",
      "k.yaml:1:82 | \"Tea\" has no step \"biol\". | Did you mean \"boil\"?"
    ),
    (
      "dishes: [{name: Tea, steps: [{id: a, waiting: 3, after: [b]}, {id: b, waiting: 3}]}]",
      "k.yaml:1:35 | No schedule keeps the order a → b → a. | Take one of the steps' \"after\" out, or loosen its \"min\" and \"max\"."
    ),
    (
      "dishes: [{name: Tea, steps: [{id: a}]}]",
      "k.yaml:1:30 | A step has no duration. | Say how long it takes with blocking or waiting."
    ),
    (
      "dishes: [{name: Tea, steps: [{options: [{uses: {oven: 1}}]}]}]",
      "k.yaml:1:41 | An option has no duration. | Say how long it takes with blocking or waiting."
    ),
    (
      "dishes: [{name: Tea, steps: [{blocking: 1, waiting: 1}]}]",
      "k.yaml:1:41 | A step is both blocking and waiting. | Make two steps of it, or keep one of them."
    ),
    (
      "dishes: [{name: Tea, steps: [{options: [{waiting: 1}], uses: {oven: 1}}]}]",
      "k.yaml:1:56 | \"uses\" stands beside \"options\". | Write it inside each option that needs it."
    ),
    (
      "dishes: [{name: Tea, steps: [{waiting: 1, temperature: 180}]}]",
      "k.yaml:1:56 | The temperature \"180\" has no unit. | Add C or F, as in 180C."
    ),
    (
      "dishes: [{name: Tea, steps: [{waiting: 1, uses: [oven]}]}]",
      "k.yaml:1:49 | \"uses\" cannot be a list. | Write each with its units, as in uses: {oven: 1}."
    ),
    (
      "dishes: [{name: Tea, steps: [{waiting: 1, startsItself: yes}]}]",
      "k.yaml:1:57 | \"startsItself\" cannot be \"yes\". | Write true or false."
    ),
    (
      "dishes: [{name: Tea, steps: [{waiting: 1, keeps: forever}]}]",
      "k.yaml:1:50 | \"keeps\" cannot be \"forever\". | Write a duration such as 20m, true for no limit, or false for not at all."
    ),
    (
      "dishes: [{name: Tea, steps: [{waiting: 1, keeps: 20 minuts}]}]",
      "k.yaml:1:50 | \"20 minuts\" is not a duration. | Did you mean \"20 minutes\"?"
    ),
    (
      "dishes: [{name: Tea, steps: [{waiting: 1, keeps: -5m}]}]",
      "k.yaml:1:50 | The duration \"-5m\" is negative. | Only the distance between two steps may be negative."
    ),
    (
      "dishes: [{name: Tea, steps: [{waiting: 1, keeps: [1m]}]}]",
      "k.yaml:1:50 | \"keeps\" cannot be a list. | Write a single value."
    ),
    (
      "dishes: [{name: Tea, steps: [{waiting: 1, kepes: 1m}]}]",
      "k.yaml:1:43 | Unknown key \"kepes\" in a step. | Did you mean \"keeps\"?"
    ),
    (
      "dishes: [{name: Tea, waiting: 1, keeps: true}]",
      "k.yaml:1:34 | Unknown key \"keeps\" in a dish. | It belongs to a step; write the dish's \"steps\" as a list."
    ),
    (
      "dishes: [{name: Tea, steps: [{options: [{waiting: 1, keeps: true}]}]}]",
      "k.yaml:1:54 | Unknown key \"keeps\" in an option. | It belongs to the step, beside \"options\"."
    ),
    (
      "kitchen: {equipment: {oven: {heat: heat}}}",
      "k.yaml:1:36 | \"heat\" cannot be \"heat\". | Did you mean \"heats\"?"
    ),
    (
      "kitchen: {equipment: {oven: {heat: true}}}",
      "k.yaml:1:36 | \"heat\" cannot be \"true\". | Write heats, chills or none."
    ),
    (
      "kitchen: {equipment: {oven: {head: chills}}}",
      "k.yaml:1:30 | Unknown key \"head\" in equipment. | Did you mean \"heat\"?"
    ),
    (
      "kitchen: {cooks: 0}",
      "k.yaml:1:18 | The number of cooks cannot be 0. | Write a whole number from 1."
    ),
    (
      "kitchen: {equipment: {oven: -1}}",
      "k.yaml:1:23 | The count of \"oven\" cannot be -1. | Write a whole number from 1."
    ),
    (
      "kitchen: {equipment: {oven: 1.5}}",
      "k.yaml:1:29 | \"oven\" cannot be \"1.5\". | Write a whole number from 1."
    ),
    (
      "kitchen: {equipment: {oven: 1}}\ndishes: [{name: Tea, steps: [{waiting: 1, uses: {ovne: 1}}]}]",
      "k.yaml:2:50 | The kitchen has no \"ovne\". | Did you mean \"oven\"?"
    ),
    (
      "kitchen: {cooks: [Ana]}\ndishes: [{name: Tea, steps: [{blocking: 1, cook: Anna}]}]",
      "k.yaml:2:50 | There is no cook \"Anna\". | Did you mean \"Ana\"?"
    ),
    (
      "kitchen: {away: [{cook: cook 1, from: 2026-11-26 18:00, to: 2026-11-26 17:00}]}",
      "k.yaml:1:18 | The time from 2026-11-26 18:00 to 2026-11-26 17:00 ends before it begins."
        + " | Write the earlier time first."
    ),
    (
      "dishes:\n  - name: Tea\n    waiting: 3m\n    name: Tee\n",
      "k.yaml:2:5 | The key \"name\" comes twice. | Keep one of them."
    ),
    (
      "{\"dishes\": [], \"dishes\": []}",
      "k.yaml:1:16 | The key \"dishes\" comes twice. | Keep one of them."
    ),
    (
      "{\"dishes\": [}",
      "k.yaml:1:13 | Expected a value, found \"}\". | A file that begins with { is read as JSON."
    ),
    (
      "{\"dishes\": [",
      "k.yaml:1:13 | Expected a value, found the end of the file. | A file that begins with { is read as JSON."
    ),
    (
      "a: &x 1\nb: *x",
      "k.yaml:1:4 | Anchors are not read. | Write the value out where the alias stands."
    ),
    (
      "a: *x",
      "k.yaml:1:4 | This is not YAML: found undefined alias. | Write the value out where the alias stands."
    ),
    (
      "dishes: !!binary aGk=",
      "k.yaml:1:9 | The tag \"tag:yaml.org,2002:binary\" is not read. | Leave it out."
    ),
    (
      "dishes: []\n---\ndishes: []\n",
      "k.yaml:2:1 | A second document begins. | Keep one kitchen per file; remove the ---."
    ),
    ("? [a]\n: 1\n", "k.yaml:1:3 | A key cannot be a list. | Write a word as the key."),
    (
      "dishes: [\n",
      "k.yaml:2:1 | This is not YAML: did not find expected node content. | Check the indentation, and put text with : or # or quotation marks in quotes."
    ),
  ]

  @Test(arguments: said)
  func `a fault is said with its place and a hint`(text: String, expected: String) {
    #expect(fault(text) == expected)
  }

  @Test func `what is not text is refused`() {
    for bytes: [UInt8] in [[0x7F, 0x45, 0x4C, 0x46, 0, 1], [0xFF, 0xFE, 0x41], [0xC3, 0x28]] {
      let diagnostic = #expect(throws: Diagnostic.self) {
        try KitchenDocument.read(bytes, named: "k.yaml")
      }
      #expect(
        diagnostic.map(line) == "k.yaml | The file is not text in UTF-8. | "
          + "Is it a kitchen file? Save it as UTF-8, if so.")
    }
  }

  @Test func `a file of fifty megabytes is refused unread`() {
    let diagnostic = #expect(throws: Diagnostic.self) {
      try KitchenDocument.read(repeatElement(UInt8(ascii: "a"), count: 50_000_000), named: "k.yaml")
    }
    #expect(diagnostic?.message == "The file is larger than 10 MB.")
  }

  @Test(arguments: ["[", "{a: ", "- ", "{\"a\": "])
  func `nesting is bounded`(opening: String) {
    for count in [65, 999, 100_000] {
      #expect(fault(String(repeating: opening, count: count)).hasPrefix("k.yaml:"))
    }
    #expect(
      fault("{\"dishes\": " + String(repeating: "[", count: 100_000))
        .contains("Values nest more than 64 deep."))
  }

  @Test func `aliases cannot multiply`() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1..<40 {
      text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    #expect(fault(text).contains("Aliases are not read."))
    let keys = text + "? *a39\n: 1\n"
    #expect(fault(keys).contains("Aliases are not read."))
  }

  @Test func `prose with stars and ampersands is not an alias`() throws {
    let stars = String(repeating: "a *b* & c &d *e ", count: 20)
    let document = try read("dishes: [{name: Tea, waiting: 3, notes: \(stars)}]")
    #expect(document.dishes[0].notes?.count == stars.count - 1)
  }
}
