import KitchenModel

/// An axis of lengths of time, marked at round ones.
struct PlotAxis {
  /// The least length shown.
  let least: Int
  /// The greatest.
  let most: Int
  /// The marked lengths, in order.
  let marks: [Int]

  /// An axis that has all of the lengths and nothing on it, with at most `count` marks or so.
  init(_ lengths: [Seconds], marks count: Int) {
    let (low, high) = (min(0, lengths.min()?.count ?? 0), max(60, lengths.max()?.count ?? 0))
    let wanted = (high - low) / max(1, count) + 1
    let step =
      [10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200].first { $0 >= wanted }
      ?? (wanted + 86_399) / 86_400 * 86_400
    least = low.floorDivided(by: step).quotient * step
    most = (high + step - 1) / step * step
    marks = Array(stride(from: least, through: most, by: step))
  }

  /// Where a length stands between two ends.
  func place(_ length: Seconds, _ from: Double, _ to: Double) -> Double {
    from + (to - from) * Double(length.count - least) / Double(max(1, most - least))
  }

  /// A mark in words: `+5 min`, `1 h`, `0`.
  static func text(_ mark: Int, isSigned: Bool) -> String {
    guard mark != 0 else { return "0" }
    let sign = mark < 0 ? "\u{2212}" : isSigned ? "+" : ""
    return sign + Seconds(abs(mark)).spokenText
  }
}

/// The elements that plots are made of.
enum PlotParts {
  /// The picture around what it shows, with its title and its description.
  static func root(
    title: String, description: String, width: Double, height: Double, _ parts: [XMLElement]
  ) -> XMLElement {
    let size = (SVGNumber.text(width), SVGNumber.text(height))
    return XMLElement(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(size.0) \(size.1)",
        "width": size.0, "height": size.1, "role": "img",
        "font-family": "Helvetica, Arial, 'DejaVu Sans', sans-serif", "fill": "#000",
      ],
      [
        XMLElement("title", text: title), XMLElement("desc", text: description),
        XMLElement("rect", ["width": "100%", "height": "100%", "fill": "#fff"]),
      ] + parts)
  }

  /// A text that begins, has its middle or ends at a place.
  static func text(
    _ text: String, _ x: Double, _ y: Double, size: Double = 13, anchor: String = "start",
    weight: String = "normal"
  ) -> XMLElement {
    XMLElement(
      "text",
      [
        "x": SVGNumber.text(x), "y": SVGNumber.text(y), "font-size": SVGNumber.text(size),
        "text-anchor": anchor, "font-weight": weight,
      ], text: text)
  }

  /// A straight line.
  static func line(
    _ from: (Double, Double), _ to: (Double, Double), _ colour: String, width: String = "1"
  ) -> XMLElement {
    XMLElement(
      "line",
      [
        "x1": SVGNumber.text(from.0), "y1": SVGNumber.text(from.1), "x2": SVGNumber.text(to.0),
        "y2": SVGNumber.text(to.1), "stroke": colour, "stroke-width": width,
      ])
  }

  /// A dot.
  static func dot(_ x: Double, _ y: Double, title: String) -> XMLElement {
    XMLElement(
      "circle",
      [
        "cx": SVGNumber.text(x), "cy": SVGNumber.text(y), "r": "4", "fill": "#222",
        "fill-opacity": "0.55",
      ], [XMLElement("title", text: title)])
  }
}
