import KitchenModel
import Rendering
import SouschefCore

/// Watches what is cooking, once for all screens: whoever subscribes gets the newest snapshot, and
/// a screen that is slow skips what lies between.
actor RunHub {
  /// What screens are shown, encoded once.
  struct Snapshot: Sendable {
    /// The number of the snapshot.
    var id: Int
    /// What is cooking; nil for nothing.
    var status: ShowStatus.Status?
    /// What a page shows of it.
    var view: KitchenView?
    /// What can be taken up again, where nothing is cooking.
    var interrupted: Run?
    /// Why nothing can be known, where that is so.
    var failure: BoardFailure?
    /// The members of the document of `/api/status` except for the moment, without braces.
    var members: String
  }

  private let kitchen: BoardKitchen
  private let clock: LocalClock
  private(set) var latest = Snapshot(id: 0, members: StatusDocument.members(nil, nil, nil))
  /// What happens in the kitchen.
  private let feed: RunFeed
  /// Yields once somebody subscribes.
  private let demand = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  private var subscribers: [Int: Subscription] = [:]
  private var nextSubscriber = 0
  private var isStopped = false

  private struct Subscription {
    var device: Int
    var news: AsyncStream<Void>.Continuation
  }

  init(kitchen: BoardKitchen, timeZone clock: LocalClock) {
    self.kitchen = kitchen
    self.clock = clock
    feed = RunFeed(hearing: kitchen.databasePath) { look in try await kitchen.use(look) }
  }

  /// Watches until the task is cancelled, for as long as there are subscribers.
  func watch() async {
    for await _ in demand.stream {
      for await update in feed {
        guard !subscribers.isEmpty else { break }
        if kitchen.isGone {
          publish(snapshot(of: .unknown(BoardFailure.databaseGone)))
        } else {
          await forgetDevices()
          publish(snapshot(of: update))
        }
      }
    }
  }

  /// Looks at once: something has happened here.
  func kick() { feed.ring() }

  /// Where things stand now, which need not have been published yet.
  func current() async -> Snapshot {
    do {
      return snapshot(of: try await kitchen.use { try RunFeed.update(in: $0) })
    } catch {
      return snapshot(of: .unknown(error))
    }
  }

  private func snapshot(of update: RunFeed.Update) -> Snapshot {
    var shown = Snapshot(id: latest.id, members: "")
    switch update {
    case .cooking(let status):
      shown.status = status
      shown.view = KitchenView(status.live, clock: clock, elapsed: status.elapsed)
    case .idle(let interrupted): shown.interrupted = interrupted
    case .unknown(let error): shown.failure = BoardFailure(error, at: .reading)
    }
    shown.members = StatusDocument.members(shown.status, shown.view, shown.failure)
    return shown
  }

  private func publish(_ new: Snapshot) {
    guard
      latest.id == 0 || new.view != latest.view || new.status?.run != latest.status?.run
        || new.status?.live != latest.status?.live || new.interrupted?.id != latest.interrupted?.id
        || new.failure != latest.failure
    else { return }
    latest = new
    latest.id += 1
    for subscriber in subscribers.values { subscriber.news.yield() }
  }

  /// Tells of news until the subscription is ended, the device is forgotten or the board stops.
  func subscribe(_ device: Int) -> (id: Int, news: AsyncStream<Void>) {
    let (news, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    nextSubscriber += 1
    if isStopped { continuation.finish() }
    subscribers[nextSubscriber] = Subscription(device: device, news: continuation)
    continuation.yield()
    demand.continuation.yield()
    feed.ring()
    return (nextSubscriber, news)
  }

  /// Ends a subscription.
  func unsubscribe(_ id: Int) { subscribers.removeValue(forKey: id)?.news.finish() }

  /// How many subscriptions there are.
  var count: Int { subscribers.count }

  /// Ends the subscriptions of devices that were forgotten.
  private func forgetDevices() async {
    let devices = try? await kitchen.use { try ListDevices().perform(in: $0).value.map(\.id) }
    guard let devices else { return }
    for (id, subscriber) in subscribers where !devices.contains(subscriber.device) {
      subscriber.news.finish()
      subscribers[id] = nil
    }
  }

  /// Ends every subscription: the board stops.
  func stop() {
    isStopped = true
    for subscriber in subscribers.values { subscriber.news.finish() }
    subscribers = [:]
  }

  /// Whether the board is about to end.
  var isStopping: Bool { isStopped }
}
