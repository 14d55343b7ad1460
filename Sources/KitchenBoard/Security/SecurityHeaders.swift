import HTTPTypes
import Hummingbird

/// Puts the fields on every response that keep a browser from doing more with it than showing it, and
/// turns failures into answers.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = BoardContext

  static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "connect-src 'self'", "manifest-src 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    "form-action 'self'", "require-trusted-types-for 'script'", "trusted-types board",
  ].joined(separator: "; ")

  func handle(
    _ request: Request, context: BoardContext,
    next: (Request, BoardContext) async throws -> Response
  ) async throws -> Response {
    var response: Response
    do {
      response = try await next(request, context)
    } catch {
      let isForScripts = request.uri.path.hasPrefix("/api/")
      response = try Answer.failure(
        failure(error, request), isForScripts: isForScripts,
        shell: PageShell(path: request.uri.path)
      ).response(from: request, context: context)
      // Whoever asks for the head alone would take a body for the next answer.
      if request.method == .head { response = response.createHeadResponse() }
    }
    if response.headers[.contentSecurityPolicy] == nil {
      response.headers[.contentSecurityPolicy] = Self.policy
    }
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.referrerPolicy] = "no-referrer"
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    response.headers[.crossOriginOpenerPolicy] = "same-origin"
    response.headers[.crossOriginResourcePolicy] = "same-origin"
    response.headers[.xFrameOptions] = "DENY"
    return response
  }

  private func failure(_ error: any Error, _ request: Request) -> BoardFailure {
    if let error = error as? HTTPError {
      switch error.status {
      case .notFound, .methodNotAllowed: return .notThere
      case .contentTooLarge:
        return BoardFailure(.contentTooLarge, "tooLarge", "That is more than the board takes.")
      default: return .usage("The request was not understood.")
      }
    }
    return BoardFailure(error, at: request.method == .get ? .reading : .command)
  }
}

extension HTTPField.Name {
  private static func named(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else { preconditionFailure("a token is a name") }
    return name
  }
  static let referrerPolicy = named("Referrer-Policy")
  static let crossOriginOpenerPolicy = named("Cross-Origin-Opener-Policy")
  static let xFrameOptions = named("X-Frame-Options")
  static let secFetchSite = named("Sec-Fetch-Site")
}
