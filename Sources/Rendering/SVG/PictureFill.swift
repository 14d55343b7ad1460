import KitchenModel

/// How bars are filled, so that a picture also prints in black and white: hands-on solid, waiting
/// hatched, heating up dotted.
enum PictureFill: String {
  case handsOn = "#222"
  case waiting = "url(#waiting)"
  case heating = "url(#heating)"

  /// The fill of a way of that kind.
  init(_ kind: Way.Kind) { self = kind == .blocking ? .handsOn : .waiting }

  /// The definitions that a picture with such bars begins with.
  static var patterns: XMLElement {
    XMLElement(
      "defs", [:],
      [
        XMLElement(
          "pattern",
          [
            "id": "waiting", "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
          ],
          [
            XMLElement("rect", ["width": "6", "height": "6", "fill": "#fff"]),
            XMLElement("rect", ["width": "1.5", "height": "6", "fill": "#555"]),
          ]),
        XMLElement(
          "pattern",
          ["id": "heating", "width": "5", "height": "5", "patternUnits": "userSpaceOnUse"],
          [
            XMLElement("rect", ["width": "5", "height": "5", "fill": "#fff"]),
            XMLElement("circle", ["cx": "2.5", "cy": "2.5", "r": "1.1", "fill": "#333"]),
          ]),
      ])
  }
}
