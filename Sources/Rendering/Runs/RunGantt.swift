package import KitchenModel

/// A run as a chart of characters: two rows a step, as planned above as it really was.
package enum RunGantt {
  /// The chart in at most `width` columns.
  package static func text(of run: Run, width: Int = 80) -> StyledText {
    var text = StyledText()
    let title = "Run \(run.id): \(TerminalText.sanitized(run.meal)), planned above actual."
    text.append(wrapping: title, width: width, indent: "  ", .heading)
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

/// A run as a picture: each step's planned stretch outlined above the true one.
package enum RunSVG {
  /// The document: a stand-alone SVG file whose picture scales to any size.
  package static func text(of run: Run, width: Int = 1200) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root(of: run, width: width).markup()
  }

  /// The picture.
  static func root(of run: Run, width: Int) -> XMLElement {
    let label = 240
    let row = 44
    let end = max(
      1, (run.steps.map { max($0.plannedEnd, $0.actualEnd ?? .zero) }.max()?.count ?? 1))
    let scale = { (moment: Seconds) in label + moment.count * (width - label - 20) / end }
    let height = 60 + row * run.steps.count
    var parts = [
      XMLElement("title", text: "Run \(run.id): \(run.meal)"),
      XMLElement(
        "rect", ["width": "\(width)", "height": "\(height)", "fill": "#ffffff"]),
      XMLElement(
        "text", ["x": "16", "y": "32", "font-size": "20", "font-weight": "bold"],
        text: "Run \(run.id): \(run.meal), planned above actual"),
    ]
    for (index, step) in run.steps.enumerated() {
      let top = 50 + row * index
      parts.append(
        XMLElement(
          "text", ["x": "16", "y": "\(top + 24)", "font-size": "14"],
          text: "\(step.dish)/\(step.step)"))
      func bar(_ from: Seconds, _ to: Seconds, _ y: Int, _ fill: String) -> XMLElement {
        XMLElement(
          "rect",
          [
            "x": "\(scale(from))", "y": "\(y)", "width": "\(max(2, scale(to) - scale(from)))",
            "height": "14", "fill": fill, "stroke": "#333333",
          ])
      }
      parts.append(bar(step.plannedStart, step.plannedEnd, top + 4, "#ffffff"))
      if let start = step.actualStart {
        let fill = step.kind == .blocking ? "#c8553d" : "#9cc5d8"
        parts.append(bar(start, step.actualEnd ?? Seconds(end), top + 20, fill))
      }
    }
    return XMLElement(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)",
        "font-family": "sans-serif", "role": "img",
      ], parts)
  }
}
