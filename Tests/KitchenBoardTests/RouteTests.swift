import Foundation
import HTTPTypes
import Hummingbird
import KitchenModel
import Logging
import NIOCore
import NIOEmbedded
import SouschefCore
import Testing

@testable import KitchenBoard

/// Requests to the routes in the process, without a socket.
@Suite(.serialized) struct RouteTests {
  /// A board on a database of its own, with one screen let in.
  private struct House: Sendable {
    let board: Board
    let token = String(repeating: "ab", count: 32)
    let folder: URL

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let now = Instant(epochSeconds: 1_795_694_400)
      let workspace = Workspace(
        databasePath: folder.appending(path: "kitchen.db").path(), now: now, timeZone: .gmt,
        clock: { now }, wait: { _ in })
      board = Board(workspace: workspace, hosts: HostRule(port: 5180))
      _ = try PairDevice(name: "Tablet", role: .cook, hash: SHA256.hex(token.utf8))
        .perform(in: workspace)
      for name in ["Pasta", "Stew"] {
        var changes = DishChanges()
        changes.waiting = Estimate(.minutes(10))
        changes.servings = name == "Stew" ? .people(4) : nil
        _ = try AddDish(name: name, changes: changes).perform(in: workspace)
      }
    }

    func ask(
      _ method: HTTPRequest.Method, _ path: String, _ body: String = "",
      _ fields: [String: String] = [:], isKnown: Bool = true
    ) async throws -> (status: Int, text: String, fields: HTTPFields) {
      var head = HTTPRequest(
        method: method, scheme: "http", authority: "127.0.0.1:5180", path: path)
      if isKnown { head.headerFields[.cookie] = "souschef-5180=\(token)" }
      if method == .post {
        head.headerFields[.origin] = "http://127.0.0.1:5180"
        head.headerFields[.contentType] =
          path.hasPrefix("/api/") ? "application/json" : "application/x-www-form-urlencoded"
      }
      for (name, value) in fields {
        guard let name = HTTPField.Name(name) else { continue }
        head.headerFields[name] = value
      }
      let context = BoardContext(
        source: .init(channel: EmbeddedChannel(), logger: Logger(label: "test")))
      let request = Request(head: head, body: .init(buffer: ByteBuffer(string: body)))
      let response = try await board.router.buildResponder().respond(to: request, context: context)
      let text = Collected()
      try await response.body.write(text)
      return (response.status.code, text.text, response.headers)
    }

    /// What the forms of this screen carry.
    var formToken: String { SHA256.hex("form \(token)".utf8) }
  }

  /// What a response writes, put together.
  private final class Collected: ResponseBodyWriter {
    var text = ""

    func write(_ buffer: ByteBuffer) async throws { text += String(buffer: buffer) }
    func finish(_ trailers: HTTPFields?) async throws {}
  }

  /// One for all that is only looked at.
  private static let shared = Result { try House() }

  @Test(arguments: [
    "/", "/kitchen", "/week", "/shop", "/dishes", "/dishes/Stew", "/dishes/Stew/steps",
    "/dishes/Stew/steps/waiting", "/import", "/history", "/history/steps", "/history/meals",
    "/history/dishes", "/history/learn", "/?name=Stew&for:Stew=8&whatIf=yes", "/week/print",
  ])
  func `every page has one heading and no markup of its own`(path: String) async throws {
    let house = try Self.shared.get()
    let answer = try await house.ask(.get, path)
    #expect(answer.status == 200, "\(answer.text)")
    if path != "/week/print" {
      #expect(answer.text.components(separatedBy: "<h1").count == 2)
      #expect(answer.text.contains("aria-current") || path.hasPrefix("/import"))
    }
    #expect(answer.fields[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
  }

  @Test(arguments: [
    ("/nowhere", 404), ("/dishes/Cake", 404), ("/dishes/Stew/steps/nothing", 404),
    ("/history/7", 404), ("/history/x", 404), ("/plans/1", 404), ("/week?from=never", 400),
    ("/shop?days=0", 400), ("/shop?day=1", 400), ("/history/compare?run=1", 400),
    ("/?name=Stew&for:Stew=0", 400), ("/?name=Cake", 404), ("/?name=Pasta&for:Pasta=3", 409),
    ("/dishes/Stew/picture.svg?width=1", 400), ("/tonight/0/picture.svg", 404),
  ])
  func `what is not there or makes no sense has its status and a sentence`(
    path: String, status: Int
  ) async throws {
    let answer = try await Self.shared.get().ask(.get, path)
    #expect(answer.status == status, "\(answer.text)")
    #expect(answer.text.contains("role=\"alert\""))
  }

  @Test(arguments: [
    "/undo", "/week/add", "/shop/tick", "/shop/pantry", "/dishes", "/dishes/Stew",
    "/dishes/Stew/steps", "/dishes/Stew/remove", "/import", "/history/learn", "/kitchen/pause",
    "/cook",
  ])
  func `no form does anything without the token of its screen`(path: String) async throws {
    let house = try Self.shared.get()
    #expect(try await house.ask(.post, path).status == 403)
    #expect(
      try await house.ask(.post, path, "form=\(String(repeating: "0", count: 64))").status == 403)
    #expect(
      try await house.ask(
        .post, path, "form=\(house.formToken)", ["Origin": "http://127.0.0.1:5181"]
      ).status == 403)
    #expect(
      try await house.ask(.post, path, "form=\(house.formToken)", isKnown: false).status == 403)
  }

  @Test func `a form happens once, however often it is sent`() async throws {
    let house = try House()
    let body = "form=\(house.formToken)&id=one&name=Soup&steps=boil+5m"
    let first = try await house.ask(.post, "/dishes", body)
    let second = try await house.ask(.post, "/dishes", body)
    #expect(first.status == 303 && second.status == 303)
    #expect(
      try await house.ask(.get, "/api/dishes").text.components(separatedBy: "\"Soup\"").count == 2)
    // Gone back to, with something else typed, it is another.
    let other = try await house.ask(
      .post, "/dishes", body.replacing("name=Soup", with: "name=Broth"))
    #expect(other.status == 303 && other.fields[.location] == "/dishes/Broth")
  }

  @Test(arguments: [
    ("/shop?days=14", "/shop?days=14"), ("/week?from=2026-12-24", "/week?from=2026-12-24"),
    ("/dishes?find=a&find=%3Cb", "/dishes?find=a&find=%3Cb"), ("/kitchen", "/kitchen"),
    ("https://evil.test/", "/dishes"), ("//evil.test", "/dishes"), ("/pair", "/dishes"),
    ("/shop\r\nX: y", "/dishes"), ("/shop?%0D%0AX=y", "/shop?%0D%0AX=y"), ("", "/dishes"),
  ])
  func `a form leads back to its page as that was looked at, and nowhere else`(
    back: String, location: String
  ) async throws {
    let house = try House()
    let body = "form=\(house.formToken)&back=\(Link.to(query: [("", back)]).query.dropFirst())"
    _ = try await house.ask(.post, "/dishes", "form=\(house.formToken)&name=Tea&steps=steep+5m")
    let answer = try await house.ask(.post, "/undo", body)
    #expect(answer.status == 303)
    #expect(answer.fields[.location] == location)
  }

  @Test func `servings that are emptied are not known any more`() async throws {
    let house = try House()
    let body = "form=\(house.formToken)&tags=&servings="
    #expect(try await house.ask(.post, "/dishes/Stew/facts", body).status == 303)
    #expect(try await !house.ask(.get, "/dishes/Stew").text.contains("serves"))
  }

  @Test func `what is stored is replaced only as the page showed it`() async throws {
    let house = try House()
    let recipe = "form=\(house.formToken)&name=Stew&text=Chop+for+5+minutes."
    let shown = try await house.ask(.post, "/import", recipe).text
    let seen = try #require(shown.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)?.1)
    let change = "form=\(house.formToken)&tags=&servings=9"
    #expect(try await house.ask(.post, "/dishes/Stew/facts", change).status == 303)
    let late = try await house.ask(.post, "/import", "\(recipe)&store=replace&seen=\(seen)")
    #expect(late.status == 409 && late.text.contains("another screen"))
    let now = try #require(late.text.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)?.1)
    #expect(
      try await house.ask(.post, "/import", "\(recipe)&store=replace&seen=\(now)").status == 303)
  }

  @Test func `a step without a length is refused, not guessed`() async throws {
    let house = try House()
    let dish = "form=\(house.formToken)&id=a&name=Flan&steps=boil+5m"
    #expect(try await house.ask(.post, "/dishes", dish).status == 303)
    let opened = try await house.ask(.get, "/dishes/Flan/steps").text
    #expect(opened.contains("name=\"length\""))
    let answer = try await house.ask(
      .post, "/dishes/Flan/steps",
      "form=\(house.formToken)&id=b&title=Whisk&kind=blocking&length=&opened=")
    #expect(answer.status >= 400)
    #expect(answer.text.contains("how long it takes"))
  }

  @Test func `ticks of things that are not on the list are reported, and keep no other`()
    async throws
  {
    let house = try House()
    let answer = try await house.ask(.post, "/api/shop", "{\"tick\": [\"gold\"]}")
    #expect(answer.status == 200)
    #expect(answer.text.contains("\"gold\""))
  }

  @Test func `a stranger is led to the page that lets in`() async throws {
    let house = try Self.shared.get()
    let page = try await house.ask(.get, "/week", isKnown: false)
    #expect(page.status == 303 && page.fields[.location] == "/pair")
    #expect(try await house.ask(.get, "/api/week", isKnown: false).status == 403)
  }
}
