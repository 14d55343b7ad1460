/// Reads the microdata of a page (HTML Living Standard, section 5), as older pages tell their recipes,
/// into the shape of JSON-LD.
///
/// An item becomes an object, a property that comes again an array. An attribute `content` counts on
/// any element, and of a link its words, for that is how pages use them; `itemref` is not followed.
///
/// Iterative, with at most ``deepest`` elements open; O(n).
struct MicrodataReader {
  /// The deepest nesting of elements that is followed.
  static let deepest = 256
  /// The most properties that are open inside one another.
  private static let deepestText = 8
  /// The most elements that one closing tag closes.
  private static let furthest = 64

  private let bytes: [UInt8]
  private var elements: [Element] = []
  private var items: [Item] = []
  private var openTexts = 0
  private var roots: [JSONTree] = []

  /// An element that is not closed yet.
  private struct Element {
    let name: String
    let content: Int
    var properties: [String] = []
    var isItem = false
  }

  /// An item that is not closed yet.
  private struct Item {
    var members: [(key: String, values: [JSONTree])] = []
    var places: [String: Int] = [:]

    mutating func add(_ value: JSONTree, to key: String) {
      if let place = places[key] {
        members[place].values.append(value)
      } else {
        places[key] = members.count
        members.append((key, [value]))
      }
    }

    var tree: JSONTree {
      .object(
        members.map { .init($0.key, $0.values.count == 1 ? $0.values[0] : .array($0.values)) })
    }
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The items that are no part of another, in order.
  static func items(in bytes: [UInt8]) -> [JSONTree] {
    var reader = MicrodataReader(bytes)
    for element in HTMLTags(bytes) where !element.tag.name.isEmpty {
      if element.tag.isClosing {
        reader.close(element.tag)
      } else {
        reader.open(element.tag, isClosed: element.content != nil)
      }
    }
    while !reader.elements.isEmpty { reader.closeLast(at: bytes.count) }
    return reader.roots
  }

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
  /// Those whose end is often left out before the next of their kind.
  private static let siblings: Set<String> = ["li", "p", "dt", "dd", "tr", "td", "th", "option"]

  private mutating func open(_ tag: HTMLTag, isClosed: Bool) {
    if Self.siblings.contains(tag.name), elements.last?.name == tag.name {
      closeLast(at: tag.start)
    }
    var element = Element(name: tag.name, content: tag.end)
    let isShort = isClosed || Self.void.contains(tag.name) || elements.count >= Self.deepest
    if mentionsItems(tag) {
      let names = tag.attribute("itemprop", in: bytes) ?? ""
      let properties = items.isEmpty ? [] : names.split(separator: " ").map(String.init)
      if tag.attribute("itemscope", in: bytes) != nil, !isShort {
        element.isItem = true
        element.properties = properties
        items.append(Item())
        if let type = tag.attribute("itemtype", in: bytes) { add(.string(type), to: ["@type"]) }
      } else if let value = value(of: tag, properties) {
        add(.string(value), to: properties)
      } else if !properties.isEmpty, !isShort, openTexts < Self.deepestText {
        element.properties = properties
        openTexts += 1
      }
    }
    if !isShort { elements.append(element) }
  }

  /// Whether any attribute is microdata's, at a glance.
  private func mentionsItems(_ tag: HTMLTag) -> Bool {
    let text = bytes[tag.attributes]
    var index = text.startIndex
    while index + 4 <= text.endIndex {
      if text[index] | 0x20 == UInt8(ascii: "i"), text[index + 1] | 0x20 == UInt8(ascii: "t"),
        text[index + 2] | 0x20 == UInt8(ascii: "e"), text[index + 3] | 0x20 == UInt8(ascii: "m")
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// The value that a property has in an attribute; nil where it is the element's text.
  private func value(of tag: HTMLTag, _ properties: [String]) -> String? {
    guard !properties.isEmpty else { return nil }
    if let content = tag.attribute("content", in: bytes) { return content }
    switch tag.name {
    case "time": return tag.attribute("datetime", in: bytes)
    case "data", "meter": return tag.attribute("value", in: bytes)
    case "link": return tag.attribute("href", in: bytes)
    case "a" where properties.contains("url"): return tag.attribute("href", in: bytes)
    default: return nil
    }
  }

  private mutating func add(_ value: JSONTree, to properties: [String]) {
    guard let last = items.indices.last else { return }
    for property in properties { items[last].add(value, to: property) }
  }

  private mutating func close(_ tag: HTMLTag) {
    let candidates = elements.suffix(Self.furthest)
    guard let index = candidates.lastIndex(where: { $0.name == tag.name }) else { return }
    while elements.count > index { closeLast(at: tag.start) }
  }

  private mutating func closeLast(at end: Int) {
    guard let element = elements.popLast() else { return }
    guard element.isItem || !element.properties.isEmpty else { return }
    var value = JSONTree.string(String(decoding: bytes[element.content..<end], as: UTF8.self))
    if element.isItem {
      guard let item = items.popLast() else { return }
      // An item of nothing but its type stands for its words.
      if item.members.contains(where: { $0.key != "@type" }) { value = item.tree }
      if items.isEmpty { roots.append(value) }
    } else {
      openTexts -= 1
    }
    add(value, to: element.properties)
  }
}
