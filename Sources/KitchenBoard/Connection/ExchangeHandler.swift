import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Tells the gate of a connection when responses begin and end, and that a body which nobody read
/// closes the connection.
final class ExchangeHandler: ChannelOutboundHandler {
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let gate: ConnectionGate

  init(gate: ConnectionGate) { self.gate = gate }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var head):
      if head.headerFields[.contentType] == EventStream.contentType { gate.beginStream() }
      if !gate.isRequestWhole { head.headerFields[.connection] = "close" }
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .body:
      context.write(data, promise: promise)
    case .end:
      let written = promise ?? context.eventLoop.makePromise(of: Void.self)
      let gate = NIOLoopBound(self.gate, eventLoop: context.eventLoop)
      written.futureResult.whenComplete { _ in gate.value.endResponse() }
      context.write(data, promise: written)
    }
  }
}
