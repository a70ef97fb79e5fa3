import NIOCore
import NIOHTTP1

/// Drops the body of every answer to HEAD, refusals included, because the client would take it for the next answer. If
/// the length is not known, the head keeps `Transfer-Encoding: chunked`, as for GET (RFC 9112, 6.1), but no end mark
/// follows.
final class HeadAnswers: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// For each request without an answer, whether it is HEAD: several may have come at once.
    private var areHeads = CircularBuffer<Bool>(initialCapacity: 4)
    private var hasLength = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let head) = unwrapInboundIn(data) { areHeads.append(head.method == .HEAD) }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let isHead = areHeads.first ?? false
        switch unwrapOutboundIn(data) {
        case .head(let head):
            hasLength = head.headers.contains(name: "content-length") || !head.status.mayHaveResponseBody
        case .body:
            if isHead { return drop(promise) }
        case .end:
            _ = areHeads.popFirst()
            if isHead, !hasLength { return drop(promise) }
        }
        context.write(data, promise: promise)
    }

    private func drop(_ promise: EventLoopPromise<Void>?) {
        promise?.succeed()
    }
}
