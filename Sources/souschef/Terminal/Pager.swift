import Foundation
import Glibc
import Rendering

/// Shows long answers page by page on a terminal.
enum Pager {
  /// Shows text through `$PAGER` (default `less -FRX`) where it is longer than the terminal; as it
  /// is everywhere else, and where there is no such program.
  static func show(_ text: StyledText) {
    guard Output.isInteractive, text.lines.count >= height, let pager = launch() else {
      return Output.show(text)
    }
    let painted =
      Output.wantsColour ? text.text { span, style in span.painted(style) } : text.plainText
    // A reader who leaves early closes the pipe, which must not end the program.
    signal(SIGPIPE, SIG_IGN)
    try? pager.pages.write(contentsOf: Data(painted.utf8))
    try? pager.pages.close()
    // What a shell ends with that finds no such program.
    if [126, 127].contains(pager.program.wait()) { Output.show(text) }
  }

  /// The pager, and where it takes its pages from.
  private static func launch() -> (program: ForegroundProgram, pages: FileHandle)? {
    let choice = ProcessInfo.processInfo.environment["PAGER"] ?? ""
    guard choice != "cat" else { return nil }
    var ends: [Int32] = [0, 0]
    // A pager that held the other end too would never see the last page.
    guard pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    let pages = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    guard
      let program = try? ForegroundProgram(
        choice.isEmpty ? "exec less -FRX" : choice, input: ends[0])
    else { return nil }
    return (program, pages)
  }

  private static var height: Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0
      ? Int(size.ws_row) : 24
  }
}
