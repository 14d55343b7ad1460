import Foundation
import Glibc

/// A program that takes over the terminal: the cook's editor, the pager.
///
/// It stays in the terminal's foreground group, where it may read the keyboard; Foundation's `Process`
/// makes a group of its own for each, which the terminal stops at the first read. Until it has ended,
/// Ctrl-C is its own, as with POSIX's `system`.
struct ForegroundProgram {
  private let number: pid_t
  private let interrupt: sighandler_t?
  private let quit: sighandler_t?

  /// Starts a command of the shell, which splits `code --wait` as the cook meant it; the arguments are
  /// its `$1`, `$2`, … and never code. `input` takes the place of the keyboard.
  ///
  /// - Throws: a `POSIXError` where it cannot be started.
  init(_ command: String, arguments: [String] = [], input: Int32? = nil) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }

    // What this program ignores or keeps from itself, the other one must hear.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var heard = sigset_t()
    sigemptyset(&heard)
    for signal in [SIGINT, SIGQUIT, SIGPIPE, SIGXFSZ] { sigaddset(&heard, signal) }
    posix_spawnattr_setsigdefault(&attributes, &heard)
    var kept = sigset_t()
    sigemptyset(&kept)
    posix_spawnattr_setsigmask(&attributes, &kept)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    // A shell that Ctrl-C ends would leave the program behind; a trap is the shell's alone.
    let words = ["sh", "-c", "trap : INT QUIT; \(command)", "souschef"] + arguments
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    pointers.append(nil)
    defer { pointers.forEach { free($0) } }
    interrupt = signal(SIGINT, SIG_IGN)
    quit = signal(SIGQUIT, SIG_IGN)
    var number: pid_t = 0
    let fault = posix_spawn(&number, "/bin/sh", &actions, &attributes, pointers, environ)
    self.number = number
    guard fault == 0 else {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
      throw POSIXError(POSIXErrorCode(rawValue: fault) ?? .EIO)
    }
  }

  /// Waits for its end and gives its status, as a shell does: 128 and the signal where one ended it.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(number, &status, 0) == -1, errno == EINTR {}
    signal(SIGINT, interrupt)
    signal(SIGQUIT, quit)
    let signalNumber = status & 0x7f
    return signalNumber == 0 ? (status >> 8) & 0xff : 128 + signalNumber
  }
}
