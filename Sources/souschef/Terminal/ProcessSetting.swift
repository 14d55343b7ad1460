import Glibc
import KitchenModel

/// What the program finds itself started with, put in order before anything else.
enum ProcessSetting {
  /// Sees to signals and open files.
  ///
  /// - Throws: a ``Diagnostic`` where so few files may be open that nothing can be done.
  static func prepare() throws {
    // A reader that goes away (`souschef history | head`) ends the program quietly.
    signal(SIGPIPE, SIG_DFL)
    // A file that may not grow is an error of the write, as on a full disk.
    signal(SIGXFSZ, SIG_IGN)
    hearInterrupts()
    keepStandardFiles()
    try requireFiles()
  }

  /// Hears Ctrl-C even where whoever started the program did so with that signal blocked: what is blocked
  /// is handed down, and an endless answer could not be stopped.
  private static func hearInterrupts() {
    var heard = sigset_t()
    sigemptyset(&heard)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&heard, number) }
    pthread_sigmask(SIG_UNBLOCK, &heard, nil)
  }

  /// Takes the places of standard files that are closed, so that no other file gets their numbers and
  /// is written to in their stead. What is opened here fails, as a closed file does.
  private static func keepStandardFiles() {
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) == -1 {
      _ = open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// The most files that a command has open at once, beside the standard ones.
  private static let filesNeeded = 16

  /// Makes sure that enough files can be opened: the libraries below end the process where they cannot.
  private static func requireFiles() throws {
    if canOpen(filesNeeded) { return }
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    let allowed = limit.rlim_cur
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    if canOpen(filesNeeded) { return }
    throw Diagnostic(
      .storageFailed, "The system lets this program open too few files: \(allowed) at once.",
      hints: ["Allow more, as with `ulimit -n 256`."])
  }

  private static func canOpen(_ count: Int) -> Bool {
    var opened: [Int32] = []
    defer { opened.forEach { close($0) } }
    for _ in 0..<count {
      let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return errno != EMFILE && errno != ENFILE }
      opened.append(file)
    }
    return true
  }
}
