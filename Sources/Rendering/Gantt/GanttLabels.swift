/// The two columns of labels left of a chart.
struct GanttLabels {
  /// The columns they take, with the gaps after them.
  let width: Int
  private let groupWidth: Int
  private let labelWidth: Int

  /// Fits the labels of `rows` into at most the part of `width` that leaves the chart the rest.
  init(_ rows: [GanttRow], width: Int) {
    let room = max(0, width * 2 / 5 - 2)
    var group = rows.map { DisplayWidth.of($0.group) }.max() ?? 0
    var label = rows.map { DisplayWidth.of($0.label) }.max() ?? 0
    // The wider gives way, so that short names stay whole.
    if group + label > room {
      let half = room / 2
      if group <= half {
        label = room - group
      } else if label <= room - half {
        group = room - label
      } else {
        (group, label) = (half, room - half)
      }
    }
    (groupWidth, labelWidth) = (group, label)
    self.width = group + 1 + label + 1
  }

  /// A line of the chart with its labels.
  func line(_ group: String, _ label: String, _ lane: StyledLine) -> StyledLine {
    var line = StyledLine()
    line.append(DisplayWidth.padded(group, to: groupWidth) + " ")
    line.append(DisplayWidth.padded(label, to: labelWidth) + " ")
    line.append(lane)
    return line
  }
}
