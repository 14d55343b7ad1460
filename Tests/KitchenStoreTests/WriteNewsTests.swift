import Foundation
import KitchenModel
import KitchenStore
import Synchronization
import Testing

/// That writes are heard of as they happen.
struct WriteNewsTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path() }

  /// What is heard of the database while `body` runs and a moment longer; nil for nothing.
  private func heard(
    of path: String, while body: () throws -> Void
  ) async throws -> Bool {
    let (stream, continuation) = AsyncStream.makeStream(of: Bool.self)
    let news = try #require(WriteNews(ofDatabase: path) { continuation.yield(true) })
    try body()
    let patience = Task {
      try await ContinuousClock().sleep(for: .milliseconds(400))
      continuation.yield(false)
    }
    defer { patience.cancel() }
    defer { withExtendedLifetime(news) {} }
    return await stream.first { _ in true } ?? false
  }

  @Test func `a change by another connection is heard of, also by a link to the file`() async throws
  {
    let store = try KitchenStore.open(at: path("kitchen.db"), for: .writing)
    try FileManager.default.createSymbolicLink(
      atPath: path("link.db"), withDestinationPath: path("kitchen.db"))
    for (number, name) in ["kitchen.db", "link.db"].enumerated() {
      let isHeard = try await heard(of: path(name)) {
        _ = try store.devices.add(
          "Tablet", .cook, hash: String(repeating: "\(number)", count: 64),
          at: Instant(epochSeconds: 1_795_694_400))
      }
      #expect(isHeard)
    }
  }

  @Test func `a first database is heard of, and a neighbour is not`() async throws {
    let first = try await heard(of: path("kitchen.db")) {
      _ = try KitchenStore.open(at: path("kitchen.db"), for: .writing)
    }
    #expect(first)
    let neighbour = try await heard(of: path("kitchen.db")) {
      try Data([1]).write(to: folder.appending(path: "kitchen.dbx"))
      try Data([1]).write(to: folder.appending(path: "other.db-wal"))
    }
    #expect(!neighbour)
  }

  @Test func `where there is no folder there is nothing to hear`() {
    #expect(WriteNews(ofDatabase: path("missing/kitchen.db")) {} == nil)
  }
}
