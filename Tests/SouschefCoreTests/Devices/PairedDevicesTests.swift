import Foundation
import KitchenModel
import Testing

@testable import SouschefCore

struct PairedDevicesTests {
  /// A workspace on a database that is gone when the test is.
  private static func withWorkspace(_ body: (Workspace) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let now = Instant(epochSeconds: 1_000_000)
    try body(
      Workspace(
        databasePath: folder.appending(path: "kitchen.db").path(), now: now, timeZone: .gmt,
        clock: { now }, wait: { _ in }))
  }

  @Test func `a device is found by its hash until it is forgotten`() throws {
    try Self.withWorkspace { workspace in
      let hash = String(repeating: "a", count: 64)
      let device = try PairDevice(name: "Ana's <tablet>", role: .viewer, hash: hash)
        .perform(in: workspace).value
      #expect(device.name == "Ana's tablet")
      #expect(try FindDevice(hash: hash).perform(in: workspace).value == device)
      #expect(try ListDevices().perform(in: workspace).value == [device])
      let other = String(repeating: "b", count: 64)
      #expect(try FindDevice(hash: other).perform(in: workspace).value == nil)
      _ = try ForgetDevice(id: device.id).perform(in: workspace)
      #expect(try FindDevice(hash: hash).perform(in: workspace).value == nil)
      #expect(throws: Diagnostic.self) { try ForgetDevice(id: device.id).perform(in: workspace) }
    }
  }

  @Test func `a look finds nothing where nothing is cooking`() throws {
    try Self.withWorkspace { workspace in
      let glance = try GlanceAtRun().perform(in: workspace).value
      #expect(glance == .init(run: nil, status: nil, events: 0))
    }
  }
}
