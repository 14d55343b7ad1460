import HTTPTypes
import Hummingbird
import KitchenModel
import SouschefCore

/// Finds out which device asks, and keeps out whoever is not paired, who may only look, or who asks
/// too often.
struct DeviceCheck: RouterMiddleware {
  typealias Context = BoardContext

  let kitchen: BoardKitchen
  let cookie: DeviceCookie
  let verbs = RateLimit(most: 10)
  let attempts = RateLimit(most: 3)

  /// What can be had without being paired.
  private static let open: Set<String> = ["/pair", "/api/pair"]

  func handle(
    _ request: Request, context: BoardContext,
    next: (Request, BoardContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    let path = request.uri.path
    if path.hasPrefix("/assets/") { return try await next(request, context) }
    // Without the database no device can be recognised, and none should be asked to pair again.
    guard !kitchen.isGone else { throw BoardFailure.databaseGone }
    if let token = cookie.token(in: request) {
      let hash = SHA256.hex(token.utf8)
      context.device = try await kitchen.use { try FindDevice(hash: hash).perform(in: $0).value }
      context.formToken = SHA256.hex("form \(token)".utf8)
    }
    let now = kitchen.clock()
    if Self.open.contains(path) {
      if request.method == .post, !attempts.allows(context.address, at: now) {
        throw BoardFailure.tooOften
      }
      return try await next(request, context)
    }
    guard let device = context.device else {
      if request.method == .get, !path.hasPrefix("/api/") {
        return try Answer.goTo(.pair).response(from: request, context: context)
      }
      throw BoardFailure.notPaired
    }
    if request.method == .post {
      guard device.role == .cook else { throw BoardFailure.viewOnly }
      guard verbs.allows(String(device.id), at: now) else { throw BoardFailure.tooOften }
    }
    return try await next(request, context)
  }
}

/// The cookie that a device is known by. Its name carries the port: cookies do not keep ports apart.
struct DeviceCookie: Sendable, Hashable {
  /// The port that browsers see.
  var port: Int
  /// Whether browsers reach the board by https alone.
  var isSecure = false

  private var name: String { "\(isSecure ? "__Host-" : "")souschef-\(port)" }

  /// The token of a request; nil for none, or none that could be one.
  func token(in request: Request) -> String? {
    for field in request.headers[values: .cookie] {
      for pair in field.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, parts[0].trimming({ $0 == " " }) == name else { continue }
        let token = parts[1].trimming { $0 == " " }
        let isHex = token.utf8.allSatisfy { 48...57 ~= $0 || 97...102 ~= $0 }
        if token.utf8.count == 64, isHex { return token }
      }
    }
    return nil
  }

  /// The field that gives a device its token.
  func field(giving token: String) -> String {
    "\(name)=\(token); Path=/; Max-Age=34560000; HttpOnly; SameSite=Strict"
      + (isSecure ? "; Secure" : "")
  }
}
