package import KitchenModel

/// How long steps took, a row a step: a bar from the tenth to the ninetieth of a hundred times, a line
/// through it at the middle, and a dot for each of the last times.
package enum StepTimesSVG {
  /// The document: a stand-alone SVG file.
  ///
  /// - Parameter width: The width in pixels at which it is laid out, at least 400.
  package static func text(of steps: [StepStatistics], width: Int = 1200) -> String {
    let width = Double(max(400, width))
    let label = min(320, width * 0.4)
    let (row, top, size) = (30.0, 44.0, 13.0)
    let bottom = top + row * Double(steps.count)
    let (left, right) = (label + 16, width - 28)
    let axis = PlotAxis(
      steps.flatMap { [$0.p10, $0.p90] + $0.recent }, marks: Int((right - left) / 90))
    func x(_ length: Seconds) -> Double { axis.place(length, left, right) }
    var parts = axis.marks.flatMap { mark in
      let place = x(Seconds(mark))
      return [
        PlotParts.line((place, top - 8), (place, bottom), "#ccc"),
        PlotParts.text(
          PlotAxis.text(mark, isSigned: false), place, top - 16, size: 12, anchor: "middle"),
      ]
    }
    for (index, step) in steps.enumerated() {
      let middle = top + row * (Double(index) + 0.5)
      let name = TextMetrics.truncated(
        "\(step.dish)/\(step.step)", to: label - 16, fontSize: size)
      parts.append(PlotParts.text(name, 16, middle + 4, size: size))
      parts.append(
        XMLElement(
          "rect",
          [
            "x": SVGNumber.text(x(step.p10)), "y": SVGNumber.text(middle - 8),
            "width": SVGNumber.text(max(2, x(step.p90) - x(step.p10))), "height": "16",
            "fill": "#ddd", "stroke": "#555",
          ]))
      parts += step.recent.map { length in
        PlotParts.dot(x(length), middle, title: length.spokenText)
      }
      parts.append(
        PlotParts.line(
          (x(step.median), middle - 12), (x(step.median), middle + 12), "#000", width: "3"))
    }
    let picture = PlotParts.root(
      title: "How long steps take",
      description: steps.map {
        "\($0.dish)/\($0.step): \($0.times) times, half within \($0.median.spokenText), "
          + "nine of ten within \($0.p90.spokenText)."
      }.joined(separator: " "), width: width, height: bottom + 16, parts)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + picture.markup()
  }
}
