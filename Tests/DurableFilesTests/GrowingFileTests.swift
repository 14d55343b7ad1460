import DurableFiles
import Foundation
import Glibc
import Testing

/// Files that are there as a whole or not at all.
final class GrowingFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "growing-\(UUID().uuidString)").path()

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private var target: String { folder + "/kitchen.yaml" }
  private var names: [String] { FileName.entries(of: folder).sorted() }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private static let namings: [GrowingFile.Naming] = [.fromTheStart, .whenWhole]

  @Test(arguments: namings)
  func `it takes the place of what was there when it is whole, and not before`(
    naming: GrowingFile.Naming
  ) throws {
    try "old".write(toFile: target, atomically: false, encoding: .utf8)
    let file = try GrowingFile(toBecome: target, named: naming)
    try file.write(Array("new".utf8))
    #expect(try text(target) == "old")
    #expect(try text(file.place) == "new")
    try file.replaceTarget()
    #expect(try text(target) == "new")
    #expect(names == ["kitchen.yaml"])
  }

  @Test(arguments: namings)
  func `it never takes the place of another where it is to be new`(
    naming: GrowingFile.Naming
  ) throws {
    let file = try GrowingFile(toBecome: target, named: naming)
    try file.write(Array("new".utf8))
    try "came first".write(toFile: target, atomically: false, encoding: .utf8)
    #expect(throws: SystemFault(EEXIST)) { try file.becomeTarget() }
    #expect(try text(target) == "came first")
    try FileManager.default.removeItem(atPath: target)
    try file.becomeTarget()
    #expect(try text(target) == "new")
  }

  @Test(arguments: namings)
  func `one that is given up leaves nothing`(naming: GrowingFile.Naming) throws {
    do {
      let file = try GrowingFile(toBecome: target, named: naming)
      try file.write(Array("half".utf8))
    }
    #expect(names.isEmpty)
  }

  @Test func `one that a killed process left is removed by the next`() throws {
    let left = "/kitchen.yaml.souschef-0123456789abcdef.partial"
    for name in [left, left + "-journal", "/.souschef-0123456789abcdee.partial"] {
      try "half".write(toFile: folder + name, atomically: false, encoding: .utf8)
    }
    try "mine".write(toFile: folder + "/notes.partial", atomically: false, encoding: .utf8)
    try GrowingFile(toBecome: target, named: .whenWhole).replaceTarget()
    #expect(names == ["kitchen.yaml", "notes.partial"])
  }

  @Test func `one that another still writes to is left alone`() throws {
    do {
      let other = try GrowingFile(toBecome: folder + "/copy.db", named: .fromTheStart)
      try GrowingFile(toBecome: target, named: .fromTheStart).replaceTarget()
      try other.becomeTarget()
    }
    #expect(names == ["copy.db", "kitchen.yaml"])
  }

  @Test func `copied onto a file, it leaves that its permissions and names`() throws {
    try "a longer text than the new one".write(toFile: target, atomically: false, encoding: .utf8)
    chmod(target, 0o640)
    link(target, folder + "/twin")
    let file = try GrowingFile(toBecome: target, named: .whenWhole)
    try file.write(Array("new".utf8))
    try file.copyOntoTarget()
    #expect(try text(folder + "/twin") == "new")
    var facts = stat()
    stat(target, &facts)
    #expect(facts.st_mode & 0o777 == 0o640)
  }

  @Test func `it takes over the permissions of what is there`() throws {
    try "old".write(toFile: target, atomically: false, encoding: .utf8)
    chmod(target, 0o600)
    let file = try GrowingFile(toBecome: target, named: .whenWhole)
    #expect(file.adoptTarget())
    try file.replaceTarget()
    var facts = stat()
    stat(target, &facts)
    #expect(facts.st_mode & 0o777 == 0o600)
  }

  @Test func `a folder that is not there is the system's fault to tell`() {
    #expect(throws: SystemFault(ENOENT)) {
      try GrowingFile(toBecome: folder + "/missing/kitchen.yaml", named: .fromTheStart)
    }
  }

  @Test(arguments: [
    (ENOSPC, "the disk is full", "Free some space and try again."),
    (EDQUOT, "the disk is full", "Free some space and try again."),
    (
      EFBIG, "files may not grow larger here",
      "Allow larger files, as with `ulimit -f unlimited`, and try again."
    ), (EACCES, "permission denied", nil),
  ])
  func `a fault says what is in the way, and what makes room`(
    number: Int32, reason: String, hint: String?
  ) {
    #expect(SystemFault(number).reason == reason)
    #expect(SystemFault(number).hintForRoom == hint)
  }
}
