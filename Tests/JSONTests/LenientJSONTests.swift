import JSON
import Testing

@Suite struct LenientJSONTests {
  @Test(arguments: [
    "null", "true", "[]", "{}", "[1, 2.5, -3, 1e+20]", #"{"a": [{"b": null}], "c": "d"}"#,
    #""\"\\ \n\t\u0001é😀""#,
  ])
  func `sound JSON is read and written as it is`(text: String) {
    let (value, repairs) = LenientJSON.read(Array(text.utf8))
    #expect(value?.compactText == text)
    #expect(repairs == [])
  }

  @Test(arguments: [
    ("{\"a\": \"x\ny\"}", #"{"a": "x\ny"}"#, JSONRepair.controlCharacter),
    ("[1, 2,]", "[1, 2]", .superfluousComma), ("{\"a\": 1,,}", #"{"a": 1}"#, .superfluousComma),
    ("{\"a\": 1};", #"{"a": 1}"#, .semicolon),
    ("//<![CDATA[\n{\"a\": 1}\n//]]>", #"{"a": 1}"#, .characterData),
    ("<![CDATA[{\"a\": [1]}]]>", #"{"a": [1]}"#, .characterData),
    ("{/* one */\"a\": 1}", #"{"a": 1}"#, .comment),
    ("<!-- {\"a\": 1} -->", #"{"a": 1}"#, .comment),
    ("{\"a\": 1 // one\n}", #"{"a": 1}"#, .comment),
    ("{\"a\": NaN, \"b\": undefined}", #"{"a": null, "b": null}"#, .bareWord),
    ("{a: 1}", #"{"a": 1}"#, .bareKey), ("{'a': 'b'}", #"{"a": "b"}"#, .singleQuotes),
    (#"{"a": "a 9" pan", "b": 1}"#, #"{"a": "a 9\" pan", "b": 1}"#, .innerQuote),
    (#"["it\'s"]"#, #"["it's"]"#, .escape),
    (#"{"a": 1 "b": 2}"#, #"{"a": 1, "b": 2}"#, .missingSeparator),
    (#"{"a": [1, {"b": "c"#, #"{"a": [1, {"b": "c"}]}"#, .unclosed),
    (#"{"a": 1}}"#, #"{"a": 1}"#, .strayCharacter),
    (#"["\ud83d"]"#, #"["\#u{FFFD}"]"#, .brokenUnicode),
  ])
  func `what a person would understand is repaired and told`(
    text: String, expected: String, repair: JSONRepair
  ) {
    let (value, repairs) = LenientJSON.read(Array(text.utf8))
    #expect(value?.compactText == expected)
    #expect(repairs.contains(repair))
  }

  @Test func `nesting is followed far and left out beyond`() {
    let fine = String(repeating: "[", count: 700) + String(repeating: "]", count: 700)
    #expect(LenientJSON.read(Array(fine.utf8)).repairs == [])
    let deep =
      "{\"a\": " + String(repeating: "[", count: 100_000)
      + String(repeating: "]", count: 100_000) + ", \"b\": 1}"
    let (value, repairs) = LenientJSON.read(Array(deep.utf8))
    #expect(value?["b"] == .number(1))
    #expect(repairs == [.tooDeep])
  }

  @Test func `nothing is nothing`() {
    #expect(LenientJSON.read(Array("  \n".utf8)).value == nil)
    #expect(LenientJSON.read([]).value == nil)
  }
}
