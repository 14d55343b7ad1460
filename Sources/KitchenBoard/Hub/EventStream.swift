import HTTPTypes
import Hummingbird
import KitchenModel
import NIOCore

/// A screen's stream of events: the newest snapshot whenever it changes, and a beat every ten seconds.
struct EventStream: Sendable {
  static let contentType = "text/event-stream"
  /// How far beats are apart.
  static let beat = Duration.seconds(10)

  let hub: RunHub
  let clock: @Sendable () -> Instant
  let counts: ConnectionCounts

  /// Opens the stream of a device.
  ///
  /// - Throws: ``BoardFailure`` where there are enough.
  func open(for device: Device, _ context: BoardContext) async throws -> Response {
    let address = context.address
    guard counts.enter(address) else {
      throw BoardFailure(
        .serviceUnavailable, "busy", "Too many pages are open.", hints: ["Close some of them."])
    }
    let (id, news) = await hub.subscribe(device.id)
    // The stream ends with its connection or before it, and counts no longer than either.
    let isOver = Flag()
    let leave: @Sendable () -> Void = { [counts] in
      if isOver.set() { counts.leave(address) }
    }
    context.channel.closeFuture.whenComplete { [hub] _ in
      leave()
      Task { await hub.unsubscribe(id) }
    }
    let body = ResponseBody { writer in
      defer { leave() }
      do {
        try await send(news, to: &writer)
      } catch {
        await hub.unsubscribe(id)
        throw error
      }
      await hub.unsubscribe(id)
      try await writer.finish(nil)
    }
    return Response(
      status: .ok, headers: [.contentType: Self.contentType, .cacheControl: "no-store"],
      body: body)
  }

  private func send(
    _ news: AsyncStream<Void>, to writer: inout any ResponseBodyWriter
  ) async throws {
    try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
    var sent = -1
    let (ticks, continuation) = AsyncStream.makeStream(
      of: Tick.self, bufferingPolicy: .bufferingNewest(4))
    let forwarding = Task {
      for await _ in news { continuation.yield(.news) }
      continuation.finish()
    }
    let beating = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: Self.beat)
        continuation.yield(.beat)
      }
    }
    defer {
      forwarding.cancel()
      beating.cancel()
    }
    for await tick in ticks {
      switch tick {
      case .beat:
        try await writer.write(
          ByteBuffer(string: Self.event("beat", StatusDocument.moment(clock()))))
      case .news:
        let snapshot = await hub.latest
        guard snapshot.id > 0, snapshot.id != sent else { continue }
        sent = snapshot.id
        let data = "\(StatusDocument.moment(clock())), \(snapshot.members)"
        try await writer.write(
          ByteBuffer(string: Self.event("status", data, id: snapshot.id)))
      }
    }
    // A page that knows that the board has ended does not wait to find out.
    let word = await hub.isStopping ? "bye" : "forgotten"
    try await writer.write(ByteBuffer(string: Self.event(word, StatusDocument.moment(clock()))))
  }

  private enum Tick: Sendable {
    case news, beat
  }

  private static func event(_ name: String, _ members: String, id: Int? = nil) -> String {
    "event: \(name)\n" + (id.map { "id: \($0)\n" } ?? "") + "data: {\(members)}\n\n"
  }
}
