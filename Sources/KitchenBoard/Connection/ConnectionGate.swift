import NIOCore
import NIOHTTP1

/// The first handler of a connection: lets through whole, sound requests one at a time, and holds
/// both sides to their deadlines.
///
/// A request that is refused here gets a sentence and the connection is closed. A client that sends
/// nothing, or takes nothing, is closed without a word. Everything happens on the event loop.
final class ConnectionGate: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = NIOAny
  typealias OutboundOut = NIOAny

  /// How long each side may take.
  struct Deadlines: Sendable {
    var head: TimeAmount = .seconds(10)
    var body: TimeAmount = .seconds(20)
    var idle: TimeAmount = .seconds(30)
    var write: TimeAmount = .seconds(15)
    /// How long a client that is refused may go on sending before the connection is cut.
    var farewell: TimeAmount = .seconds(1)
  }

  private enum State {
    /// Between requests.
    case waiting
    /// The head has begun.
    case head
    /// So many bytes of the body are still to come.
    case body(Int)
    /// The request is whole; its response is not.
    case responding
    /// Nothing is read any more.
    case closing
  }

  private let deadlines: Deadlines
  private var state = State.waiting
  private var received = ByteBuffer()
  private var readTimer: Scheduled<Void>?
  private var writeTimer: Scheduled<Void>?
  private var writesUnderWay = 0
  private var isStopping = false
  private var closesAfterResponse = false
  /// Whether the response is one without end.
  private var isStream = false
  private var context: ChannelHandlerContext?

  init(deadlines: Deadlines = Deadlines()) { self.deadlines = deadlines }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    if context.channel.isActive { expect(within: deadlines.idle) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { forget() }

  func channelActive(context: ChannelHandlerContext) {
    expect(within: deadlines.idle)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    forget()
    context.fireChannelInactive()
  }

  private func forget() {
    readTimer?.cancel()
    writeTimer?.cancel()
    (readTimer, writeTimer) = (nil, nil)
    state = .closing
    context = nil
  }

  // MARK: What comes in

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    if case .closing = state { return }
    received.writeBuffer(&bytes)
    process()
  }

  private func process() {
    while let context, received.readableBytes > 0 {
      switch state {
      case .waiting:
        state = .head
        expect(within: deadlines.head)
      case .head:
        switch RequestHead.read(received.readableBytesView) {
        case .needsMore: return
        case .refused(let refusal): return refuse(refusal)
        case .head(let head):
          closesAfterResponse = head.closes
          state = head.bodyLength > 0 ? .body(head.bodyLength) : .responding
          if head.bodyLength > 0 { expect(within: deadlines.body) } else { expectNothing() }
          pass(head.length, to: context)
        }
      case .body(let left):
        let count = min(left, received.readableBytes)
        state = count < left ? .body(left - count) : .responding
        if count == left { expectNothing() }
        pass(count, to: context)
      case .responding:
        // The next request waits; whoever sends more than one ahead is not a browser.
        if received.readableBytes > RequestHead.Limit.head { close() }
        return
      case .closing: return
      }
    }
    received.discardReadBytes()
  }

  private func pass(_ count: Int, to context: ChannelHandlerContext) {
    guard let bytes = received.readSlice(length: count) else { return }
    context.fireChannelRead(wrapInboundOut(bytes))
    context.fireChannelReadComplete()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case is ChannelShouldQuiesceEvent:
      isStopping = true
      if case .waiting = state { close() }
    case ChannelEvent.inputClosed:
      // A client that says no more while it is answered may still read; before that it has gone, and
      // what it asked for is given up.
      if case .responding = state, !isStream, writesUnderWay > 0 { break }
      return close()
    default: break
    }
    context.fireUserInboundEventTriggered(event)
  }

  // MARK: What goes out

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    writesUnderWay += 1
    if writeTimer == nil { startWriteTimer() }
    let written = promise ?? context.eventLoop.makePromise(of: Void.self)
    let gate = NIOLoopBound(self, eventLoop: context.eventLoop)
    written.futureResult.whenComplete { _ in gate.value.didWrite() }
    context.write(data, promise: written)
  }

  private func didWrite() {
    writesUnderWay -= 1
    writeTimer?.cancel()
    writeTimer = nil
    if writesUnderWay > 0 { startWriteTimer() }
  }

  private func startWriteTimer() {
    writeTimer = schedule(in: deadlines.write) { $0.close() }
  }

  // MARK: What the exchange says

  /// Whether the request has come whole.
  var isRequestWhole: Bool {
    switch state {
    case .responding: true
    case .waiting, .head, .body, .closing: false
    }
  }

  /// The response that begins now never ends by itself.
  func beginStream() { isStream = true }

  /// The response has been written.
  func endResponse() {
    isStream = false
    guard isRequestWhole, !isStopping, !closesAfterResponse else { return bidFarewell() }
    state = .waiting
    expect(within: deadlines.idle)
    process()
  }

  // MARK: Ends

  private func refuse(_ refusal: RequestHead.Refusal) {
    guard let context else { return }
    let answer = RefusalText.response(to: refusal)
    state = .closing
    context.writeAndFlush(NIOAny(IOData.byteBuffer(ByteBuffer(string: answer))), promise: nil)
    bidFarewell()
  }

  /// Closes after what has been written has had time to arrive: closing with bytes unread would take
  /// the answer back.
  private func bidFarewell() {
    state = .closing
    received.clear()
    readTimer?.cancel()
    guard let context else { return }
    context.close(mode: .output, promise: nil)
    readTimer = schedule(in: deadlines.farewell) { $0.close() }
  }

  private func close() {
    state = .closing
    context?.close(promise: nil)
  }

  private func expect(within time: TimeAmount) {
    readTimer?.cancel()
    readTimer = schedule(in: time) { $0.close() }
  }

  private func expectNothing() {
    readTimer?.cancel()
    readTimer = nil
  }

  private func schedule(
    in time: TimeAmount, _ action: @escaping @Sendable (ConnectionGate) -> Void
  ) -> Scheduled<Void>? {
    guard let loop = context?.eventLoop else { return nil }
    let gate = NIOLoopBound(self, eventLoop: loop)
    return loop.scheduleTask(in: time) { action(gate.value) }
  }
}

/// What is sent to a request that nobody reads.
enum RefusalText {
  /// The whole response.
  static func response(to refusal: RequestHead.Refusal) -> String {
    switch refusal {
    case .malformed(let sentence): text("400 Bad Request", "malformed", sentence)
    case .tooLarge(let sentence): text("413 Content Too Large", "tooLarge", sentence)
    }
  }

  /// The response to a connection too many.
  static let full = text(
    "503 Service Unavailable", "busy", "Too many connections are open: close a page or a program.")

  private static func text(_ status: String, _ kind: String, _ sentence: String) -> String {
    let body = "{\"error\": {\"kind\": \"\(kind)\", \"message\": \"\(sentence)\", \"hints\": []}}\n"
    let fields = [
      "HTTP/1.1 \(status)", "Content-Type: application/json",
      "Content-Length: \(body.utf8.count)", "Connection: close", "Cache-Control: no-store",
      "X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'",
    ]
    return fields.joined(separator: "\r\n") + "\r\n\r\n" + body
  }
}
