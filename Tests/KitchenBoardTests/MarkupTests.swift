import Foundation
import Testing

@testable import KitchenBoard

struct MarkupTests {
  @Test func `whatever a dish is called is text`() {
    let name = "<img src=x onerror='alert(1)'>\"&</script>"
    let markup = el("p", [Attribute("title", name)], .text(name)).markup
    #expect(!markup.contains("<img") && !markup.contains("</script"))
    #expect(markup.contains("title=\"&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&quot;&amp;"))
  }

  @Test func `a link stays within the board`() {
    #expect(Link.dish("//evil.test/?#é").text == "/dishes/%2F%2Fevil.test%2F%3F%23%C3%A9")
    #expect(Link.to("a", query: [("name", "x&y=z")]).text == "/a?name=x%26y%3Dz")
  }

  @Test func `arguments come as JSON, as forms and with either spelling`() throws {
    let json = try Arguments(
      json: Data(#"{"serve-at": "19:00", "names": ["A", "B"], "cooks": 2, "quiet": true}"#.utf8),
      allowing: ["serveAt", "names", "cooks", "quiet"])
    #expect(try json.text("serveAt") == "19:00")
    #expect(try json.texts("names") == ["A", "B"])
    #expect(try json.number("cooks") == 2)
    #expect(try json.flag("quiet"))
    let form = try Arguments(form: "names=A+%26+B&names=C", allowing: ["names"])
    #expect(try form.texts("names") == ["A & B", "C"])
  }

  @Test(arguments: [#"{"naems": "A"}"#, "[1]", "{", #"{"names": {"a": 1}}"#])
  func `arguments that nobody knows are refused`(json: String) {
    #expect(throws: BoardFailure.self) {
      try Arguments(json: Data(json.utf8), allowing: ["names"])
    }
  }

  @Test func `a link as a QR code has its patterns in their places`() throws {
    let code = try #require(QRCode(text: "http://192.168.1.20:5180/pair#0123456789abcdef"))
    #expect(code.size == 29)
    for (row, column) in [(3, 3), (3, 25), (25, 3)] {
      #expect(code.isDark[row][column] && !code.isDark[row - 2][column])
    }
    #expect(QRCode(text: String(repeating: "a", count: 106)) != nil)
    #expect(QRCode(text: String(repeating: "a", count: 107)) == nil)
  }

  @Test func `check bytes are those of the standard's example`() {
    let data: [UInt8] = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
    #expect(
      ReedSolomon.checkBytes(of: data, count: 10)
        == [196, 35, 39, 119, 235, 215, 231, 226, 93, 23])
  }
}
