import DurableFiles
import Foundation
import Testing

/// Files that are locked for as long as their process wants them.
struct HeldFileTests {
  @Test func `who clears away takes no file that has just been created`() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "held-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let base = folder.path + "/kitchen.db"
    let lost = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<2 {
        group.addTask {
          for _ in 0..<6000 { HeldFile.removeAbandoned(in: folder.path) }
          return 0
        }
        group.addTask {
          try (0..<3000).reduce(0) { lost, _ in
            let file = try HeldFile(.growing, beside: base)
            for _ in 0..<3 { sched_yield() }
            let isThere = FileIdentity(file.path) == FileIdentity(descriptor: file.descriptor)
            return isThere ? lost : lost + 1
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(lost == 0)
  }

  @Test func `what a killed process left is removed with what SQLite put beside it`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "held-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let left = HeldFile.Kind.growing.path(folder.path + "/a.db", "0123456789abcdef")
    for name in [left, left + "-journal"] { try Data().write(to: URL(filePath: name)) }
    let held = try HeldFile(.growing, beside: folder.path + "/a.db")
    HeldFile.removeAbandoned(in: folder.path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    #expect(FileIdentity(held.path) != nil)
  }
}
