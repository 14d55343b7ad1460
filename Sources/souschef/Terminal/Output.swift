import DurableFiles
import Glibc
import KitchenModel
import Rendering
import Synchronization

/// Standard output and standard error.
///
/// Output is gathered and handed over in one piece; ``flush()`` reports what could not be written.
enum Output {
  /// What has been written and not handed over yet.
  private static let buffer = Mutex<[UInt8]>([])

  /// Writes a line.
  static func print(_ line: String) {
    write(line)
    write("\n")
  }

  /// Writes text as it is.
  static func write(_ text: String) {
    buffer.withLock { $0.append(contentsOf: text.utf8) }
  }

  /// Writes a sentence in which the cook's own words are made safe for a terminal, which breaks it
  /// between words.
  static func say(_ sentence: String) {
    print(broken(TerminalText.sanitized(sentence), for: STDOUT_FILENO))
  }

  /// Writes a sentence and hands it to the reader at once; a terminal breaks it between words.
  static func tell(_ sentence: String) throws {
    try announce(broken(sentence, for: STDOUT_FILENO))
  }

  /// Writes sentences, a line each, to standard error; a terminal breaks them between words.
  static func writeError(sentences: String...) {
    writeError(sentences.map { broken($0, for: STDERR_FILENO) + "\n" }.joined())
  }

  /// A sentence as the terminal that a descriptor leads to breaks it; whole where it leads elsewhere.
  private static func broken(_ sentence: String, for descriptor: Int32) -> String {
    guard let width = columns(descriptor) else { return sentence }
    return WordWrap.uncut(sentence, width: width, indent: "  ").joined(separator: "\n")
  }

  /// Writes a line and hands it to the reader at once.
  static func announce(_ line: String) throws {
    print(line)
    try flush()
  }

  /// Writes text to standard error as it is, after what was written to standard output before.
  static func writeError(_ text: String) {
    try? flush()
    // Where errors cannot be reported there is nobody to tell.
    try? Descriptor.write(Array(text.utf8)[...], to: STDERR_FILENO)
  }

  /// Writes diagnostics to standard error.
  static func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      writeError(
        DiagnosticText.text(of: diagnostic, in: CommandLineWords(), width: columns(STDERR_FILENO)))
    }
  }

  /// Hands everything written to the system.
  ///
  /// - Throws: a ``Diagnostic`` where standard output takes no more.
  static func flush() throws {
    let bytes = buffer.withLock { buffer in
      defer { buffer.removeAll(keepingCapacity: true) }
      return buffer
    }
    do {
      try Descriptor.write(bytes[...], to: STDOUT_FILENO)
    } catch {
      throw Diagnostic(
        .storageFailed, "Standard output cannot be written: \(error.reason).",
        hints: [error.hintForRoom ?? "Send the output elsewhere."])
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

  /// Whether the terminal can show a full screen.
  static var wantsScreen: Bool {
    isInteractive && getenv("TERM").map { String(cString: $0) } != "dumb"
  }

  /// Whether nothing is to be drawn over: `ACCESSIBLE` is set, as for a screen reader.
  static var isAccessible: Bool {
    let value = getenv("ACCESSIBLE").map { String(cString: $0) } ?? ""
    return !["", "0", "no", "false"].contains(value.lowercased())
  }

  /// The width to draw for: the terminal's, or 80 columns.
  static var width: Int { columns(STDOUT_FILENO) ?? 80 }

  /// The width of the terminal that a descriptor leads to; nil where it leads elsewhere, or the
  /// terminal does not say.
  private static func columns(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col >= 20
    else { return nil }
    return Int(size.ws_col)
  }
}
