import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// `--output` writes to what is at a path as a shell would, and never over a database.
struct OutputFileTests {
  private let kitchen: Kitchenette

  init() throws {
    kitchen = try Kitchenette()
    try kitchen.stockLunch()
  }

  private func path(_ name: String) -> String { kitchen.folder.appending(path: name).path() }

  private func status(_ name: String) throws -> stat {
    var status = stat()
    try #require(lstat(path(name), &status) == 0)
    return status
  }

  private func isDocument(_ name: String) throws -> Bool {
    try String(contentsOfFile: path(name), encoding: .utf8).hasPrefix("kitchen:")
  }

  @Test func `a file keeps its permissions`() throws {
    try kitchen.write("old", to: "private")
    chmod(path("private"), 0o600)
    try kitchen.does("export", "--output", "private")
    #expect(try status("private").st_mode & 0o777 == 0o600)
    #expect(try isDocument("private"))
  }

  @Test(arguments: ["target", "not-there-yet"])
  func `a link stays, and the file behind it is written`(target: String) throws {
    try kitchen.write("old", to: "target")
    symlink(target, path("link"))
    try kitchen.does("export", "--output", "link")
    #expect(try status("link").st_mode & S_IFMT == S_IFLNK)
    #expect(try isDocument(target))
  }

  @Test func `a file of two names keeps both`() throws {
    try kitchen.write("old", to: "one")
    link(path("one"), path("two"))
    try kitchen.does("export", "--output", "one")
    #expect(try isDocument("two"))
  }

  @Test func `links in a circle are refused`() throws {
    symlink("b", path("a"))
    symlink("a", path("b"))
    let finished = try kitchen.souschef("export", "--output", "a")
    #expect(finished.code == 73)
    #expect(finished.errors.contains("circle"))
  }

  @Test func `a pipe that nobody reads is refused and stays`() throws {
    mkfifo(path("pipe"), 0o600)
    let finished = try kitchen.souschef("history", "export", "--output", "pipe")
    #expect(finished.code == 73)
    #expect(
      finished.errors
        == """
        souschef: "pipe" cannot be written: nobody reads from it.
        Hint: Start the program that reads it first.

        """)
    #expect(try status("pipe").st_mode & S_IFMT == S_IFIFO)
  }

  @Test func `a pipe gets the document`() throws {
    mkfifo(path("pipe"), 0o600)
    let writing = try kitchen.start(["export", "--output", "pipe"])
    let pipe = try #require(FileHandle(forReadingAtPath: path("pipe")))
    let text = try pipe.readToEnd()
    #expect(try writing.finish().code == 0)
    #expect(text?.starts(with: Data("kitchen:".utf8)) == true)
  }

  @Test func `a device stays a device`() throws {
    symlink("/dev/null", path("nothing"))
    try kitchen.does("export", "--output", "nothing")
    #expect(try status("nothing").st_mode & S_IFMT == S_IFLNK)
    var device = stat()
    stat("/dev/null", &device)
    #expect(device.st_mode & S_IFMT == S_IFCHR)
  }

  @Test(arguments: ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "-"])
  func `standard output has several names`(name: String) throws {
    #expect(try kitchen.does("export", "--output", name).output.hasPrefix("kitchen:"))
  }

  @Test(
    arguments: ["", "-wal", "-shm", "-journal"],
    [["export"], ["export", "--format", "json"], ["history", "export"], ["plan", "lunch"]])
  func `no document takes the place of the database`(ending: String, command: [String]) throws {
    let before = try kitchen.databaseBytes()
    let target = kitchen.database.path() + ending
    let finished = try kitchen.souschef(command + ["--output", target])
    #expect(finished.code == 73)
    #expect(finished.errors.contains("is a database"))
    #expect(try kitchen.databaseBytes()["souschef.db"] == before["souschef.db"])
    #expect(try kitchen.does("dish", "list").lines.count == 4)
  }

  @Test func `no document takes the place of a database by another name`() throws {
    symlink(kitchen.database.path(), path("link"))
    link(kitchen.database.path(), path("twin"))
    for name in ["link", "twin"] {
      #expect(try kitchen.souschef("export", "--output", name).code == 73)
    }
    #expect(try kitchen.does("dish", "list").lines.count == 4)
  }

  @Test(arguments: ["--output missing/plan.txt", "--output .", "--output pipe", "--for Nobody"])
  func `a plan is not stored where it cannot be shown`(option: String) throws {
    mkfifo(path("pipe"), 0o600)
    let words = option.split(separator: " ").map(String.init)
    let refused = try kitchen.souschef(["plan", "lunch", "--save"] + words)
    #expect(refused.code == (words[0] == "--for" ? 64 : 73))
    #expect(try kitchen.does("plans", "--json").lines == ["[]"])
    #expect(try kitchen.does("plan", "lunch", "--save").errors.contains("Stored as plan 1."))
  }

  @Test func `a disk that is full is reported as such`() throws {
    let finished = try kitchen.souschef("plan", "lunch", "--save", "--output", "/dev/full")
    #expect(finished.code == 74)
    // It was stored before.
    #expect(
      finished.errors == """
        Stored as plan 1.
        souschef: "/dev/full" cannot be written: the disk is full.
        Hint: Free some space and try again.

        """)
  }

  @Test func `nothing is left beside a document`() throws {
    try kitchen.does("export", "--output", "kitchen.yaml")
    let names = try FileManager.default.contentsOfDirectory(atPath: kitchen.folder.path())
    #expect(!names.contains { $0.hasSuffix(".partial") })
  }

  @Test(arguments: [
    ("svg", "<?xml"), ("html", "<!DOCTYPE html>"), ("json", "{"), ("md", "# lunch"),
    ("markdown", "# lunch"), ("ics", "BEGIN:VCALENDAR"), ("csv", "dish,"), ("mermaid", "gantt"),
    ("SVG", "<?xml"), ("txt", "lunch: 10 min"),
  ])
  func `a plan takes the format of its file's ending, and says where it is`(
    ending: String, beginning: String
  ) throws {
    let done = try kitchen.does("plan", "lunch", "-o", "plan.\(ending)")
    #expect(done.output.isEmpty)
    #expect(done.errors == "Wrote plan.\(ending).\n")
    let text = try String(contentsOfFile: path("plan.\(ending)"), encoding: .utf8)
    #expect(text.hasPrefix(beginning), "\(text.prefix(80))")
  }

  @Test func `a format that is given counts more than an ending`() throws {
    try kitchen.does("plan", "lunch", "--format", "csv", "-o", "plan.svg")
    #expect(try String(contentsOfFile: path("plan.svg"), encoding: .utf8).hasPrefix("dish,"))
    try kitchen.does("plan", "lunch", "--json", "-o", "plan.svg")
    #expect(try String(contentsOfFile: path("plan.svg"), encoding: .utf8).hasPrefix("{"))
  }

  @Test(arguments: [
    (["export"], "kitchen.json", "{"), (["export", "Pasta"], "pasta.cook", "---"),
    (["export"], "kitchen.yml", "kitchen:"), (["shop"], "list.md", "# Shopping"),
    (["shop"], "list.csv", "aisle,name,"), (["week"], "week.ics", "BEGIN:VCALENDAR"),
    (["week"], "week.html", "<!DOCTYPE html>"), (["history", "export"], "runs.csv", "run,meal,"),
  ])
  func `so does every document`(command: [String], file: String, beginning: String) throws {
    let done = try kitchen.does(command + ["--output", file])
    #expect(done.errors.contains("Wrote \(file).\n"))
    let text = try String(contentsOfFile: path(file), encoding: .utf8)
    #expect(text.hasPrefix(beginning), "\(text.prefix(80))")
  }

  @Test(arguments: [
    ("plan.sgv", ".sgv", "Did you mean .svg?"), ("plan.out", ".out", "Formats: table, "),
  ])
  func `an ending that means no format is said`(
    file: String, ending: String, hint: String
  ) throws {
    let note = "\(ending) does not say a format; the file is written as table.\nHint: \(hint)"
    let done = try kitchen.does("plan", "lunch", "-o", file)
    #expect(done.errors.hasPrefix("souschef: note: \(note)"))
    #expect(done.errors.hasSuffix("Wrote \(file).\n"))
    let text = try String(contentsOfFile: path(file), encoding: .utf8)
    #expect(text.hasPrefix("lunch: 10 min"))
  }

  @Test(arguments: ["plan.pdf", "Plan.DOCX", "plan.png"])
  func `an ending of what only other programs write is refused before anything is planned`(
    file: String
  ) throws {
    let done = try kitchen.souschef("plan", "lunch", "--save", "-o", file)
    #expect(done.code == 64)
    #expect(done.errors.contains("Hint: Write a page, and print or save it from a browser"))
    #expect(!FileManager.default.fileExists(atPath: path(file)))
    #expect(try kitchen.does("plans").output == "No plans stored.\n")
  }

  @Test(arguments: ["plan", "plan.txt", ".plan"])
  func `a name without an ending, or of text, is not remarked on`(file: String) throws {
    #expect(try !kitchen.does("plan", "lunch", "-o", file).errors.contains("note:"))
  }
}
