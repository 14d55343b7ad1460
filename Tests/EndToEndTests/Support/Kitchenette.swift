import Foundation
import Testing

/// A throwaway home for one end-to-end test: its own data folder, and the built program in it.
final class Kitchenette: Sendable {
  /// The folder that everything lives in; removed with the value.
  let folder: URL

  /// Makes an empty home.
  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "souschef-test-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The checkout's root.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program under test: the release unless `SOUSCHEF_PROGRAM` names another.
  static let binary =
    ProcessInfo.processInfo.environment["SOUSCHEF_PROGRAM"].map { URL(filePath: $0) }
    ?? root.appending(path: ".build/release/souschef")

  /// Where an instrumented program leaves its counts, for the report that these tests are measured
  /// for: beside their own, in a few files that its many processes share.
  private static let countsOfTheProgram = ProcessInfo.processInfo.environment["LLVM_PROFILE_FILE"]
    .map { URL(filePath: $0).deletingLastPathComponent().appending(path: "program-%8m.profraw") }

  /// The database that commands use unless told otherwise.
  var database: URL { folder.appending(path: "data/souschef/souschef.db") }

  /// What the program finds around it.
  var environment: [String: String] {
    var surroundings = [
      "HOME": folder.path(), "XDG_DATA_HOME": folder.appending(path: "data").path(),
      "PATH": "/usr/bin:/bin", "TZ": "UTC", "LANG": "C.UTF-8",
    ]
    surroundings["LLVM_PROFILE_FILE"] = Self.countsOfTheProgram?.path(percentEncoded: false)
    return surroundings
  }

  /// Runs the program to its end.
  @discardableResult
  func souschef(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Finished {
    try souschef(arguments, input: input, environment: environment)
  }

  /// Runs the program to its end.
  @discardableResult
  func souschef(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Finished {
    try start(arguments, input: input, environment: environment).finish()
  }

  /// Starts the program.
  func start(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Started {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = self.environment.merging(environment) { $1 }
    // Files rather than pipes: no reader has to keep up, and a killed process leaves what it said.
    let files = try ["out", "err", "in"].map { name in
      let file = folder.appending(path: "\(UUID().uuidString).\(name)")
      try Data((name == "in" ? input : "").utf8).write(to: file)
      return file
    }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    process.standardInput = try FileHandle(forReadingFrom: files[2])
    try process.run()
    return Started(process: process, output: files[0], errors: files[1])
  }

  /// Runs the program and expects it to end well.
  @discardableResult
  func does(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Finished {
    try does(arguments, sourceLocation: sourceLocation)
  }

  /// Runs the program and expects it to end well.
  @discardableResult
  func does(
    _ arguments: [String], environment: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Finished {
    let finished = try souschef(arguments, environment: environment)
    #expect(
      finished.code == 0, "\(arguments): \(finished.errors)", sourceLocation: sourceLocation)
    return finished
  }

  /// Expects the program to refuse with `code` and to say exactly `errors`, on standard error alone.
  func refuses(
    _ arguments: String..., code: Int32, saying errors: String, input: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let finished = try souschef(arguments, input: input)
    #expect(finished.code == code, sourceLocation: sourceLocation)
    #expect(finished.errors == errors, sourceLocation: sourceLocation)
    #expect(finished.output.isEmpty, sourceLocation: sourceLocation)
  }

  /// Stores the three dishes of lunch and the meal.
  func stockLunch() throws {
    try does("import", Self.root.appending(path: "Examples/lunch.yaml").path())
  }

  /// The bytes of the database's files; empty where there is none.
  func databaseBytes() throws -> [String: Data] {
    let folder = database.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return try names.reduce(into: [:]) { bytes, name in
      bytes[name] = try Data(contentsOf: folder.appending(path: name))
    }
  }

  /// Writes a file into the home and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path()
  }

  /// A process under way.
  struct Started {
    let process: Process
    let output: URL
    let errors: URL

    /// What it has said so far.
    var said: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }

    /// What it has said so far on standard error.
    var complaints: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

    /// Whether it is dead and has let go of everything, waited for or not: none of its threads is left.
    var hasDied: Bool {
      let folder = "/proc/\(process.processIdentifier)"
      let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/task")) ?? []
      let state = try? String(contentsOfFile: folder + "/stat", encoding: .utf8)
        .split(separator: ")").last?.split(separator: " ").first
      return threads.count <= 1 && (state ?? "Z") == "Z"
    }

    /// Waits for its end.
    func finish() throws -> Finished {
      process.waitUntilExit()
      return Finished(
        output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
        code: process.terminationStatus,
        wasKilled: process.terminationReason == .uncaughtSignal)
    }
  }

  /// A process that has ended.
  struct Finished {
    let output: String
    let errors: String
    let code: Int32
    let wasKilled: Bool

    /// The output without its last line break, by line.
    var lines: [String] {
      output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// The output read as JSON.
    func json<Value>(_ type: Value.Type = [String: Any].self) throws -> Value {
      let object = try JSONSerialization.jsonObject(
        with: Data(output.utf8), options: .fragmentsAllowed)
      return try #require(object as? Value)
    }
  }
}
