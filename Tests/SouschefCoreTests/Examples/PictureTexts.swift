import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The texts of a picture with the space they take.
struct PictureTexts {
  /// The picture's width in pixels.
  let width: Double
  /// The texts in the order of the document.
  let boxes: [Box]

  /// The space of one text: a letter is at most 0.62 of the font's size wide on average.
  struct Box {
    var text: String
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// Reads an SVG document; markup that is not well-formed throws.
  init(_ document: String) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = reader
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    width = reader.width
    boxes = reader.boxes
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var width = 0.0
    var boxes: [Box] = []
    private var attributes: [String: String]?
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) {
      if name == "svg" { width = attributes["width"].flatMap(Double.init) ?? 0 }
      if name == "text" {
        self.attributes = attributes
        text = ""
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      guard name == "text", let attributes else { return }
      let number = { (key: String) in attributes[key].flatMap(Double.init) ?? 0 }
      let size = number("font-size")
      let length = Double(text.count) * size * 0.62
      let left =
        switch attributes["text-anchor"] {
        case "middle": number("x") - length / 2
        case "end": number("x") - length
        default: number("x")
        }
      boxes.append(
        Box(
          text: text, left: left, right: left + length, top: number("y") - size * 0.8,
          bottom: number("y") + size * 0.2))
      self.attributes = nil
    }
  }
}
