import Foundation
import Glibc
import Testing

/// Databases that may be read and not written, and some that cannot be reached.
struct ReadOnlyDatabaseTests {
  private static let reading = [
    ["dish", "list"], ["plan", "Pasta"], ["export"], ["history"], ["doctor"], ["run", "status"],
    ["db", "query", "SELECT count(*) FROM dish"], ["meal", "list"], ["kitchen"],
  ]

  /// Runs the program as somebody who owns nothing.
  private func souschefAsNobody(_ words: [String], _ kitchen: Kitchenette) throws -> (
    code: Int32, output: String
  ) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/setpriv")
    process.arguments =
      ["--reuid", "65534", "--regid", "65534", "--clear-groups", Kitchenette.binary.path()] + words
    process.environment = kitchen.environment
    process.currentDirectoryURL = URL(filePath: "/")
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private func setMode(_ mode: mode_t, _ url: URL) { chmod(url.path(), mode) }

  @Test(.enabled(if: getuid() == 0), arguments: reading)
  func `what only reads works on a database that may only be read`(words: [String]) throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let before = try kitchen.databaseBytes()
    let found = try souschefAsNobody(words, kitchen)
    #expect(found.code == (words == ["run", "status"] ? 1 : 0), "\(found.output)")
    #expect(!found.output.contains("No dishes yet"))
    if words == ["doctor"] { #expect(found.output.contains("read-only")) }
    #expect(try kitchen.databaseBytes() == before)
    let refused = try souschefAsNobody(["dish", "add", "Tea", "--waiting", "4m"], kitchen)
    #expect(refused.code == 73)
    #expect(refused.output.contains("may not be written to"))
  }

  @Test(.enabled(if: getuid() == 0))
  func `a run whose process is gone was interrupted, also where that cannot be written`() throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let cook = try kitchen.start(["cook", "lunch"])
    try cook.waitUntil { $0.contains("Pasta will now cook.") }
    kill(cook.process.processIdentifier, SIGKILL)
    _ = try cook.finish()
    // Whoever reads leaves no log behind, which nobody else could read.
    try kitchen.does("dish", "list")
    for words in [["history", "--json"], ["history", "show", "1", "--json"]] {
      let found = try souschefAsNobody(words, kitchen)
      #expect(found.code == 0)
      #expect(found.output.contains(#""status": "interrupted""#), "\(found.output)")
    }
    let running = try souschefAsNobody(["history", "--status", "running", "--json"], kitchen)
    #expect(!running.output.contains("lunch"))
    let interrupted = try souschefAsNobody(
      ["history", "--status", "interrupted", "--json"], kitchen)
    #expect(interrupted.output.contains("lunch"))
  }

  @Test(.enabled(if: getuid() == 0), arguments: reading)
  func `a folder that may not be entered is not an empty kitchen`(words: [String]) throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    let folder = kitchen.database.deletingLastPathComponent()
    setMode(0, folder)
    defer { setMode(0o755, folder) }
    let refused = try souschefAsNobody(words, kitchen)
    #expect(refused.code == 73)
    #expect(refused.output.contains("cannot be reached"))
  }

  @Test(arguments: [":memory:", "file::memory:", "file:x.db?mode=memory"])
  func `what would keep nothing is not a database`(name: String) throws {
    let kitchen = try Kitchenette()
    for words in [["dish", "list"], ["dish", "add", "Tea", "--waiting", "4m"]] {
      let refused = try kitchen.souschef(words + ["--db", name])
      #expect(refused.code == 73)
      #expect(refused.errors.contains("is not a file"))
    }
  }
}
