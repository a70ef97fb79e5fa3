import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOSSL

/// A connection, with TLS if there is a certificate, whose client is limited in time and bytes.
struct GuardedChannel<Inner: ServerChildChannel>: ServerChildChannel {
    typealias Value = Inner.Value

    let inner: Inner
    let limits: ConnectionLimits
    /// Called for each connection, so that a new certificate holds from the next one on; nil means no TLS.
    let certificate: (@Sendable () -> NIOSSLContext)?

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            guard let certificate else { return }
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: certificate()))
        }.flatMap {
            inner.setup(channel: channel, logger: logger)
        }.flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try pipeline.addHandlers([HeadAnswers(), ClientTimeouts(limits)], position: .after(decoder))
            return value
        }
    }

    func handle(value: Value, logger: Logger) async {
        await inner.handle(value: value, logger: logger)
    }
}

extension HTTPServerBuilder {
    static func guarded(
        _ limits: ConnectionLimits, certificate: (@Sendable () -> NIOSSLContext)?
    ) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            var configuration = HTTP1Channel.Configuration()
            configuration.httpDecoder.maxHeaderFieldSize = limits.headerBytes
            configuration.httpDecoder.maxHeaderListSize = limits.headerBytes
            configuration.httpDecoder.maxHeaderFieldCount = 100
            return GuardedChannel(
                inner: HTTP1Channel(responder: responder, configuration: configuration), limits: limits,
                certificate: certificate)
        }
    }
}
