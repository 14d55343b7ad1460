package import KitchenModel

/// A run as a chart of characters: two rows a step, as planned above as it really was.
package enum RunGantt {
  /// The chart in at most `width` columns.
  package static func text(of run: Run, width: Int = 80) -> StyledText {
    var text = StyledText()
    let title = "Run \(run.id): \(TerminalText.sanitized(run.meal)), planned above actual."
    text.append(wrapping: title, width: width, indent: "  ", .heading)
    text.append(wrapping: RunWords.lengths(run) + ".", width: width, indent: "  ")
    text.append("")
    let names = run.steps.map { TerminalText.sanitized("\($0.dish)/\($0.step)") }
    let label = min(names.map { DisplayWidth.of($0) }.max() ?? 0, max(8, width / 3))
    let cells = max(10, width - label - 2)
    let end = run.steps.map { max($0.plannedEnd, $0.actualEnd ?? .zero) }.max() ?? .zero
    let scale = Scale(cells: cells, end: end)
    for (step, name) in zip(run.steps, names) {
      let mark: Character = step.kind == .blocking ? "█" : "░"
      let style = step.kind == .blocking ? TextStyle.handsOn : .waiting
      var planned = StyledLine(DisplayWidth.padded(name, to: label, alignment: .leading) + "  ")
      planned.append(scale.bar(step.plannedStart, step.plannedEnd, "·"), .quiet)
      text.append(planned)
      guard let start = step.actualStart else { continue }
      var actual = StyledLine(String(repeating: " ", count: label + 2))
      actual.append(scale.bar(start, step.actualEnd ?? max(start, end), mark), style)
      text.append(actual)
    }
    text.append("")
    text.append(
      String(repeating: " ", count: label + 2) + "0:00 to \(MomentText.clock(end.count))", .quiet)
    return text.fitted(to: width)
  }

  /// Maps moments to cells.
  private struct Scale {
    let cells: Int
    let end: Seconds

    /// A bar of at least one cell between two moments.
    func bar(_ from: Seconds, _ to: Seconds, _ mark: Character) -> String {
      let total = max(1, end.count)
      let first = min(cells - 1, max(0, from.count) * cells / total)
      let last = min(cells, max(first + 1, to.count * cells / total))
      return String(repeating: " ", count: first) + String(repeating: mark, count: last - first)
    }
  }
}
