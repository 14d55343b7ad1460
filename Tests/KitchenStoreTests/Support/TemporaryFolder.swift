import Foundation

@testable import KitchenStore

/// A folder of its own for a test, removed when it is released.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in the folder.
  func path(_ name: String = "souschef.db") -> String { url.appending(path: name).path }

  /// The bytes of a file in the folder.
  func bytes(_ name: String = "souschef.db") throws -> Data {
    try Data(contentsOf: url.appending(path: name))
  }

  /// The names of what is in the folder, in order.
  func contents() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }

  /// A store on a file in the folder.
  func store(
    _ name: String = "souschef.db", for access: KitchenStore.Access = .writing
  ) throws -> KitchenStore {
    try KitchenStore.open(at: path(name), for: access)
  }
}
