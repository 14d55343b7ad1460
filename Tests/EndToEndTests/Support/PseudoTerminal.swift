import Foundation
import Glibc

/// A terminal of its own for one program under test, and what is to be seen on it.
final class PseudoTerminal {
  private let master: Int32
  private let slave: Int32
  private(set) var screen: TerminalScreen
  private var process: Process?

  /// What went wrong with a terminal.
  enum Fault: Error {
    /// There is none to be had.
    case unavailable(Int32)
    /// The program ended, or half a minute passed, and what was waited for was not on the screen.
    case neverShown(screen: String)
  }

  /// How long a program is waited for, in milliseconds: only a hanging one takes so long.
  private static let patience: Int32 = 30_000

  /// Opens a terminal of that size.
  init(width: Int, height: Int) throws {
    screen = TerminalScreen(width: width, height: height)
    var (main, line) = (Int32(-1), Int32(-1))
    guard openpty(&main, &line, nil, nil, nil) == 0 else { throw Fault.unavailable(errno) }
    master = main
    slave = line
    setSize(width, height)
  }

  deinit {
    if let process, process.isRunning { process.terminate() }
    close(slave)
    if !isHungUp { close(master) }
  }

  private var isHungUp = false

  /// Closes the window: nobody is at the terminal any more. The program's exit code.
  func hangUp() throws -> Int32 {
    close(master)
    isHungUp = true
    process?.waitUntilExit()
    return process?.terminationStatus ?? 0
  }

  /// Kills the process that started the program. That it is gone cannot be waited for: to Foundation
  /// a process has ended when all that it started have.
  func killParent() {
    if let process { kill(process.processIdentifier, SIGKILL) }
  }

  /// Whether the program is still there.
  var isRunning: Bool {
    let text = numberFile.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
    return Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)).map { kill($0, 0) == 0 }
      ?? false
  }

  /// Runs the program, or another, on the terminal, as its session's leader.
  func run(
    _ arguments: [String], in kitchen: Kitchenette, environment: [String: String] = [:],
    program: URL = Kitchenette.binary
  ) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/setsid")
    // The shell says its number and becomes the program.
    process.arguments =
      ["--ctty", "--wait", "/bin/sh", "-c", "echo $$ > number; exec \"$@\"", "sh"]
      + [program.path()] + arguments
    process.currentDirectoryURL = kitchen.folder
    process.environment = kitchen.environment.merging(["TERM": "xterm-256color"]) { $1 }
      .merging(environment) { $1 }
    let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    self.process = process
    numberFile = kitchen.folder.appending(path: "number")
  }

  private var numberFile: URL?

  /// Sends the program a signal.
  func send(signal: Int32) throws {
    let text = try numberFile.map { try String(contentsOf: $0, encoding: .utf8) } ?? ""
    guard let number = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw Fault.neverShown(screen: screen.text)
    }
    kill(number, signal)
  }

  /// Types.
  func type(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// Gives the terminal another size and tells the program.
  func resize(width: Int, height: Int) {
    screen = TerminalScreen(width: width, height: height, continuing: screen)
    setSize(width, height)
  }

  /// The terminal's settings: whether lines are gathered, keys echoed.
  var modes: [UInt32] {
    var settings = termios()
    tcgetattr(slave, &settings)
    return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
  }

  /// Reads what the program shows until it holds; for so many seconds at most.
  func wait(
    atMost seconds: Int = Int(PseudoTerminal.patience) / 1000,
    until holds: (TerminalScreen) -> Bool
  ) throws {
    let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
    while !holds(screen) {
      guard ContinuousClock.now < deadline, read() else {
        throw Fault.neverShown(screen: screen.text)
      }
    }
  }

  /// Reads what comes within so long.
  func read(milliseconds: Int32) { while read(patience: milliseconds) {} }

  /// Reads to the program's end; its exit code.
  func finish() throws -> Int32 {
    guard let process else { return 0 }
    while process.isRunning { _ = read(patience: 20) }
    while read(patience: 0) {}
    return process.terminationStatus
  }

  /// Reads what there is; false where nothing comes.
  private func read(patience: Int32 = PseudoTerminal.patience) -> Bool {
    var question = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&question, 1, patience) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    screen.take(Array(buffer[..<count]))
    return true
  }

  private func setSize(_ width: Int, _ height: Int) {
    var size = winsize(
      ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }
}
