import Foundation
import TestSupport
import Testing

/// `souschef import` and `souschef export`.
struct ImportExportTests {
  /// A kitchen file with everything that one can hold.
  static let everything = """
    kitchen:
      cooks: [Ana, Ben]
      equipment:
        burner: 4
        oven: {count: 2, slots: 3, preheat: 10m}
        "stand mixer": {count: 1, heat: none}
        cellar: {heat: chills}
      away:
        - {cook: Ana, from: 17:00, to: 17:20}
        - {cook: Ben, from: 2026-11-26 18:30, to: 2026-11-26 19:00}
    dishes:
      - name: "Ragù, \\"alla\\" #1"
        servings: 4
        serve: any
        tags: [main, "yes", "12"]
        notes: "two\\nlines: and a # sign"
        ingredients: ["800 g beef", "- salt", "null"]
        says: {start: "Here we go.", finish: "Done: enjoy!"}
        notBefore: 16:00
        notAfter: 2026-11-26 21:00
        steps:
          - {id: chop, title: "Chop: fine", blocking: 10-15m, cooks: 2, keeps: true}
          - {id: sear, blocking: {min: 5m, likely: 6m, max: 10m}, cook: Ana, uses: {burner: 2}}
          - id: simmer
            title: Simmer
            waiting: 3h
            uses: {burner: 1}
            startsItself: true
            after: [{step: sear, min: 0s, max: 5m}, {step: chop, from: start, min: -5m}]
          - {id: rest, waiting: 45s, after: [{step: simmer, min: null, max: 1h}], notBefore: 18:00}
      - name: Gratin
        holdMax: 15m
        serveOffset: 20m
        steps:
          - {id: bake, title: Bake, waiting: 50m, uses: {oven: 1}, temperature: 170-190C, keeps: 20m}
          - {id: brown, waiting: 5m, uses: {oven: 1}, temperature: 350F, after: [bake]}
          - id: butter
            title: Melt the butter
            after: []
            keeps: false
            options:
              - {waiting: 3m, uses: {"stand mixer": 1}, startsItself: true}
              - {blocking: 5m, uses: {burner: 1}, cook: Ben}
          - {id: plate, blocking: 2m, after: ["Tea/waiting", {step: "butter", max: 1d}]}
      - {name: Tea, blocking: 30s, waiting: 4m}
    meals:
      - {name: dinner, dishes: [Gratin, Tea, Gratin]}
    """

  @Test func `everything that a file can hold comes back the same from a new database`() throws {
    let (first, second) = (try Kitchenette(), try Kitchenette())
    try first.write(Self.everything, to: "all.yaml")
    try first.does("import", "all.yaml", "--kitchen")
    let text = try first.does("export").output
    try second.write(text, to: "all.yaml")
    try second.does("import", "all.yaml", "--kitchen")
    #expect(try second.does("export").output == text)
    #expect(
      try second.does("import", "all.yaml").lines == [
        "Nothing to do: everything is already stored."
      ])
    try Golden.expect(text, named: "export/everything.yaml")
  }

  @Test func `the same file as JSON is the same`() throws {
    let (yaml, json) = (try Kitchenette(), try Kitchenette())
    try yaml.write("dishes:\n  - {name: Tea, blocking: 30s, waiting: 4m}\n", to: "tea.yaml")
    try json.write(
      "{\"dishes\": [{\"name\": \"Tea\", \"blocking\": \"30s\", \"waiting\": \"4m\"}]}",
      to: "tea.json")
    try yaml.does("import", "tea.yaml")
    try json.does("import", "tea.json")
    #expect(try yaml.does("export").output == json.does("export").output)
  }

  @Test func `a changed dish asks before it is replaced`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write("dishes:\n  - {name: Tea, waiting: 4m}\n", to: "tea.yaml")
    try kitchen.does("import", "tea.yaml")
    try kitchen.write("dishes:\n  - {name: Tea, waiting: 5m}\n", to: "tea.yaml")
    try kitchen.refuses(
      "import", "tea.yaml", code: 1,
      saying: """
        souschef: The dish "Tea" is already stored and differs from the one in "tea.yaml".
        Hint: Replace what is stored: --replace. `souschef undo` takes that back.

        """)
    let rehearsed = try kitchen.does("import", "tea.yaml", "--replace", "--dry-run")
    #expect(rehearsed.output.contains("Tea"))
    #expect(try kitchen.does("dish", "show", "Tea").output.contains("4 min"))
    try kitchen.does("import", "tea.yaml", "--replace")
    #expect(try kitchen.does("dish", "show", "Tea").output.contains("5 min"))
    try kitchen.does("undo")
    #expect(try kitchen.does("dish", "show", "Tea").output.contains("4 min"))
  }

  @Test func `a file's kitchen is left unless it is asked for`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write(
      "kitchen: {cooks: 3}\ndishes:\n  - {name: Tea, waiting: 4m}\n", to: "tea.yaml")
    let left = try kitchen.does("import", "tea.yaml")
    #expect(left.errors.hasPrefix("souschef: note: The kitchen in \"tea.yaml\""))
    #expect(try kitchen.does("kitchen", "show", "--json").json()["cooks"] as? Int == 1)
    try kitchen.does("import", "tea.yaml", "--kitchen")
    #expect(try kitchen.does("kitchen", "show", "--json").json()["cooks"] as? Int == 3)
  }

  @Test func `a folder and standard input are read`() throws {
    let kitchen = try Kitchenette()
    try FileManager.default.createDirectory(
      at: kitchen.folder.appending(path: "recipes"), withIntermediateDirectories: false)
    try kitchen.write("dishes:\n  - {name: Tea, waiting: 4m}\n", to: "recipes/tea.yml")
    try kitchen.write("dishes:\n  - {name: Egg, waiting: 6m}\n", to: "recipes/egg.yaml")
    #expect(try kitchen.does("import", "recipes").lines == ["Added Egg, Tea."])
    let piped = try kitchen.souschef(
      "import", "-", input: "dishes:\n  - {name: Toast, waiting: 2m}\n")
    #expect(piped.lines == ["Added Toast."])
  }

  @Test func `names choose what is exported, and a file is written whole or not at all`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    try kitchen.does("export", "Avocado", "--output", "avocado.yaml")
    let text = try String(
      contentsOf: kitchen.folder.appending(path: "avocado.yaml"), encoding: .utf8)
    #expect(text.contains("Avocado") && !text.contains("Pasta"))
    let failed = try kitchen.souschef("export", "--output", "no/such/folder.yaml")
    #expect(failed.code == 73)
    #expect(try kitchen.souschef("export", "Nothing").code == 1)
  }
}
