import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads the texts of an SVG back, with a box that each surely fills.
final class PictureReader: NSObject, XMLParserDelegate {
  /// A text with its box.
  struct Label: CustomStringConvertible {
    var text: String
    var minX: Double
    var maxX: Double
    var minY: Double
    var maxY: Double

    func overlaps(_ other: Label) -> Bool {
      minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
    }

    var description: String { "\"\(text)\" at \(Int(minX))…\(Int(maxX)), \(Int(minY))" }
  }

  private(set) var labels: [Label] = []
  private(set) var fault: String?
  private var attributes: [String: String]?
  private var characters = ""

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() { fault = parser.parserError.map { "\($0)" } ?? "not well-formed" }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    guard name == "text" else { return }
    self.attributes = attributes
    characters = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { characters += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    guard name == "text", let attributes, !characters.isEmpty else { return }
    self.attributes = nil
    let number = { (key: String) in attributes[key].flatMap(Double.init) ?? .nan }
    let (x, y, size) = (number("x"), number("y"), number("font-size"))
    // Wide letters fill two thirds of their height on average, others half.
    let width =
      characters.reduce(0.0) { sum, character in
        sum
          + (character.unicodeScalars.contains { $0.value >= 0x1100 && $0.value != 0x2026 }
            ? 1 : 0.55)
      } * size
    let left = attributes["text-anchor"] == "middle" ? x - width / 2 : x
    labels.append(
      Label(text: characters, minX: left, maxX: left + width, minY: y - size * 0.8, maxY: y))
  }
}
