import HTTPTypes
import Hummingbird
import JSON
import KitchenModel
import NIOCore
import Rendering

/// What a route gives back, before it is written.
struct Answer: Sendable, ResponseGenerator {
  var status: HTTPResponse.Status = .ok
  var type: String
  var text: String
  var fields: HTTPFields = [:]

  /// A document for scripts.
  static func json(_ value: JSONValue, _ status: HTTPResponse.Status = .ok) -> Answer {
    Answer(status: status, type: "application/json", text: value.documentText)
  }

  /// A page.
  static func page(_ page: Page, _ status: HTTPResponse.Status = .ok) -> Answer {
    Answer(status: status, type: "text/html; charset=utf-8", text: page.document)
  }

  /// A picture, whose own styles are allowed in it and nowhere else.
  static func picture(_ svg: String) -> Answer {
    Answer(
      type: "image/svg+xml", text: svg,
      fields: [
        .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'; sandbox"
      ])
  }

  /// A page to print, whose own styles are allowed in it and nowhere else.
  static func printed(_ document: String) -> Answer {
    Answer(
      type: "text/html; charset=utf-8", text: document,
      fields: [
        .contentSecurityPolicy:
          "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; "
          + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
      ])
  }

  /// Another page to go to.
  static func goTo(_ link: Link) -> Answer {
    Answer(
      status: .seeOther, type: "text/plain; charset=utf-8", text: "",
      fields: [.location: link.text])
  }

  /// A failure, in the form that the request wants.
  static func failure(_ failure: BoardFailure, isForScripts: Bool, shell: PageShell) -> Answer {
    isForScripts
      ? .json(failure.json, failure.status)
      : .page(FailurePage.page(failure, shell), failure.status)
  }

  func response(from request: Request, context: some RequestContext) throws -> Response {
    var fields = fields
    fields[.contentType] = type
    return Response(
      status: status, headers: fields, body: .init(byteBuffer: ByteBuffer(string: text)))
  }
}
