import JSON

/// Reads the microdata of a page (HTML Living Standard, section 5), as older pages tell their
/// recipes, into the shape of JSON-LD.
///
/// An item becomes an object, a property that comes again an array. An attribute `content` counts
/// on any element, and of a link its words, for that is how pages use them; `itemref` is not
/// followed.
///
/// Iterative; O(n).
struct MicrodataReader {
  /// The most properties that are open inside one another.
  private static let deepestText = 8

  private let bytes: [UInt8]
  private var open = HTMLOpenElements<Mark>()
  private var items: [Item] = []
  private var openTexts = 0
  private var roots: [JSONValue] = []

  /// What an element says of an item.
  private struct Mark {
    var properties: [String] = []
    var isItem = false
  }

  /// An item that is not closed yet.
  private struct Item {
    var members: [(key: String, values: [JSONValue])] = []
    var places: [String: Int] = [:]

    mutating func add(_ value: JSONValue, to key: String) {
      if let place = places[key] {
        members[place].values.append(value)
      } else {
        places[key] = members.count
        members.append((key, [value]))
      }
    }

    var hasProperties: Bool { members.contains { $0.key != "@type" } }

    var tree: JSONValue {
      .object(
        members.map { .init($0.key, $0.values.count == 1 ? $0.values[0] : .array($0.values)) })
    }
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The items that are not part of another, in order.
  static func items(in bytes: [UInt8]) -> [JSONValue] {
    var reader = MicrodataReader(bytes)
    for element in HTMLTags(bytes) where !element.tag.name.isEmpty {
      for _ in 0..<reader.open.count(endedBy: element.tag) {
        reader.closeLast(at: element.tag.start)
      }
      if !element.tag.isClosing { reader.read(element) }
    }
    while !reader.open.elements.isEmpty { reader.closeLast(at: bytes.count) }
    return reader.roots
  }

  private mutating func read(_ element: HTMLTags.Element) {
    let tag = element.tag
    let isFollowed = open.follows(element)
    var mark = Mark()
    if mentionsItems(tag) {
      let names = tag.attribute("itemprop", in: bytes) ?? ""
      let properties = items.isEmpty ? [] : names.split(separator: " ").map(String.init)
      if isFollowed, tag.attribute("itemscope", in: bytes) != nil {
        mark = Mark(properties: properties, isItem: true)
        items.append(Item())
        if let type = tag.attribute("itemtype", in: bytes) { add(.string(type), to: ["@type"]) }
      } else if let value = value(of: tag, properties) {
        add(.string(value), to: properties)
      } else if !properties.isEmpty, isFollowed, openTexts < Self.deepestText {
        mark.properties = properties
        openTexts += 1
      }
    }
    if isFollowed { open.open(tag, mark) }
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

  private mutating func add(_ value: JSONValue, to properties: [String]) {
    guard let last = items.indices.last else { return }
    for property in properties { items[last].add(value, to: property) }
  }

  private mutating func closeLast(at end: Int) {
    guard let element = open.closeLast() else { return }
    let mark = element.mark
    if mark.isItem, let item = items.popLast(), item.hasProperties {
      if items.isEmpty { roots.append(item.tree) }
      add(item.tree, to: mark.properties)
    } else if !mark.properties.isEmpty {
      if !mark.isItem { openTexts -= 1 }
      // An item of nothing but its type stands for its words.
      add(.string(HTMLText.markup(bytes[element.content..<end])), to: mark.properties)
    }
  }
}
