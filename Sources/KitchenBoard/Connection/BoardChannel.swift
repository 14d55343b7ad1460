import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOSSL

/// A connection to the board: its handlers, from the socket to the routes.
struct BoardChannel: HTTPChannelHandler {
  typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

  let responder: HTTPChannelHandler.Responder
  let connections: ConnectionCounts
  let deadlines: ConnectionGate.Deadlines
  /// What connections are encrypted with; nil where they are not.
  let certificate: BoardCertificate?

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    let address = channel.remoteAddress?.countedAs ?? "local"
    let isWelcome = connections.enter(address)
    if isWelcome {
      channel.closeFuture.whenComplete { [connections] _ in connections.leave(address) }
    }
    return channel.eventLoop.makeCompletedFuture {
      let pipeline = channel.pipeline.syncOperations
      if isWelcome {
        if let certificate {
          try pipeline.addHandler(NIOSSLServerHandler(context: certificate.context))
        }
        let gate = ConnectionGate(deadlines: deadlines)
        try pipeline.addHandler(gate)
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderListSize = RequestHead.Limit.head
        limits.maxHeaderFieldSize = RequestHead.Limit.head
        limits.maxHeaderFieldCount = RequestHead.Limit.fields
        try pipeline.configureHTTPServerPipeline(
          withPipeliningAssistance: false, withErrorHandling: false,
          withOutboundHeaderValidation: true, withEncoderConfiguration: .init(),
          withDecoderLimitConfiguration: limits)
        try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: certificate != nil))
        try pipeline.addHandler(ExchangeHandler(gate: gate))
      } else {
        try pipeline.addHandler(TurnedAway())
      }
      return try NIOAsyncChannel(
        wrappingChannelSynchronously: channel,
        configuration: .init(isOutboundHalfClosureEnabled: true))
    }
  }

  func handle(value: Value, logger: Logger) async {
    await handleHTTP(asyncChannel: value, logger: logger)
  }
}

/// The only handler of a connection too many: says so and closes.
private final class TurnedAway: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = HTTPRequestPart
  typealias OutboundOut = IOData

  func channelActive(context: ChannelHandlerContext) {
    let bytes = ByteBuffer(string: RefusalText.full)
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(.byteBuffer(bytes))).whenComplete { _ in
      bound.value.close(promise: nil)
    }
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {}
}
