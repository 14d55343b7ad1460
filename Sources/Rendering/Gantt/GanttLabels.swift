/// The labels of a chart's rows: in two columns left of it, or above each row where there is no room for
/// whole words.
struct GanttLabels {
  /// The columns that are left of the chart, with the gaps after them.
  let width: Int
  private let groupWidth: Int
  private let labelWidth: Int
  private let lineWidth: Int

  private var isAbove: Bool { width == 0 }

  /// Fits the labels of `rows` into at most the part of `width` that leaves the chart the rest.
  init(_ rows: [GanttRow], width: Int) {
    let room = max(0, width * 2 / 5 - 2)
    var group = rows.map { DisplayWidth.of($0.group) }.max() ?? 0
    var label = rows.map { DisplayWidth.of($0.label) }.max() ?? 0
    let leastGroup = WordWrap.leastWidth(of: rows.map(\.group))
    let leastLabel = WordWrap.leastWidth(of: rows.map(\.label))
    lineWidth = width
    guard leastGroup + leastLabel <= room else {
      (groupWidth, labelWidth, self.width) = (0, 0, 0)
      return
    }
    // The wider gives way first, so that short names stay on one line.
    while group + label > room {
      if group > leastGroup, group >= label || label == leastLabel {
        group -= 1
      } else {
        label -= 1
      }
    }
    (groupWidth, labelWidth) = (group, label)
    self.width = group + 1 + label + 1
  }

  /// The lines of a row.
  ///
  /// - Parameters:
  ///   - group: What the row belongs to; empty where the row above says it.
  ///   - label: What the row is.
  ///   - lane: Its chart.
  ///   - blank: The chart beside the further lines of a label.
  func lines(_ group: String, _ label: String, _ lane: StyledLine, blank: StyledLine)
    -> [StyledLine]
  {
    guard !isAbove else {
      let words = group.isEmpty || label.isEmpty ? group + label : "\(group): \(label)"
      let labels = words.isEmpty ? [] : WordWrap.lines(words, width: lineWidth, indent: "  ")
      return labels.map { StyledLine($0) } + [lane]
    }
    let groups = WordWrap.lines(group, width: groupWidth)
    let labels = WordWrap.lines(label, width: labelWidth)
    return (0..<max(groups.count, labels.count, 1)).map { number in
      var line = StyledLine()
      for (texts, width) in [(groups, groupWidth), (labels, labelWidth)] {
        line.append(
          DisplayWidth.padded(number < texts.count ? texts[number] : "", to: width) + " ")
      }
      line.append(number == 0 ? lane : blank)
      return line
    }
  }
}
