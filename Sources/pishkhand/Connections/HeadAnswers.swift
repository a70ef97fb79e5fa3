import NIOCore
import NIOHTTP1

/// Keeps every body off the wire where the request was HEAD, refusals included: the client takes what follows the head
/// for the next answer. Where the length is not known, `Transfer-Encoding: chunked` stays in the head, as GET has it
/// (RFC 9112, 6.1), but no end mark follows.
final class HeadAnswers: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// Of the requests whose answers are owed, whether each is HEAD: several may have come in at once.
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
