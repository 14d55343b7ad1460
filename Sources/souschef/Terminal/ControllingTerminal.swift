import Glibc

/// The terminal that a program was started from, whatever its standard input is.
enum ControllingTerminal {
  /// Takes the terminal as standard input, once what was piped in has been read; nothing happens
  /// where there is none, or standard output is not a terminal.
  static func takeAsInput() {
    guard isatty(STDIN_FILENO) == 0, Output.isTerminal else { return }
    let terminal = open("/dev/tty", O_RDWR)
    guard terminal >= 0 else { return }
    dup2(terminal, STDIN_FILENO)
    close(terminal)
  }
}
