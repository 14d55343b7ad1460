import KitchenModel
import Synchronization

/// What lets a new device in: a secret for the link and digits for the fingers, each good for one
/// device and for ten minutes.
final class Pairing: Sendable {
  /// What the terminal shows.
  struct Offer: Sendable, Hashable {
    /// 128 bits, for the fragment of a link.
    var secret: String
    /// Six digits.
    var pin: String
    /// Until when both are good.
    var endsAt: Instant
  }

  /// What a device shows to be let in.
  enum Proof: Sendable {
    case secret(String)
    case pin(String)
  }

  /// Why a device is not let in.
  enum Refusal: Error, Sendable, Hashable {
    /// It is not the secret or the digits, or they have been used.
    case wrong
    /// Their time is up.
    case over
    /// There were too many wrong digits.
    case tooManyMisses
  }

  /// How many wrong digits end an offer of digits.
  static let misses = 5
  /// How long an offer is good.
  static let life = Seconds.minutes(10)

  private struct Model {
    var offer: Offer?
    var misses = 0
    var isPinDead = true
  }

  private let model = Mutex(Model())
  private let clock: @Sendable () -> Instant

  init(clock: @escaping @Sendable () -> Instant) { self.clock = clock }

  /// Makes a new offer, which ends the one before.
  @discardableResult
  func offer() -> Offer {
    let offer = Offer(
      secret: Secret.hex(bytes: 16), pin: Secret.pin(), endsAt: clock() + Self.life)
    model.withLock { $0 = Model(offer: offer, isPinDead: false) }
    return offer
  }

  /// Takes a proof: it lets in once.
  func redeem(_ proof: Proof) throws(Refusal) {
    let now = clock()
    let refusal: Refusal? = model.withLock { model in
      guard let offer = model.offer else { return .wrong }
      guard now < offer.endsAt else { return .over }
      switch proof {
      case .secret(let secret):
        guard Secret.equal(secret, offer.secret) else { return .wrong }
      case .pin(let pin):
        guard !model.isPinDead else { return .tooManyMisses }
        guard Secret.equal(pin, offer.pin) else {
          model.misses += 1
          model.isPinDead = model.misses >= Self.misses
          return .wrong
        }
      }
      model.offer = nil
      return nil
    }
    if let refusal { throw refusal }
  }
}
