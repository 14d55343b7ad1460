import KitchenModel
import Yams

/// Reads YAML into nodes with places.
///
/// Anchors and aliases are refused, which keeps the size of what is read within the size of the
/// text; so are tags other than text's, and more than one document.
enum YAMLReader {
  /// Reads the only document of `text`; nil where there is none.
  static func read(_ text: String) throws(Diagnostic) -> SourceNode? {
    try refuseAliases(text)
    do {
      // Resolving plain scalars to types is left out: what a scalar means depends on its key.
      let parser = try Parser(yaml: text, resolver: .basic)
      // Nodes hold their anchors weakly, the parser strongly.
      return try withExtendedLifetime(parser) {
        try parser.singleRoot().map { try convert($0, depth: 0) }
      }
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch let error as YamlError {
      throw diagnostic(for: error, in: text)
    } catch {
      throw Diagnostic(.badContent, "The file is not YAML.", hints: [syntaxHint])
    }
  }

  private static let syntaxHint =
    "Check the indentation, and put text with : or # or quotation marks in quotes."
  private static let aliasHint = "Write the value out where the alias stands."

  private static func convert(_ node: Node, depth: Int) throws(Diagnostic) -> SourceNode {
    let place = Diagnostic.Place(line: node.mark?.line, column: node.mark?.column)
    guard depth < SourceNode.deepest else { throw depthFault(at: place) }
    if node.anchor != nil {
      throw Diagnostic(.badContent, "Anchors are not read.", at: place, hints: [aliasHint])
    }
    switch node {
    case .scalar(let scalar):
      let tag = scalar.tag.description
      guard tag.isEmpty || tag == "!" || tag == Tag.Name.str.rawValue else {
        throw tagFault(tag, at: place)
      }
      let isPlain = scalar.style == .plain && tag.isEmpty
      return SourceNode(content: .scalar(scalar.string, isPlain ? .plain : .quoted), place: place)
    case .sequence(let sequence):
      let tag = sequence.tag.description
      guard tag.isEmpty || tag == Tag.Name.seq.rawValue else { throw tagFault(tag, at: place) }
      var items: [SourceNode] = []
      for item in sequence { items.append(try convert(item, depth: depth + 1)) }
      return SourceNode(content: .list(items), place: place)
    case .mapping(let mapping):
      let tag = mapping.tag.description
      guard tag.isEmpty || tag == Tag.Name.map.rawValue else { throw tagFault(tag, at: place) }
      var entries: [SourceNode.Entry] = []
      var seen: Set<String> = []
      for (key, value) in mapping {
        let name = try convert(key, depth: depth + 1)
        guard case .scalar(let text, _) = name.content else {
          throw name.fault("A key cannot be \(name.sort).", "Write a word as the key.")
        }
        guard seen.insert(text).inserted else { throw duplicateFault(text, at: name.place) }
        let value = try convert(value, depth: depth + 1)
        entries.append(SourceNode.Entry(key: text, place: name.place, value: value))
      }
      return SourceNode(content: .map(entries), place: place)
    case .alias:
      throw Diagnostic(.badContent, "Aliases are not read.", at: place, hints: [aliasHint])
    }
  }

  private static func tagFault(_ tag: String, at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      .badContent, "The tag \(tag.quoted) is not read.", at: place, hints: ["Leave it out."])
  }

  private static func depthFault(at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      .badContent, "Values nest more than \(SourceNode.deepest) deep.", at: place,
      hints: ["Check for brackets that are not closed."])
  }

  private static func duplicateFault(_ key: String, at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      .badContent, "The key \(key.quoted) comes twice.", at: place, hints: ["Keep one of them."])
  }

  /// Refuses text whose aliases could expand beyond measure, before the composer expands them:
  /// it hashes whole keys, aliases in them included.
  ///
  /// Only words that look like anchors and are taken up by more than a few aliases count, so that
  /// prose with stars and ampersands passes; the few left are refused where they stand.
  private static func refuseAliases(_ text: String) throws(Diagnostic) {
    let separators: Set<UInt8> = Set(" \t\r\n,[]{}?:".utf8)
    var anchors: Set<Substring> = []
    for word in text.utf8.split(whereSeparator: separators.contains)
    where word.first == UInt8(ascii: "&") && word.count > 1 {
      anchors.insert(Substring(word.dropFirst()))
    }
    guard !anchors.isEmpty else { return }
    var aliases = 0
    for word in text.utf8.split(whereSeparator: separators.contains)
    where word.first == UInt8(ascii: "*") && anchors.contains(Substring(word.dropFirst())) {
      aliases += 1
      guard aliases <= 8 else {
        throw Diagnostic(
          .badContent, "Aliases are not read.", at: Diagnostic.Place(in: text, at: word.startIndex),
          hints: [aliasHint])
      }
    }
  }

  private static func diagnostic(for error: YamlError, in text: String) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      if problem.hasPrefix("Maximum nesting") {
        return depthFault(at: Diagnostic.Place(line: mark.line, column: mark.column))
      }
      return Diagnostic(
        .badContent, "This is not YAML: \(problem).",
        at: Diagnostic.Place(line: mark.line, column: mark.column), hints: [syntaxHint])
    case .composer(_, let problem, let mark, _):
      let isSecond = problem.contains("another document")
      return Diagnostic(
        .badContent, isSecond ? "A second document begins." : "This is not YAML: \(problem).",
        at: Diagnostic.Place(line: mark.line, column: mark.column),
        hints: [isSecond ? "Keep one kitchen per file; remove the ---." : aliasHint])
    case .duplicatedKeysInMapping(let duplicates, let context):
      let place = Diagnostic.Place(line: context.mark.line, column: context.mark.column)
      return duplicateFault(duplicates.first ?? "", at: place)
    case .reader(let problem, let offset, _, _):
      let utf8 = text.utf8
      let index = offset.flatMap {
        utf8.index(utf8.startIndex, offsetBy: $0, limitedBy: utf8.endIndex)
      }
      return Diagnostic(
        .badContent, "This is not YAML: \(problem).",
        at: index.map { Diagnostic.Place(in: text, at: $0) },
        hints: ["Is it a text file? Remove the character, or write it as \\x1B in quotes."])
    default:
      return Diagnostic(.badContent, "The file is not YAML.", hints: [syntaxHint])
    }
  }
}

extension Diagnostic.Place {
  /// The place of an index of `text`.
  init(in text: String, at index: String.Index) {
    let before = text.utf8[..<index]
    let lines = before.count { $0 == UInt8(ascii: "\n") }
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { text.utf8.index(after: $0) }
    let column = text.unicodeScalars[(start ?? text.startIndex)..<index].count
    self.init(line: lines + 1, column: column + 1)
  }
}
