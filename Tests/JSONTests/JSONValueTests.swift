import Foundation
import JSON
import KitchenModel
import Rendering
import Testing

struct JSONValueTests {
  @Test func `keys keep their order and documents are indented`() {
    let value: JSONValue = ["b": 1, "a": [true, nil, []], "c": [:]]
    #expect(
      value.documentText
        == "{\n  \"b\": 1,\n  \"a\": [\n    true,\n    null,\n    []\n  ],\n  \"c\": {}\n}\n")
    #expect(value.compactText == "{\"b\": 1, \"a\": [true, null, []], \"c\": {}}")
  }

  @Test(arguments: [
    (0, 9, "0"), (400_000, 9, "0.0004"), (1000, 3, "1"), (1500, 3, "1.5"), (-1, 3, "-0.001"),
    (12, 0, "12"), (1_000_000_000, 9, "1"), (120, 1, "12"),
  ])
  func `decimals are exact and short`(_ units: Int, _ places: Int, _ text: String) {
    #expect(JSONValue.decimal(units: units, places: places).compactText == text)
  }

  @Test(arguments: [
    ("\"\\/", #""\"\\/""#), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
    ("\u{0}\u{1B}", #""\u0000\u001b""#),
    ("\u{2028}\u{2029}\u{85}", #""\u2028\u2029\u0085""#), ("\u{202E}", #""\u202e""#),
    ("\u{E0080}", #""\udb40\udc80""#), ("é🍝", "\"é🍝\""),
  ])
  func `what harms a terminal is escaped`(_ text: String, _ literal: String) {
    #expect(JSONValue.string(text).compactText == literal)
  }

  @Test func `a reader gets back what was written`() throws {
    let scalars = (0...0x2FF).compactMap(Unicode.Scalar.init) + ["\u{2028}", "🍝", "\u{10FFFF}"]
    let text = String(String.UnicodeScalarView(scalars))
    let data = Data(JSONValue.array([.string(text)]).documentText.utf8)
    let read = try JSONSerialization.jsonObject(with: data) as? [String]
    #expect(read == [text])
  }
}
