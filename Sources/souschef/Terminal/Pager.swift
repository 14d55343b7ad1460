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
    try? pager.pipe.fileHandleForWriting.write(contentsOf: Data(painted.utf8))
    try? pager.pipe.fileHandleForWriting.close()
    pager.process.waitUntilExit()
  }

  private static func launch() -> (process: Process, pipe: Pipe)? {
    let choice = ProcessInfo.processInfo.environment["PAGER"] ?? ""
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", choice.isEmpty ? "exec less -FRX" : choice]
    let pipe = Pipe()
    process.standardInput = pipe
    guard choice != "cat", (try? process.run()) != nil else { return nil }
    return (process, pipe)
  }

  private static var height: Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0
      ? Int(size.ws_row) : 24
  }
}
