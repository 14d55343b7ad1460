import HTTPTypes
import Hummingbird

/// Lets through what was asked of this board by its own pages: the right host on every route, and for
/// whatever changes something the right origin and a content that no foreign form can send.
struct RequestGuard: RouterMiddleware {
  typealias Context = BoardContext

  let hosts: HostRule

  func handle(
    _ request: Request, context: BoardContext,
    next: (Request, BoardContext) async throws -> Response
  ) async throws -> Response {
    let host = request.head.authority ?? ""
    guard hosts.allows(host: host) else { throw BoardFailure.misdirected(host) }
    let origin = request.headers[.origin]
    switch request.method {
    case .get, .head:
      // A page of somebody else's may load nothing that is ours, streams least of all.
      if let origin, !hosts.allows(origin: origin, to: host) { throw BoardFailure.foreign }
      if request.uri.path.hasPrefix("/api/"), request.headers[.secFetchSite] == "cross-site" {
        throw BoardFailure.foreign
      }
    case .post:
      guard let origin, hosts.allows(origin: origin, to: host) else { throw BoardFailure.foreign }
      try checkContent(request)
    default: throw BoardFailure.notThere
    }
    return try await next(request, context)
  }

  private func checkContent(_ request: Request) throws {
    let wanted =
      request.uri.path.hasPrefix("/api/")
      ? "application/json" : "application/x-www-form-urlencoded"
    let type = request.headers[.contentType] ?? ""
    let plain = type.prefix { $0 != ";" }.trimming { $0 == " " }.lowercased()
    guard plain == wanted else {
      throw BoardFailure.usage("The content must be \(wanted).")
    }
  }
}

extension Substring {
  func trimming(_ fits: (Character) -> Bool) -> String { String(self).trimming(fits) }
}
