import HTTPTypes
import Hummingbird
import JSON
import KitchenModel
import Rendering
import SouschefCore

extension Board {
  /// Letting screens in.
  func addPairing(to router: Router<BoardContext>) {
    router.get("pair") { request, context in
      Answer.page(PairPage.page(shell(request, context)))
    }
    router.post("pair") { request, context in
      let arguments = try await Arguments(body: request, allowing: Self.pairing)
      do {
        let field = try await pair(arguments)
        var answer = Answer.goTo(.tonight)
        answer.fields[.setCookie] = field
        return answer
      } catch let failure as BoardFailure {
        return Answer.page(PairPage.page(failure: failure, shell(request, context)), failure.status)
      }
    }
    router.post("api/pair") { request, _ in
      let arguments = try await Arguments(body: request, allowing: Self.pairing)
      var answer = Answer.json(["paired": true])
      answer.fields[.setCookie] = try await pair(arguments)
      return answer
    }
  }

  private static let pairing: Set<String> = ["pin", "secret", "name", "viewOnly"]

  /// Lets a screen in; gives the field that sets its cookie.
  private func pair(_ arguments: Arguments) async throws -> String {
    let proof: Pairing.Proof
    if let secret = try arguments.text("secret") {
      proof = .secret(secret)
    } else if let pin = try arguments.text("pin") {
      proof = .pin(pin.trimming(\.isWhitespace))
    } else {
      throw BoardFailure.usage("Pairing needs the digits or the secret of the link.")
    }
    let (name, role) = (
      try arguments.text("name") ?? "", try arguments.flag("viewOnly") ? Device.Role.viewer : .cook
    )
    do throws(Pairing.Refusal) { try pairing.redeem(proof) } catch { throw Self.failure(error) }
    let token = Secret.hex(bytes: 32)
    let hash = SHA256.hex(token.utf8)
    let device = try await kitchen.use {
      try PairDevice(name: name, role: role, hash: hash).perform(in: $0).value
    }
    didPair(device)
    return cookie.field(giving: token)
  }

  private static func failure(_ refusal: Pairing.Refusal) -> BoardFailure {
    let hint = "The board prints new ones where it was started: press Enter there."
    switch refusal {
    case .wrong:
      return BoardFailure(
        .forbidden, "notPaired",
        "These are not the digits or the link that the board printed last.",
        hints: [hint])
    case .over:
      return BoardFailure(
        .forbidden, "notPaired", "These digits have expired: they were valid for ten minutes.",
        hints: [hint])
    case .tooManyMisses:
      return BoardFailure(
        .forbidden, "notPaired", "Wrong digits were typed too often.", hints: [hint])
    }
  }
}
