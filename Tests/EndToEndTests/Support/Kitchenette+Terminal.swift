import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Kitchenette {
  /// Runs the program with a terminal of its own, on which `typed` was typed ahead; gives all that
  /// stood on the terminal in the end, and the exit code.
  func converse(
    _ arguments: String..., typing typed: String, environment: [String: String] = [:]
  ) throws -> (screen: String, code: Int32) {
    try converse(arguments, typing: typed, environment: environment)
  }

  /// The same with a list of arguments.
  func converse(
    _ arguments: [String], typing typed: String, environment: [String: String] = [:]
  ) throws -> (screen: String, code: Int32) {
    var (main, line) = (Int32(-1), Int32(-1))
    try #require(openpty(&main, &line, nil, nil, nil) == 0)
    defer { close(main) }
    let terminal = FileHandle(fileDescriptor: line, closeOnDealloc: false)

    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "HOME": folder.path(), "XDG_DATA_HOME": folder.appending(path: "data").path(),
      "PATH": "/usr/bin:/bin", "TZ": "UTC", "LANG": "C.UTF-8", "NO_COLOR": "1", "TERM": "xterm",
    ].merging(environment) { $1 }
    process.standardInput = terminal
    process.standardOutput = terminal
    process.standardError = terminal
    try FileHandle(fileDescriptor: main, closeOnDealloc: false).write(contentsOf: Data(typed.utf8))
    try process.run()
    close(line)
    var screen: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    // The last to close its end of the terminal ends the reading, with an error on Linux.
    while case let count = read(main, &part, part.count), count > 0 {
      screen += part[..<count]
    }
    process.waitUntilExit()
    let text = String(decoding: screen, as: UTF8.self)
    return (text.replacing("\r\n", with: "\n"), process.terminationStatus)
  }
}
