import KitchenModel
import Synchronization

/// Tells whoever started the board how a screen is let in.
final class PairingAnnouncer: Sendable {
  private let settings: BoardSettings
  private let say: @Sendable (String) -> Void
  private let held = Mutex<Pairing?>(nil)

  private let fingerprint: String?

  /// - Parameter fingerprint: the certificate's, where there is one.
  init(
    _ settings: BoardSettings, fingerprint: String? = nil, say: @escaping @Sendable (String) -> Void
  ) {
    self.settings = settings
    self.fingerprint = fingerprint
    self.say = say
  }

  var pairing: Pairing? {
    get { held.withLock { $0 } }
    set { held.withLock { $0 = newValue } }
  }

  /// Makes a new offer and prints it.
  func announce() {
    guard let offer = pairing?.offer() else { return }
    let links = addresses.map { "\($0)/pair#\(offer.secret)" }
    var lines = ["The board is at \(addresses[0])/"]
    lines += links.map { "Let a screen in: \($0)" }
    lines.append("or open /pair there and type \(offer.pin). Both work once, for ten minutes.")
    if let fingerprint {
      lines.append(
        "Browsers warn of its certificate once. Accept it where its SHA-256 is\n\(fingerprint)")
    }
    if let link = links.last, let code = QRCode(text: link) {
      lines.append(code.text)
    }
    say(lines.joined(separator: "\n"))
  }

  /// Says who was let in, and how the next one is.
  func didPair(_ device: Device) {
    say("Paired: \(device.name).")
    announce()
  }

  /// Where the board is, the nearest first.
  private var addresses: [String] {
    if let origin = settings.origin { return [origin] }
    let scheme = settings.transport == .tls ? "https" : "http"
    let own = "\(scheme)://127.0.0.1:\(settings.port)"
    guard settings.reach == .network else { return [own] }
    return [own] + Sockets.addresses().prefix(2).map { "\(scheme)://\($0):\(settings.port)" }
  }
}
