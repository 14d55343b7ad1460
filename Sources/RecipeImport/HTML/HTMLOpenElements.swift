/// The elements of a page that are open at a place in it, each with what its reader remembers of it.
///
/// Closing tags that are left out are made up for among the commonest elements; nothing is refused.
/// O(1) for each tag.
struct HTMLOpenElements<Mark> {
  /// An element that is not closed yet.
  struct Element {
    let name: String
    /// The index where its content begins.
    let content: Int
    var mark: Mark
  }

  /// Those that are open, the innermost last.
  private(set) var elements: [Element] = []
  /// How many of each name are open that were too deep to be followed.
  private var skipped: [String: Int] = [:]

  /// The deepest nesting that is followed.
  private static var deepest: Int { 256 }
  /// The most elements that one closing tag closes.
  private static var furthest: Int { 64 }

  /// How many elements end where a tag begins.
  mutating func count(endedBy tag: HTMLTag) -> Int {
    guard tag.isClosing else {
      guard HTMLElementNames.siblings.contains(tag.name) else { return 0 }
      if elements.last?.name == tag.name { return 1 }
      // `<li><p>One<li><p>Two`
      let isInParagraph = elements.last?.name == "p" && elements.dropLast().last?.name == tag.name
      return isInParagraph ? 2 : 0
    }
    if let count = skipped[tag.name] {
      skipped[tag.name] = count > 1 ? count - 1 : nil
      return 0
    }
    let candidates = elements.suffix(Self.furthest)
    guard let index = candidates.lastIndex(where: { $0.name == tag.name }) else { return 0 }
    return elements.count - index
  }

  /// Whether an element's content is followed; one that is too deep is only counted.
  mutating func follows(_ element: HTMLTags.Element) -> Bool {
    guard element.content == nil, !HTMLElementNames.void.contains(element.tag.name) else {
      return false
    }
    if elements.count < Self.deepest { return true }
    skipped[element.tag.name, default: 0] += 1
    return false
  }

  /// Opens an element.
  mutating func open(_ tag: HTMLTag, _ mark: Mark) {
    elements.append(Element(name: tag.name, content: tag.end, mark: mark))
  }

  /// Closes the innermost element; nil where none is open.
  mutating func closeLast() -> Element? { elements.popLast() }

  /// Changes what is remembered of the open elements, from the innermost on, for as long as
  /// `change` says to go on.
  mutating func updateOutwards(_ change: (inout Mark) -> Bool) {
    for index in elements.indices.reversed() where !change(&elements[index].mark) { return }
  }
}

/// What is known of elements by their names.
private enum HTMLElementNames {
  /// Those without content.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
  /// Those whose end is often left out before the next of their kind.
  static let siblings: Set<String> = ["li", "p", "dt", "dd", "tr", "td", "th", "option"]
}
