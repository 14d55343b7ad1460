/// What of a saved web page matters here: its title, its address and the scripts that hold JSON-LD.
struct HTMLPage {
  /// The text of `<title>`.
  private(set) var title: String?
  /// The canonical address the page gives.
  private(set) var address: String?
  /// The places of the JSON-LD scripts' contents.
  private(set) var scripts: [Range<Int>] = []

  /// Scans a page.
  ///
  /// O(n): every byte is looked at a bounded number of times.
  init(_ bytes: [UInt8]) {
    for element in HTMLTags(bytes) where !element.tag.isClosing {
      switch element.tag.name {
      case "title" where title == nil:
        title = element.content.map { HTMLText.line(String(decoding: bytes[$0], as: UTF8.self)) }
      case "script":
        let type = element.tag.attribute("type", in: bytes)?.lowercased()
        if let content = element.content, type?.contains("ld+json") == true {
          scripts.append(content)
        }
      case "link", "meta": takeAddress(element.tag, in: bytes)
      default: break
      }
    }
  }

  private mutating func takeAddress(_ tag: HTMLTag, in bytes: [UInt8]) {
    guard address == nil else { return }
    if tag.name == "link", tag.attribute("rel", in: bytes)?.lowercased() == "canonical" {
      address = tag.attribute("href", in: bytes)
    } else if tag.name == "meta", tag.attribute("property", in: bytes)?.lowercased() == "og:url" {
      address = tag.attribute("content", in: bytes)
    }
  }
}
