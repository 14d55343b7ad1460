package import KitchenModel

/// A full screen of a run: what to do now, what is waited for, what comes next, what is done, and
/// when dinner will be ready. A pure function of the state, the moment and the size.
package struct LiveScreen: Sendable {
  /// What is shown.
  package var state: LiveState
  /// The kitchen's clock.
  package var clock: LocalClock
  /// What keys are about; nil for what has been due longest.
  package var selection: LiveSelection?
  /// The last line: keys, or what is being typed.
  package var footer: String
  /// What is shown instead of the run, line by line: every key; empty for nothing.
  package var help: [String]

  /// Creates a screen.
  package init(
    _ state: LiveState, clock: LocalClock, selection: LiveSelection? = nil, footer: String = "",
    help: [String] = []
  ) {
    self.state = state
    self.clock = clock
    self.selection = selection
    self.footer = footer
    self.help = help
  }

  /// The size of a screen in columns and lines.
  package struct Size: Sendable, Hashable {
    /// Columns.
    package var width: Int
    /// Lines.
    package var height: Int

    /// Creates a size, at least 20 by 5.
    package init(width: Int, height: Int) {
      self.width = max(20, width)
      self.height = max(5, height)
    }

    /// Whether there is room for digits that can be read from the other end of the kitchen.
    var isLarge: Bool { width >= 100 && height >= 40 }

    /// The lines that the newest notice may take.
    var noticeLines: Int { height >= 24 ? 4 : height >= 20 ? 3 : 1 }
  }

  /// The lines from top to bottom, at most as many as the screen has.
  ///
  /// - Parameter elapsed: The present moment on the run's clock.
  package func text(at elapsed: Seconds, size: Size) -> StyledText {
    let words = LiveWords(state, clock: clock, elapsed: elapsed)
    var head = StyledText()
    head.append(headline(words, size.width))
    for line in WordWrap.lines(words.forecast, width: size.width, indent: "  ") {
      head.append(line, words.isLate ? .alarming : .heading)
    }
    if let notice = state.notice, notice.isNews(at: words.elapsed) {
      let lines = TerminalText.sanitizedLines(notice.text).flatMap {
        WordWrap.lines($0, width: size.width, indent: "  ")
      }
      for line in lines.prefix(size.noticeLines) { head.append(line, .quiet) }
      if lines.count > size.noticeLines, let last = head.lines.popLast() {
        head.append(DisplayWidth.truncated(last.text + " …", to: size.width), .quiet)
      }
    }
    if size.isLarge { head.lines += bigDigits(words, size.width) }
    let foot =
      footer.isEmpty
      ? [] : [StyledLine(DisplayWidth.truncated(footer, to: size.width), .quiet)]
    let room = size.height - head.lines.count - foot.count
    var text = head
    text.lines +=
      help.isEmpty
      ? LiveSections(words, selection: selection, width: size.width).lines(room: room)
      : Array(([StyledLine()] + help.map { StyledLine($0) }).prefix(max(0, room)))
    let gap = size.height - text.lines.count - foot.count
    text.lines += Array(repeating: StyledLine(), count: max(0, gap)) + foot
    return StyledText(lines: Array(text.lines.prefix(size.height))).fitted(to: size.width)
  }

  private func headline(_ words: LiveWords, _ width: Int) -> StyledLine {
    let right = words.clockText(at: words.elapsed)
    let status = state.status == .running ? "" : " (\(state.status.rawValue))"
    let left = TerminalText.sanitized(state.menu.title) + status
    let room = width - DisplayWidth.of(right) - 1
    return StyledLine(DisplayWidth.padded(left, to: room) + " " + right, .heading)
  }

  /// The time left of what is to be done, or of what ends first, in digits of five lines.
  private func bigDigits(_ words: LiveWords, _ width: Int) -> [StyledLine] {
    let left: Seconds
    let name: String
    if let due = state.acts.first {
      let cook = state.menu.kitchen.cooks.count > 1 ? words.cook(due.cook) + ": " : ""
      (left, name) = (due.deadline - words.elapsed, cook + words.text(of: due))
    } else if let step = words.running.first {
      (left, name) = (words.left(of: step), words.name(step))
    } else {
      return []
    }
    let style: TextStyle = left < .zero ? .alarming : .heading
    return [StyledLine()]
      + BigDigits.lines(for: Countdown.text(left)).map { StyledLine("  " + $0, style) }
      + WordWrap.lines(name, width: width - 2).map { StyledLine("  " + $0, style) }
  }
}
