import JSON

/// Reads `recipeInstructions` in all the forms that pages give them.
enum InstructionReader {
  private typealias Instruction = RecipePage.Instruction

  /// The instructions in order: a text on its own is split into its lines, an element of a list is
  /// one piece, the names of sections and of steps are headings. A name of the whole is none.
  ///
  /// O(n): a stack of its own, no recursion.
  static func instructions(_ value: JSONValue) -> [RecipePage.Instruction] {
    if case .string(let text) = value { return lines(text) }
    if case .array(let elements) = value, elements.count == 1, case .string(let text) = elements[0]
    {
      return whole(text)
    }
    var result: [RecipePage.Instruction] = []
    var stack = [value]
    if case .object = value, let inner = inner(value), value["text"] == nil { stack = [inner] }
    while let value = stack.popLast() {
      switch value {
      case .string(let text): append(.step, text, to: &result)
      case .array(let elements): stack += elements.reversed()
      case .object: read(value, into: &result, &stack)
      default: break
      }
    }
    return result
  }

  /// A line of marks alone is what joined the pieces of a list.
  private static func lines(_ text: String) -> [RecipePage.Instruction] {
    HTMLText.lines(text).filter { $0.contains { $0.isLetter || $0.isNumber } }
      .map { RecipePage.Instruction(.step, $0, parts: NumberedSteps.parts(of: $0)) }
  }

  /// The only text of a list: one piece of as many steps as it has lines.
  private static func whole(_ text: String) -> [RecipePage.Instruction] {
    let line = HTMLText.line(text)
    let parts = HTMLText.lines(text).flatMap(NumberedSteps.parts)
    return line.isEmpty ? [] : [.init(.step, line, parts: parts)]
  }

  /// What a section, a list or a step of several directions holds.
  private static func inner(_ value: JSONValue) -> JSONValue? {
    value["itemListElement"] ?? value["steps"] ?? value["item"]
  }

  private static func append(
    _ kind: RecipePage.Instruction.Kind, _ text: String,
    to result: inout [RecipePage.Instruction], beginsSection: Bool = true
  ) {
    let line = HTMLText.line(text)
    // "Step 1" over a step says nothing.
    if !line.isEmpty, !StepLabel.isAll(of: line) {
      result.append(
        .init(
          kind, line, parts: kind == .step ? parts(of: text, line) : nil,
          beginsSection: beginsSection))
    }
  }

  /// The pieces of a text: its numbered ones, else its lines; a line that begins small goes on.
  private static func parts(of text: String, _ line: String) -> [String] {
    let numbered = NumberedSteps.parts(of: line)
    guard numbered.count == 1 else { return numbered }
    var parts: [String] = []
    for next in HTMLText.lines(text) {
      if let last = parts.last, next.first?.isLowercase == true || last.hasSuffix(",") {
        parts[parts.count - 1] = last + " " + next
      } else {
        parts.append(next)
      }
    }
    return parts.isEmpty ? [line] : parts
  }

  private static func read(
    _ value: JSONValue, into result: inout [RecipePage.Instruction], _ stack: inout [JSONValue]
  ) {
    let name = value["name"]?.string.map(HTMLText.line) ?? ""
    let text = value["text"]?.string.map(HTMLText.line) ?? ""
    let inner = inner(value)
    let isSection =
      value["@type"]?.elements.contains { $0.string?.lowercased().hasSuffix("section") == true }
      == true
    if let inner, isSection || text.isEmpty {
      append(.heading, name, to: &result)
      stack.append(inner)
    } else if text.isEmpty {
      let description = value["description"]?.string ?? ""
      append(.step, name.isEmpty || StepLabel.isAll(of: name) ? description : name, to: &result)
    } else {
      if !name.isEmpty, !begins(text, with: name) {
        append(.heading, name, to: &result, beginsSection: false)
      }
      append(.step, value["text"]?.string ?? "", to: &result)
    }
  }

  /// A name is often the text's beginning, cut off, with the step's number before it.
  private static func begins(_ text: String, with name: String) -> Bool {
    let name = withoutStop(name)
    let bare = StepLabel.removed(from: name)
    return text.hasPrefix(name) || !bare.isEmpty && text.hasPrefix(bare)
  }

  private static func withoutStop(_ name: String) -> String {
    var name = name[...]
    while let last = name.last, last == "." || last == "…" { name.removeLast() }
    return String(name)
  }
}
