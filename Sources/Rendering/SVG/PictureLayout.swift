import JSON
import KitchenModel

extension PlanPicture {
  /// Where everything stands, in pixels.
  struct Layout: Sendable {
    static let rowHeight = 22.0
    static let baseline = 15.5
    static let barInset = 4.0
    static let fontSize = 12.0
    /// The blank between two columns of text.
    static let gap = 8.0
    /// Below this a picture is narrow.
    static let narrow = 600.0

    let margin = 24.0
    /// A narrow picture has no column of times: its axis tells them.
    let timeWidth: Double
    let width: Double
    private let rows: Int
    private let end: Double
    private let hasDays: Bool

    init(width: Double, rows: Int, end: Seconds, hasDays: Bool) {
      self.width = width
      timeWidth = width < Self.narrow ? 0 : 128
      self.rows = rows
      self.end = Double(max(1, end.count))
      self.hasDays = hasDays
    }

    var innerWidth: Double { width - 2 * margin }
    /// The columns of dish and step share what the chart leaves them.
    var groupWidth: Double { (innerWidth - timeWidth) * (timeWidth == 0 ? 0.24 : 0.15) }
    var labelWidth: Double { (innerWidth - timeWidth) * 0.2 }
    var chartLeft: Double { margin + groupWidth + labelWidth + timeWidth }
    var chartWidth: Double { width - margin - chartLeft }
    /// The base line of the axis labels.
    var axisY: Double { hasDays ? 112 : 96 }
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
