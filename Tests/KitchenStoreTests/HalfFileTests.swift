import Foundation
import KitchenModel
import Testing

@testable import KitchenStore

/// Files that end too soon.
struct HalfFileTests {
  /// A sound database in one file.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    try store.furnish()
    store.close()
    return folder
  }

  @Test(arguments: [1, 1000, 4096, 40_960])
  func `a file without its end is refused untouched, and moved aside by a restore`(
    missing: Int
  ) throws {
    let folder = try folder()
    let copy = try folder.bytes()
    try copy.write(to: URL(filePath: folder.path("copy.db")))
    let half = copy.dropLast(missing)
    try half.write(to: URL(filePath: folder.path()))
    for access in [KitchenStore.Access.reading, .writing] {
      #expect(throws: Diagnostic.halfWritten(folder.path())) { try folder.store(for: access) }
    }
    #expect(try folder.bytes() == half)
    #expect(try folder.contents() == ["copy.db", "souschef.db"])

    let kept = try KitchenStore.restore(from: folder.path("copy.db"), to: folder.path())
    #expect(kept == .init(path: folder.path("souschef.db.damaged"), isDamaged: true))
    #expect(try folder.bytes("souschef.db.damaged") == half)
    #expect(try folder.store(for: .reading).runs.run(1) != nil)
  }

  @Test func `an empty file and a whole one are not halves`() throws {
    let folder = try folder()
    #expect(DatabaseFile.isWhole(folder.path()))
    try Data().write(to: URL(filePath: folder.path("empty.db")))
    #expect(DatabaseFile.isWhole(folder.path("empty.db")))
    #expect(DatabaseFile.isWhole(folder.path("nothing.db")))
  }
}
