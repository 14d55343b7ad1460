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
  private var glance: GlanceAtRun.Glance?
  private var lookedAt: Instant?
  private var subscribers: [Int: Subscription] = [:]
  private var nextSubscriber = 0
  private var isStopped = false
  private var looking: Task<Void, Never>?
  private var wake: AsyncStream<Void>.Continuation?

  private struct Subscription {
    var device: Int
    var news: AsyncStream<Void>.Continuation
  }

  /// How often it is looked whether anything has happened: a run that begins may wait a little
  /// longer than a verb.
  private var interval: Duration { glance?.run == nil ? .milliseconds(200) : .milliseconds(50) }
  /// How often everything is looked at: what is late grows later.
  private var fullInterval: Int { glance?.run == nil ? 2000 : 1000 }

  init(kitchen: BoardKitchen, timeZone clock: LocalClock) {
    self.kitchen = kitchen
    self.clock = clock
  }

  /// Watches until the task is cancelled.
  func watch() async {
    let (kicks, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    wake = continuation
    let timer = Task {
      while !Task.isCancelled {
        try? await Task.sleep(for: interval)
        continuation.yield()
      }
    }
    defer { timer.cancel() }
    for await _ in kicks {
      if Task.isCancelled { return }
      guard !subscribers.isEmpty else { continue }
      await look()
    }
  }

  /// Looks at once: something has happened here.
  func kick() { wake?.yield() }

  /// The newest snapshot, as of now.
  func current() async -> Snapshot {
    await look()
    return latest
  }

  /// Looks, after whoever is looking: an older answer never takes the place of a newer one.
  private func look() async {
    while let looking { await looking.value }
    // Over before whoever waits for it goes on.
    let task = Task {
      await lookAlone()
      looking = nil
    }
    looking = task
    await task.value
  }

  private func lookAlone() async {
    let now = kitchen.clock()
    let isDue = lookedAt.map { now.milliseconds - $0.milliseconds >= fullInterval } ?? true
    do {
      let seen = try await kitchen.use { try GlanceAtRun().perform(in: $0).value }
      guard isDue || seen != glance else { return }
      let (status, interrupted) = try await kitchen.use { workspace in
        let status = try ShowStatus().perform(in: workspace).value
        let interrupted =
          status == nil ? try FindInterrupted().perform(in: workspace).value : nil
        return (status, interrupted)
      }
      let devices = try await kitchen.use { try ListDevices().perform(in: $0).value.map(\.id) }
      glance = seen
      lookedAt = now
      forget(allBut: Set(devices))
      publish(status, interrupted, nil)
    } catch {
      lookedAt = now
      glance = nil
      publish(nil, nil, BoardFailure(error, at: .reading))
    }
  }

  private func publish(
    _ status: ShowStatus.Status?, _ interrupted: Run?, _ failure: BoardFailure?
  ) {
    let view = status.map { KitchenView($0.live, clock: clock, elapsed: $0.elapsed) }
    guard
      latest.id == 0 || view != latest.view || status?.run != latest.status?.run
        || status?.live != latest.status?.live || interrupted?.id != latest.interrupted?.id
        || failure != latest.failure
    else { return }
    latest = Snapshot(
      id: latest.id + 1, status: status, view: view, interrupted: interrupted, failure: failure,
      members: StatusDocument.members(status, view, failure))
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
    wake?.yield()
    return (nextSubscriber, news)
  }

  /// Ends a subscription.
  func unsubscribe(_ id: Int) { subscribers.removeValue(forKey: id)?.news.finish() }

  /// How many subscriptions there are.
  var count: Int { subscribers.count }

  private func forget(allBut devices: Set<Int>) {
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
