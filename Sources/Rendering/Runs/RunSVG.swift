package import KitchenModel

/// A run as a picture that also prints in black and white: each step's planned stretch outlined above
/// the true one, and a dashed line where a course was served.
package enum RunSVG {
  /// The document: a stand-alone SVG file whose picture scales to any size.
  package static func text(of shown: ShownRun, width: Int = 1200) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root(of: shown, width: width).markup()
  }

  /// The picture.
  static func root(of shown: ShownRun, width: Int) -> XMLElement {
    let run = shown.run
    let title = "Run \(run.id): \(run.meal), planned above actual"
    let figures =
      [RunWords.lengths(run) + "."] + (RunWords.figures(run).map { [$0] } ?? [])
    let scale = Scale(shown, width: width)
    let height = Scale.top + Scale.row * run.steps.count + 10
    var parts = [
      XMLElement("title", text: title), XMLElement("desc", text: figures.joined(separator: " ")),
      PictureFill.patterns,
      XMLElement("rect", ["width": "\(width)", "height": "\(height)", "fill": "#fff"]),
      label(title, y: 32, size: 20, room: width, weight: "bold"),
      label(figures.joined(separator: " "), y: 54, size: 13, room: width),
    ]
    for (index, step) in run.steps.enumerated() {
      let top = Scale.top + Scale.row * index
      parts.append(label("\(step.dish)/\(step.step)", y: top + 24, size: 14, room: scale.left))
      parts.append(scale.bar(step.plannedStart, step.plannedEnd, y: top + 4, fill: "#fff"))
      if let start = step.actualStart {
        let fill = PictureFill(step.kind).rawValue
        parts.append(scale.bar(start, step.actualEnd ?? scale.end, y: top + 20, fill: fill))
      }
    }
    parts += shown.servings.map { scale.line(at: $0.at, to: height) }
    return XMLElement(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)",
        "font-family": "sans-serif", "role": "img",
      ], parts)
  }

  private static func label(
    _ text: String, y: Int, size: Int, room: Int, weight: String = "normal"
  ) -> XMLElement {
    XMLElement(
      "text", ["x": "16", "y": "\(y)", "font-size": "\(size)", "font-weight": weight],
      text: TextMetrics.truncated(
        text, to: Double(room - 32) / TextMetrics.boldness, fontSize: Double(size)))
  }

  /// Maps moments to pixels.
  private struct Scale {
    static let (top, row) = (66, 44)
    /// Where the chart begins: the names before it get no more than two fifths.
    let left: Int
    let end: Seconds
    private let room: Int

    init(_ shown: ShownRun, width: Int) {
      let ends =
        shown.run.steps.map { max($0.plannedEnd, $0.actualEnd ?? .zero) } + shown.servings.map(\.at)
      end = max(Seconds(1), ends.max() ?? .zero)
      left = min(240, width * 2 / 5)
      room = width - left - 20
    }

    private func x(_ moment: Seconds) -> Int { left + moment.count * room / end.count }

    func bar(_ from: Seconds, _ to: Seconds, y: Int, fill: String) -> XMLElement {
      XMLElement(
        "rect",
        [
          "x": "\(x(from))", "y": "\(y)", "width": "\(max(2, x(to) - x(from)))", "height": "14",
          "fill": fill, "stroke": "#222",
        ])
    }

    func line(at moment: Seconds, to bottom: Int) -> XMLElement {
      XMLElement(
        "line",
        [
          "x1": "\(x(moment))", "x2": "\(x(moment))", "y1": "\(Self.top)", "y2": "\(bottom)",
          "stroke": "#000", "stroke-dasharray": "4 3",
        ])
    }
  }
}
