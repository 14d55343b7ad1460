import Hummingbird
import KitchenModel
import NIOCore

/// What is known of a request: who asks, and from where.
struct BoardContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The connection.
  let channel: any Channel
  /// The device that asks; nil where it is not paired.
  var device: Device?
  /// What the forms of its pages carry.
  var formToken = ""

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
  }

  /// The address that it comes from.
  var address: String { channel.remoteAddress?.countedAs ?? "local" }

  /// The device that asks.
  ///
  /// - Throws: ``BoardFailure``.
  func requireDevice() throws -> Device {
    guard let device else { throw BoardFailure.notPaired }
    return device
  }
}
