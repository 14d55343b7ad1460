import Foundation
import Testing

/// `souschef undo`, `doctor`, `db`, and databases that are not what they should be.
struct StorageTests {
  @Test func `undo takes back one change after the other and says which`() throws {
    let kitchen = try Kitchenette()
    try kitchen.does("dish", "add", "Tea", "--waiting", "4m")
    let added = try kitchen.does("export").output
    try kitchen.does("dish", "edit", "Tea", "--waiting", "5m")
    try kitchen.does("kitchen", "set", "--cooks", "2")
    #expect(try kitchen.does("undo").output.hasPrefix("Undone: "))
    #expect(try kitchen.does("undo").lines == ["Undone: changed dish \"Tea\"."])
    #expect(try kitchen.does("export").output == added)
    #expect(
      try kitchen.does("undo", "--dry-run").lines == [
        "Would undo: added dish \"Tea\". Nothing was changed."
      ])
    try kitchen.does("undo")
    #expect(try kitchen.does("dish", "list", "--json").json([Any].self).isEmpty)
    try kitchen.refuses(
      "undo", code: 1,
      saying: "souschef: Nothing to undo.\n"
        + "Hint: Undo takes back changes to dishes, meals, the week, the kitchen and the history.\n"
    )
  }

  @Test func `options and the environment choose the database`() throws {
    let kitchen = try Kitchenette()
    let (one, two) = (
      kitchen.folder.appending(path: "one.db").path(),
      kitchen.folder.appending(path: "two.db").path()
    )
    try kitchen.does("dish", "add", "Tea", "--waiting", "4m", "--db", one)
    let chosen = try kitchen.souschef(
      ["dish", "list", "--json"], environment: ["SOUSCHEF_DB": one])
    #expect(chosen.output.contains("Tea"))
    #expect(try kitchen.souschef(["db", "path"], environment: ["SOUSCHEF_DB": one]).lines == [one])
    #expect(
      try kitchen.souschef(["db", "path", "--db", two], environment: ["SOUSCHEF_DB": one]).lines
        == [two])
    let home = kitchen.folder.path()
    #expect(
      try kitchen.souschef(["db", "path"], environment: ["XDG_DATA_HOME": ""]).lines == [
        home + (home.hasSuffix("/") ? "" : "/") + ".local/share/souschef/souschef.db"
      ])
  }

  @Test func `a backup is a database of its own and overwrites nothing`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    #expect(try kitchen.does("db", "backup", "copy.db").lines == ["Wrote copy.db."])
    #expect(
      try kitchen.does("export", "--db", "copy.db").output == kitchen.does("export").output)
    #expect(try kitchen.souschef("db", "backup", "copy.db").code == 73)
  }

  @Test func `a database that is none is refused as it is`() throws {
    let kitchen = try Kitchenette()
    let path = try kitchen.write("this is a letter, not a database\n", to: "letter.txt")
    for command in [["dish", "list"], ["dish", "add", "Tea", "--waiting", "4m"], ["plan", "x"]] {
      let finished = try kitchen.souschef(command + ["--db", path])
      #expect(finished.code == 74)
      #expect(finished.errors.contains("is not a database.\nHint: "))
    }
    #expect(
      try String(contentsOf: URL(filePath: path), encoding: .utf8).hasPrefix("this is a letter"))
    let folder = try kitchen.souschef("dish", "list", "--db", kitchen.folder.path())
    #expect(folder.code == 73)
    #expect(folder.errors.contains("is a folder"))
  }

  @Test func `a damaged database is said to be damaged`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    var bytes = try Data(contentsOf: kitchen.database)
    for index in 4096..<min(bytes.count, 65536) { bytes[index] = 0xA5 }
    try bytes.write(to: kitchen.database)
    let listed = try kitchen.souschef("dish", "list")
    #expect(listed.code == 74)
    #expect(listed.errors.contains("damaged") && listed.errors.contains("Hint: "))
    let examined = try kitchen.souschef("doctor")
    #expect(examined.code != 0)
    #expect(!examined.wasKilled)
  }

  @Test func `a folder that cannot be made is said so`() throws {
    let kitchen = try Kitchenette()
    try kitchen.write("", to: "file")
    let finished = try kitchen.souschef(
      "dish", "add", "Tea", "--waiting", "4m", "--db", "file/a.db")
    #expect(finished.code == 73)
    #expect(finished.errors.contains("Hint: "))
  }

  @Test func `output that cannot be written is an error of its own`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = [
      "-c", "\"$0\" export --db \"$1\" >/dev/full 2>/dev/null", Kitchenette.binary.path(),
      kitchen.database.path(),
    ]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 74)
  }
}
