import Foundation
import KitchenModel
import Testing

@testable import KitchenStore

/// What the doctor says of the place that a database is in.
struct SurroundingsTests {
  @Test(arguments: [
    "souschef.sync-conflict-20261128-101500-ABCDEFG.db", "souschef (conflicted copy 2026-11-28).db",
    "souschef (Ana's conflicted copy).db", "souschef_conflict-20261128-101500.db",
    "souschef (SFConflict ana 2026-11-28).db", "souschef (1).db", "souschef 2.db",
  ])
  func `a conflict copy is found`(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.store().close()
    try Data().write(to: URL(filePath: folder.path(name)))
    let warnings = Surroundings.warnings(about: folder.path())
    #expect(warnings.count == 1)
    #expect(warnings.first?.message.contains(name) == true)
    #expect(warnings.first?.severity == .warning)
  }

  @Test(arguments: [
    "souschef.db-wal", "souschef.db.v3.backup", "souschef.db.before-restore", "souschef.db.damaged",
    "souschef-2.db", "other.sync-conflict-1.db", "souschef.yaml",
  ])
  func `other files are not conflict copies`(name: String) throws {
    let folder = try TemporaryFolder()
    try Data().write(to: URL(filePath: folder.path(name)))
    #expect(Surroundings.warnings(about: folder.path()).isEmpty)
  }

  @Test(arguments: [
    ("Dropbox/kitchen", "Dropbox"), ("OneDrive - Home", "OneDrive"), ("Nextcloud/a/b", "Nextcloud"),
  ])
  func `a folder that is synchronised is known by its name`(name: String, program: String) throws {
    let folder = try TemporaryFolder()
    let place = folder.path(name)
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let warnings = Surroundings.warnings(about: "\(place)/souschef.db")
    #expect(warnings.map(\.message.description).allSatisfy { $0.contains(program) })
    #expect(warnings.count == 1)
  }

  @Test func `a folder that is synchronised is known by what the program leaves in it`() throws {
    let folder = try TemporaryFolder()
    for name in ["shared/.stfolder", "shared/kitchen"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: true)
    }
    let warnings = Surroundings.warnings(about: folder.path("shared/kitchen/souschef.db"))
    #expect(warnings.first?.message.contains("Syncthing") == true)
  }
}
