import Glibc
import Synchronization

/// The terminal for as long as a full-screen view has it: keys come one by one and unseen, the
/// screen is the alternate one, the cursor is hidden. Ending the value's life puts everything back,
/// and so does ``restore()``, which signal handlers and the end of the process call.
struct RawTerminal: ~Copyable {
  /// What to put back; nil where nothing has been taken.
  private static let saved = Mutex<termios?>(nil)

  private static let enter = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[2J"
  private static let leave = "\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

  /// Takes the terminal; nil where standard input is none.
  init?() {
    guard Self.take() else { return nil }
    // Whatever ends the process by the ordinary way leaves a usable terminal.
    atexit { RawTerminal.restore() }
  }

  /// Gives the terminal back, stops the process, and takes the terminal again once it goes on.
  static func suspend() {
    restore()
    // To this thread, which then stops right here; to the process it might stop a little later.
    raise(SIGSTOP)
    _ = take()
  }

  /// Takes the terminal; whether there is one.
  private static func take() -> Bool {
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return false }
    saved.withLock { $0 = settings }
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    withUnsafeMutableBytes(of: &settings.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
    send(enter)
    return true
  }

  deinit { Self.restore() }

  /// Puts back what was taken; does nothing the second time.
  ///
  /// Whoever comes while another puts it back waits for that: the process might be about to end.
  static func restore() {
    saved.withLock { saved in
      guard var settings = saved else { return }
      saved = nil
      send(leave)
      while tcsetattr(STDIN_FILENO, TCSADRAIN, &settings) != 0, errno == EINTR {}
    }
  }

  private static func send(_ text: String) {
    Output.write(text)
    try? Output.flush()
  }
}
