import Foundation
import Testing

/// A restore over a damaged database that is killed at one call to the system after the other.
struct RestoreKilledTests {
  private static let tracer = "/usr/bin/strace"
  /// The calls that change what is in the folder.
  private static let calls = "link,linkat,unlink,unlinkat,rename,renameat,renameat2,fsync"

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: tracer)), arguments: Array(1...14))
  func `no empty kitchen is left, and the next restore does it`(call: Int) throws {
    let kitchen = try Kitchenette()
    try kitchen.stockLunch()
    try kitchen.does("db", "backup", "good.db")
    var bytes = try Data(contentsOf: kitchen.database)
    for index in 20_480..<102_400 { bytes[index] = 0xFF }
    try bytes.write(to: kitchen.database)

    let process = Process()
    process.executableURL = URL(filePath: Self.tracer)
    process.arguments = [
      "-f", "-o", "/dev/null", "-e", "trace=\(Self.calls)", "-e",
      "inject=\(Self.calls):signal=SIGKILL:when=\(call)", Kitchenette.binary.path(), "db",
      "restore",
      "good.db",
    ]
    process.environment = kitchen.environment
    process.currentDirectoryURL = kitchen.folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()

    // What there was is there, or what was to come.
    let listed = try kitchen.souschef("dish", "list")
    #expect(listed.code == 74 || listed.output.contains("Pasta"), "\(listed.output)")
    try kitchen.does("db", "restore", "good.db")
    #expect(try kitchen.does("dish", "list").output.contains("Pasta"))
    #expect(try kitchen.does("doctor").output.contains("All is well."))
    let files = try FileManager.default.contentsOfDirectory(
      atPath: kitchen.database.deletingLastPathComponent().path())
    #expect(!files.contains { $0.contains(".partial") || $0.contains(".examined") }, "\(files)")
  }
}
