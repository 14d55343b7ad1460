import Glibc
import KitchenModel
import Rendering

/// Standard output and standard error.
///
/// Output is buffered by the C library; ``flush()`` reports what could not be written.
enum Output {
  /// Writes a line.
  static func print(_ line: String) {
    var text = line
    text.append("\n")
    write(text)
  }

  /// Writes text as it is.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = fwrite($0.baseAddress, 1, $0.count, stdout) }
  }

  /// Writes a line and hands it to the reader at once.
  static func announce(_ line: String) throws {
    print(line)
    try flush()
  }

  /// Writes text to standard error as it is.
  static func writeError(_ text: String) {
    var text = text
    text.withUTF8 { _ = fwrite($0.baseAddress, 1, $0.count, stderr) }
  }

  /// Writes diagnostics to standard error.
  static func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { writeError(DiagnosticText.text(of: diagnostic)) }
  }

  /// Hands everything written to the system.
  ///
  /// - Throws: a ``Diagnostic`` where standard output takes no more.
  static func flush() throws {
    guard fflush(stdout) == 0, ferror(stdout) == 0 else {
      let reason = String(cString: strerror(errno))
      clearerr(stdout)
      throw Diagnostic(
        .storageFailed, "Standard output cannot be written: \(reason).",
        hints: ["Free some space, or send the output elsewhere."])
    }
  }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether somebody can answer questions.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isTerminal }

  /// Whether colour is wanted: a terminal that is not `dumb`, and no `NO_COLOR`.
  static var wantsColour: Bool {
    func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    return isTerminal && (value("NO_COLOR") ?? "").isEmpty && value("TERM") != "dumb"
  }

  /// The width to draw for: the terminal's, or 80 columns.
  static var width: Int {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else {
      return 80
    }
    return Int(size.ws_col)
  }
}
