package import KitchenModel

/// How late meals were, over time: a dot a run, above the line where it was late and below where it was
/// early.
package enum LatenessSVG {
  /// How much longer a run took than planned; nil where it is not over.
  package static func late(_ run: Run) -> Seconds? { run.actual.map { $0 - run.planned } }

  /// The document: a stand-alone SVG file.
  ///
  /// - Parameter width: The width in pixels at which it is laid out, at least 400.
  package static func text(of runs: [Run], clock: LocalClock, width: Int = 1200) -> String {
    let runs = runs.filter { late($0) != nil }.sorted { $0.startedAt < $1.startedAt }
    let width = Double(max(400, width))
    let (left, right, top, bottom) = (84.0, width - 28, 24.0, 264.0)
    let axis = PlotAxis(runs.compactMap(late), marks: 6)
    func y(_ length: Seconds) -> Double { axis.place(length, bottom, top) }
    let first = runs.first?.startedAt ?? Instant(epochSeconds: 0)
    let span = Double(max(1, (runs.last?.startedAt ?? first).seconds(since: first).count))
    func x(_ run: Run) -> Double {
      guard runs.count > 1 else { return (left + right) / 2 }
      return left + 12 + (right - left - 24) * Double(run.startedAt.seconds(since: first).count)
        / span
    }
    var parts = axis.marks.flatMap { mark in
      [
        PlotParts.line(
          (left, y(Seconds(mark))), (right, y(Seconds(mark))), mark == 0 ? "#000" : "#ccc"),
        PlotParts.text(
          PlotAxis.text(mark, isSigned: true), left - 8, y(Seconds(mark)) + 4, size: 12,
          anchor: "end"),
      ]
    }
    for run in runs {
      guard let length = late(run) else { continue }
      let day = clock.shortDayText(run.startedAt)
      parts.append(
        PlotParts.dot(
          x(run), y(length),
          title: "\(run.meal), \(day): \(PlotAxis.text(length.count, isSigned: true))"))
    }
    if let first = runs.first, let last = runs.last {
      parts.append(
        PlotParts.text(String(clock.shortDayText(first.startedAt)), left, bottom + 28, size: 12))
      if runs.count > 1 {
        parts.append(
          PlotParts.text(
            String(clock.shortDayText(last.startedAt)), right, bottom + 28, size: 12,
            anchor: "end"))
      }
    }
    let onTime = runs.count { (late($0) ?? .zero) <= .zero }
    let picture = PlotParts.root(
      title: "How late dinner was",
      description: "\(onTime) of \(runs.count) runs were served by the time planned.",
      width: width, height: bottom + 44, parts)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + picture.markup()
  }
}
