import Testing

@testable import KitchenBoard

struct RequestHeadTests {
  private static func read(_ text: String) -> RequestHead.Reading {
    RequestHead.read(Array(text.utf8))
  }

  @Test func `a sound head says its lengths`() {
    let text = "POST /api/cook HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\n\r\n"
    #expect(
      Self.read(text + "{\"name\": 1}")
        == .head(RequestHead(length: text.utf8.count, bodyLength: 12, closes: false)))
  }

  @Test func `a head that has not ended needs more`() {
    #expect(Self.read("") == .needsMore)
    #expect(Self.read("GET / HTTP/1.1\r\nHost: a\r\n") == .needsMore)
  }

  @Test(arguments: ["Connection: close\r\n", "connection: Close\r\n"])
  func `a client may want the connection closed`(field: String) {
    guard case .head(let head) = Self.read("GET / HTTP/1.1\r\nHost: a\r\n\(field)\r\n") else {
      Issue.record("refused")
      return
    }
    #expect(head.closes)
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\nHost: a\r\n b: c\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\u{0}\r\n\r\n",
    "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/2.0\r\nHost: a\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
  ])
  func `what could be read in two ways is refused`(text: String) {
    guard case .refused(.malformed) = Self.read(text) else {
      Issue.record("taken: \(text.debugDescription)")
      return
    }
  }

  @Test(arguments: [
    "GET /\(String(repeating: "a", count: 8200)) HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 17_000))\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "X: a\r\n", count: 64))\r\n",
    "POST /api/cook HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n",
    "POST /api/import HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n",
  ])
  func `what is too large is refused`(text: String) {
    guard case .refused(.tooLarge) = Self.read(text) else {
      Issue.record("taken")
      return
    }
  }

  @Test func `an import may be larger than the rest`() {
    let text = "POST /api/import?a HTTP/1.1\r\nHost: a\r\nContent-Length: 1048576\r\n\r\n"
    guard case .head = Self.read(text) else {
      Issue.record("refused")
      return
    }
  }
}
