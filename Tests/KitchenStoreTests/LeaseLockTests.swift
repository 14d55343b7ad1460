import Foundation
import KitchenModel
import Testing

@testable import KitchenStore

/// The locks by which processes know of one another.
struct LeaseLockTests {
  @Test func `a lock is held until it is let go, and leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    var lock: LeaseLock? = try LeaseLock(beside: folder.path())
    let token = try #require(lock?.token)
    #expect(LeaseLock.isHeld(token, beside: folder.path()))
    #expect(!LeaseLock.isHeld(token, beside: folder.path("other.db")))
    #expect(try folder.contents() == ["souschef.db-cook-\(token)"])
    lock = nil
    #expect(!LeaseLock.isHeld(token, beside: folder.path()))
    #expect(try folder.contents().isEmpty)
  }

  @Test func `a database is found by its links too`() throws {
    let folder = try TemporaryFolder()
    try folder.store().close()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.db"), withDestinationPath: folder.path())
    let lock = try LeaseLock(beside: folder.path("link.db"))
    #expect(LeaseLock.isHeld(lock.token, beside: folder.path()))
  }

  @Test func `what a killed process leaves is removed, what another holds is not`() throws {
    let folder = try TemporaryFolder()
    let lock = try LeaseLock(beside: folder.path())
    lock.write(LeaseLock.Note(run: 7, file: "1:2", meal: "Sunday\nroast"))
    let names = ["souschef.db-cook-0123456789abcdef", "souschef.db-cook-mine", "souschef.db-wal"]
    for name in names { try Data().write(to: URL(filePath: folder.path(name))) }
    LeaseLock.removeAbandoned(beside: folder.path())
    #expect(
      try folder.contents() == ["souschef.db-cook-\(lock.token)", names[1], names[2]].sorted())
    #expect(
      LeaseLock.held(beside: folder.path()) == [.init(run: 7, file: "1:2", meal: "Sunday")])
  }

  @Test(arguments: ["", "../etc/passwd", "boot-id/12345", "0123456789ABCDEF"])
  func `what is not a token is held by nobody`(token: String) throws {
    let folder = try TemporaryFolder()
    #expect(!LeaseLock.isHeld(token, beside: folder.path()))
  }
}
