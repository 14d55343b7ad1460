import JSON
import KitchenModel
import Testing

@Suite struct StrictJSONTests {
  @Test func `values come with their places`() throws {
    let node = try StrictJSON.read("{\"a\":\n  [1, \"é\"]}")
    guard case .object(let entries) = node.content, let entry = entries.first else {
      Issue.record("an object was expected")
      return
    }
    #expect(entry.key == "a")
    #expect(entry.place == JSONPlace(line: 1, column: 2))
    #expect(entry.value.place == JSONPlace(line: 2, column: 3))
    guard case .array(let items) = entry.value.content else {
      Issue.record("an array was expected")
      return
    }
    #expect(items.map(\.content) == [.word("1"), .string("é")])
    #expect(items.map(\.place.column) == [4, 7])
  }

  @Test(arguments: [
    ("{\"a\": 1, \"a\": 2}", JSONFault.Kind.repeatedKey("a"), 10),
    ("[1,]", .unexpected("]", wanted: .value), 4),
    ("[1", .unexpected(nil, wanted: .commaOrBracket), 3),
    ("\"a", .unclosedText, 1), ("\"\\x\"", .unknownEscape, 2), ("1 2", .somethingFollows("2"), 3),
    ("01", .unexpected("0", wanted: .value), 1), ("\"\u{1}\"", .controlCharacter, 2),
  ])
  func `what is not JSON is refused with its place`(
    text: String, kind: JSONFault.Kind, column: Int
  ) {
    #expect(throws: JSONFault(kind: kind, place: JSONPlace(line: 1, column: column))) {
      try StrictJSON.read(text)
    }
  }

  @Test func `nesting ends where it should`() {
    #expect(throws: JSONFault.self) { try StrictJSON.read("[[[1]]]", deepest: 3) }
    #expect(throws: Never.self) { try StrictJSON.read("[[[1]]]", deepest: 4) }
  }

  @Test func `whatever is written reads back, and moves no cursor`() throws {
    let scalars = (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
    // The same rule as that of texts on a terminal, in a module that knows none.
    let different = scalars.first { JSONText.isEscaped($0) != $0.isUnseen }
    #expect(different == nil)
    let text = "a\"\\\n\u{1B}\u{202E}é😀\u{E0001}"
    let literal = JSONText.literal(text)
    let isHarmless = literal.unicodeScalars.allSatisfy { !$0.isUnseen }
    #expect(isHarmless)
    #expect(try StrictJSON.read(literal).content == .string(text))
    #expect(LenientJSON.read(Array(literal.utf8)).value == .string(text))
  }
}
