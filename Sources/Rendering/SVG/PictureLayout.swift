import JSON
import KitchenModel

extension PlanPicture {
  /// Where everything stands, in pixels.
  struct Layout: Sendable {
    static let rowHeight = 22.0
    static let baseline = 15.5
    static let barInset = 4.0
    static let fontSize = 12.0
    /// How much wider a column is than its widest text is thought to be.
    static let allowance = 1.12
    /// The blank between two columns of text.
    static let gap = 8.0
    /// Below this a picture is narrow.
    static let narrow = 600.0

    let margin = 24.0
    /// A narrow picture has no column of times: its axis tells them.
    let timeWidth: Double
    let width: Double
    /// The columns of dish and step: as wide as their texts, and the chart keeps two fifths.
    let groupWidth: Double
    let labelWidth: Double
    /// The base line of the axis labels.
    let axisY: Double
    private let rows: Int
    private let end: Double

    init(width: Double, rows: [GanttRow], end: Seconds, hasDays: Bool, headingBottom: Double) {
      self.width = width
      timeWidth = width < Self.narrow ? 0 : 128
      self.rows = rows.count
      self.end = Double(max(1, end.count))
      axisY = headingBottom + (hasDays ? 48 : 32)
      let room = (width - 2 * margin - timeWidth) * 0.6
      let labelled = rows.filter { !$0.label.isEmpty }
      let group = (labelled.map { Self.width(ofGroup: $0.group) }.max() ?? 0) + Self.gap
      let label =
        (labelled.map { TextMetrics.width(of: $0.label, fontSize: Self.fontSize) * Self.allowance }
          .max() ?? 0)
        + Self.gap
      let alone =
        (rows.filter(\.label.isEmpty).map { Self.width(ofGroup: $0.group) }.max() ?? 0) + Self.gap
      // Where both do not fit, the shorter one keeps its width if it is within its half.
      groupWidth = min(group, max(room / 2, room - label))
      labelWidth = min(max(label, alone - groupWidth), room - groupWidth)
    }

    /// How wide the name of a group of rows is, in bold letters.
    private static func width(ofGroup text: String) -> Double {
      TextMetrics.width(of: text, fontSize: fontSize) * TextMetrics.boldness * allowance
    }

    var innerWidth: Double { width - 2 * margin }
    var chartLeft: Double { margin + groupWidth + labelWidth + timeWidth }
    var chartWidth: Double { width - margin - chartLeft }
    var chartTop: Double { axisY + 8 }
    var chartBottom: Double { chartTop + Double(rows) * Self.rowHeight }
    var height: Double { chartBottom + 44 }

    func x(_ moment: Seconds) -> Double { chartLeft + Double(moment.count) / end * chartWidth }
    func y(row: Int) -> Double { chartTop + Double(row) * Self.rowHeight }
  }
}

/// Writes coordinates.
enum SVGNumber {
  /// A number to a tenth, without trailing zeros.
  static func text(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return JSONValue.decimal(units: tenths, places: 1).compactText
  }
}
