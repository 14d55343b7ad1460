import Foundation
import Glibc
import KitchenModel
import Testing

@testable import KitchenStore

/// What a process may do with the file of a database that it has open.
struct OneConnectionTests {
  /// How many locks this process has on a file, as the kernel tells.
  private func locks(on path: String) throws -> Int {
    var facts = stat()
    try #require(stat(path, &facts) == 0)
    let text = try String(contentsOfFile: "/proc/locks", encoding: .utf8)
    return text.split(separator: "\n").count { line in
      line.contains(" \(getpid()) ") && line.contains(":\(facts.st_ino) ")
    }
  }

  @Test func `a second connection leaves the locks of the first in place`() throws {
    let folder = try TemporaryFolder()
    let first = try folder.store()
    try first.dishes.add(Samples.dish("Pasta"), at: Samples.now)
    let before = try locks(on: folder.path())
    #expect(before > 0)
    let second = try folder.store(for: .reading)
    #expect(try second.dishes.names() == ["Pasta"])
    #expect(try locks(on: folder.path()) >= before)
  }

  @Test func `nobody looks at the file itself while it is open`() throws {
    let folder = try TemporaryFolder()
    #expect(OpenDatabases.look(folder.path()) { 1 } == 1)
    let store = try folder.store()
    let linked = folder.path("link.db")
    try FileManager.default.createSymbolicLink(
      atPath: linked, withDestinationPath: folder.path())
    #expect(OpenDatabases.look(folder.path()) { 1 } == nil)
    #expect(OpenDatabases.look(linked) { 1 } == nil)
    #expect(OpenDatabases.look(folder.path("another.db")) { 1 } == 1)
    store.close()
    #expect(OpenDatabases.look(folder.path()) { 1 } == 1)
  }

  @Test func `whoever asks in a process gets the same store`() throws {
    let folder = try TemporaryFolder()
    #expect(try KitchenStore.shared(at: folder.path(), for: .reading).path == nil)
    let writing = try KitchenStore.shared(at: folder.path(), for: .writing)
    try writing.dishes.add(Samples.dish("Pasta"), at: Samples.now)
    let reading = try KitchenStore.shared(at: folder.path(), for: .reading)
    #expect(reading === writing)
  }

  @Test func `a file that takes the place of another is opened for itself`() throws {
    let folder = try TemporaryFolder()
    try folder.store("other.db").dishes.add(Samples.dish("Rice"), at: Samples.now)
    let old = try KitchenStore.shared(at: folder.path(), for: .writing)
    try old.dishes.add(Samples.dish("Pasta"), at: Samples.now)
    #expect(old.isInPlace)
    #expect(rename(folder.path("other.db"), folder.path()) == 0)
    for ending in ["-wal", "-shm"] { unlink(folder.path() + ending) }
    #expect(!old.isInPlace)
    let new = try KitchenStore.shared(at: folder.path(), for: .reading)
    #expect(try new.dishes.names() == ["Rice"])
    #expect(try old.dishes.names() == ["Pasta"])
  }
}
