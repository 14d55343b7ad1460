import Foundation
import KitchenModel
import Testing

@testable import KitchenStore

struct BackupTests {
  @Test func `a backup is a whole database in one file`() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    try store.dishes.add(Samples.dish("Pasta"), at: Samples.now)
    try store.backup(to: folder.path("copy.db"))
    #expect(try folder.contents().filter { $0.hasPrefix("copy") } == ["copy.db"])
    let copy = try folder.store("copy.db", for: .reading)
    #expect(try copy.contents() == store.contents())
    #expect(try copy.integrity().findings.isEmpty)
  }

  @Test func `a backup never takes the place of a file`() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    try Data("mine".utf8).write(to: URL(filePath: folder.path("copy.db")))
    #expect(
      throws: Diagnostic(
        .cannotCreate, "\"\(folder.path("copy.db"))\" already exists.",
        hints: ["Choose another name: a copy never replaces a file."])
    ) { try store.backup(to: folder.path("copy.db")) }
    #expect(try folder.bytes("copy.db") == Data("mine".utf8))
  }

  @Test func `a backup where nothing can be written is refused`() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    #expect(
      throws: Diagnostic(
        .cannotCreate, "The copy \"\(folder.path("no/copy.db"))\" cannot be created.",
        hints: ["Check that nothing is there, and that its folder exists and may be written to."])
    ) { try store.backup(to: folder.path("no/copy.db")) }
  }
}
