import Glibc
import Rendering

/// A full screen that is drawn over again: only lines that differ are sent, so nothing flickers.
struct Screen {
  private var shown: [String] = []
  private var size: LiveScreen.Size?

  /// The terminal's size; 80 by 24 where it does not say.
  static var size: LiveScreen.Size {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return LiveScreen.Size(width: 80, height: 24) }
    return LiveScreen.Size(width: Int(size.ws_col), height: Int(size.ws_row))
  }

  /// Draws a text of at most the screen's size.
  mutating func draw(_ text: StyledText, size: LiveScreen.Size) {
    let lines = text.lines.map { line in
      let text = StyledText(lines: [line])
      return String((Output.wantsColour ? text.ansiText : text.plainText).dropLast())
    }
    var update = ""
    if self.size != size {
      shown = []
      update += "\u{1B}[2J"
    }
    self.size = size
    for (row, line) in lines.enumerated() where row >= shown.count || shown[row] != line {
      update += "\u{1B}[\(row + 1);1H\(line)\u{1B}[0m\u{1B}[K"
    }
    for row in lines.count..<max(lines.count, shown.count) {
      update += "\u{1B}[\(row + 1);1H\u{1B}[K"
    }
    shown = lines
    guard !update.isEmpty else { return }
    // The whole frame in one piece, between the marks of a synchronized update.
    Output.write("\u{1B}[?2026h\(update)\u{1B}[?2026l")
    try? Output.flush()
  }

  /// Forgets what is shown, so that everything is drawn next time.
  mutating func invalidate() {
    shown = []
    size = nil
  }
}
