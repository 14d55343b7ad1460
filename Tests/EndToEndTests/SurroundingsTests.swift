import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// What the program finds around it: limits of the system, closed files, pipes where files should
/// be.
struct SurroundingsTests {
  private let kitchen: Kitchenette

  init() throws { kitchen = try Kitchenette() }

  /// Runs a line of a shell in which `souschef` is the program; no longer than ten seconds.
  private func shell(_ line: String) throws -> (said: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = ["10", "/bin/bash", "-c", "souschef() { \"$PROGRAM\" \"$@\"; }; \(line)"]
    process.currentDirectoryURL = kitchen.folder
    process.environment = kitchen.environment.merging([
      "PROGRAM": Kitchenette.binary.path(percentEncoded: false)
    ]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: said, as: UTF8.self), process.terminationStatus)
  }

  @Test func `files that may not grow are a failure of the write`() throws {
    let file = Kitchenette.root.appending(path: "Examples/thanksgiving.yaml").path()
    let (said, code) = try shell("ulimit -f 60; souschef import \(file)")
    #expect(code == 74)
    #expect(
      said.hasSuffix(
        """
        cannot grow: files may not grow larger here. Nothing was changed.
        Hint: Allow larger files, as with `ulimit -f unlimited`, and try again.

        """), "\(said)")
    // Files beside the database count as well, and so do documents.
    try kitchen.does("import", file)
    for command in ["dish add A --blocking 1m", "db backup copy.db", "export -o kitchen.yaml"] {
      let (said, code) = try shell("ulimit -f 2; souschef \(command)")
      #expect(code == 74, "\(command)")
      #expect(said.contains("files may not grow larger here"), "\(said)")
    }
    #expect(try kitchen.does("doctor").output.contains("All is well."))
  }

  @Test(arguments: [
    ["plan", "--file", "pipe"], ["import", "pipe"], ["history", "import", "pipe"],
    ["cook", "A", "--simulate", "--actuals", "pipe"],
  ])
  func `a pipe that nobody writes to is not waited for`(command: [String]) throws {
    mkfifo(kitchen.folder.appending(path: "pipe").path(), 0o600)
    try kitchen.does("dish", "add", "A", "--blocking", "1m")
    let (said, code) = try shell("souschef " + command.joined(separator: " "))
    #expect(code == 66)
    #expect(
      said
        == """
        souschef: "pipe" cannot be read: nobody writes to it.
        Hint: Start the program that writes to it first.

        """)
  }

  @Test(arguments: ["mkfifo pipe; echo 'dishes: [{name: A, waiting: 1m}]' >pipe & sleep 0.1;", ""])
  func `a pipe that somebody writes to is a file like any other`(writer: String) throws {
    let file = writer.isEmpty ? "<(echo 'dishes: [{name: A, waiting: 1m}]')" : "pipe"
    let (said, code) = try shell("\(writer) souschef plan --file \(file) --format csv")
    #expect(code == 0, "\(said)")
    #expect(said.contains("A,waiting"))
  }

  @Test func `a limit on open files is raised, or said`() throws {
    try kitchen.does("dish", "add", "A", "--blocking", "1m")
    // The program itself needs a few to be loaded where it is not linked statically.
    #expect(try shell("ulimit -S -n 8; souschef dish list").code == 0)
    let (said, code) = try shell("ulimit -n 8; souschef dish list")
    #expect(code == 74)
    #expect(said.contains("too few files: 8 at once"))
  }

  @Test func `closed standard files are errors, and never the database`() throws {
    try kitchen.does("dish", "add", "A", "--blocking", "1m")
    let before = try kitchen.databaseBytes()["souschef.db"]
    #expect(try shell("souschef dish list >&-").code == 74)
    #expect(try shell("souschef nosuch <&- >&- 2>&-").code == 64)
    #expect(try kitchen.databaseBytes()["souschef.db"] == before)
    #expect(try shell("souschef dish list <&-").said.contains("A"))
  }

  @Test(arguments: ["pipe", "/dev/null", ":memory:", "file:x?mode=memory"])
  func `what is not a file is not a database`(path: String) throws {
    mkfifo(kitchen.folder.appending(path: "pipe").path(), 0o600)
    try kitchen.does("dish", "add", "A", "--blocking", "1m")
    try kitchen.does("db", "backup", "copy.db")
    for command in [
      "dish add B --blocking 1m", "dish list", "plan A", "doctor", "db query 'SELECT 1'",
      "db restore copy.db",
    ] {
      let (said, code) = try shell("souschef \(command) --db '\(path)'")
      #expect(code == 73, "\(command)")
      #expect(said.contains(path), "\(command)")
    }
    #expect(try [66, 73].contains(shell("souschef db restore '\(path)'").code))
  }

  @Test func `what is not a file or cannot be named is left out of a folder, and said`() throws {
    let folder = kitchen.folder.appending(path: "recipes/below").path()
    let file = Kitchenette.root.appending(path: "Examples/lunch.yaml").path()
    let (said, code) = try shell(
      "mkdir -p \(folder); cd recipes; cp \(file) below; mkfifo pipe.yaml; ln -s pipe.yaml link.yaml;"
        + " cp \(file) $'caf\\xe9.yaml'; cd ..; souschef import recipes --yes")
    #expect(code == 0)
    #expect(said.contains("\"recipes/pipe.yaml\" cannot be read: it is a pipe or a device"))
    #expect(said.contains("\"recipes/link.yaml\" cannot be read: it is a pipe or a device"))
    #expect(said.contains("its name is not UTF-8"))
    #expect(said.contains("Added Pasta, Meatloaf, Avocado, lunch."))
  }

  @Test func `a pipe that is full and waits for nobody is waited for`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    let junk = [UInt8](repeating: 0x20, count: 1 << 16)
    while write(ends[1], junk, junk.count) > 0 {}
    let process = Process()
    process.executableURL = Kitchenette.binary
    process.arguments = ["export"]
    process.currentDirectoryURL = kitchen.folder
    process.environment = kitchen.environment
    process.standardOutput = FileHandle(fileDescriptor: ends[1], closeOnDealloc: false)
    try process.run()
    // It sleeps in the kernel for as long as nothing is read.
    var samples = 0
    while samples < 5 {
      samples = isAsleep(process.processIdentifier) ? samples + 1 : 0
      RealTime.pass(milliseconds: 10)
    }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    var read = [UInt8]()
    var part = junk
    while process.isRunning || read.isEmpty {
      let count = Glibc.read(ends[0], &part, part.count)
      if count > 0 { read += part[..<count] } else { usleep(1000) }
    }
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// Whether the first thread of a process waits for something.
  private func isAsleep(_ process: pid_t) -> Bool {
    let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return text.split(separator: ")").last?.hasPrefix(" S") ?? false
  }
}
