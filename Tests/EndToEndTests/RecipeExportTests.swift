import Foundation
import Testing

/// `souschef export --format cook`: what Cooklang holds comes back, what it does not is said.
struct RecipeExportTests {
  @Test func `a dish comes back from Cooklang`() throws {
    let (first, second) = (try Kitchenette(), try Kitchenette())
    try first.write(RecipeImportTests.soup, to: "soup.cook")
    try first.souschef("import", "soup.cook", "--yes")
    let exported = try first.souschef("export", "Leek soup", "--format", "cook")
    #expect(exported.code == 0)
    #expect(exported.errors == "")
    try second.write(exported.output, to: "soup.cook")
    try second.souschef("import", "soup.cook", "--yes")
    #expect(
      try second.does("export", "Leek soup").output == first.does("export", "Leek soup").output)
  }

  @Test func `what Cooklang cannot hold is said`() throws {
    let kitchen = try Kitchenette()
    try kitchen.does(
      "dish", "add", "Gratin", "--step", "blocking 15m: Peel and slice", "--step",
      "waiting 50m @oven 180C keeps 20m: Bake", "--hold-max", "10m", "--says-start", "Here we go.")
    let exported = try kitchen.souschef("export", "Gratin", "--format", "cook")
    #expect(
      exported.output == """
        ---
        title: "Gratin"
        ---

        Peel and slice for 15 minutes.

        Bake in the #oven{} at 180°C for ~{50%minutes}.

        """)
    #expect(
      exported.errors == """
        souschef: note: Cooklang does not give back all of "Gratin": holdMax, says, how its steps \
        are called, how long things keep.
        Hint: A kitchen file keeps it: --format yaml.

        """)
  }

  @Test func `several dishes go to a folder, a file each`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    #expect(try kitchen.souschef("export", "--format", "cook").code == 64)
    try FileManager.default.createDirectory(
      at: kitchen.folder.appending(path: "out"), withIntermediateDirectories: false)
    let done = try kitchen.souschef("export", "--format", "cook", "--output", "out")
    #expect(done.code == 0)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: kitchen.folder.appending(path: "out").path())
    #expect(names.sorted() == ["Avocado.cook", "Meatloaf.cook", "Pasta.cook"])
  }

  @Test(arguments: HostileNames.all)
  func `a hostile name goes through every format`(name: String) throws {
    let (first, second) = (try Kitchenette(), try Kitchenette())
    try first.does("dish", "add", "--waiting", "10m", "--notes", name, "--tag", name, "--", name)
    for (format, ending) in [("yaml", "yaml"), ("json", "json"), ("cook", "cook")] {
      let file = "all.\(ending)"
      try second.write(
        try first.souschef(["export", "--format", format, "--", name]).output, to: file)
      let read = try second.souschef("import", file, "--dry-run", "--json")
      #expect(read.code == 0)
      #expect(try read.json()["added"] as? [String] == [name])
    }
  }
}

/// Names that something in every format could take for something else.
enum HostileNames {
  static let all = [
    "title rice", "=1+1", "<script>alert(1)</script>".replacing("/", with: "|"), "a;b#c,d\\e",
    "שלום rice", "🍚🥢", "'quoted' \"twice\"", "@mention #tag ~timer{}", "end", "null",
    "{x}",
    "[a](b)", "%%", "..",
  ]
}
