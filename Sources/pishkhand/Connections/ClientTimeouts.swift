import NIOCore
import NIOHTTP1

/// Ends connections of clients that are too slow or send too much. The whole head must come in time; after it, the body
/// and the reading of an answer must keep a rate. Time in which this program itself is slow does not count against the
/// client.
final class ClientTimeouts: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let limits: ConnectionLimits
    /// One slow timer a connection costs less than an alarm for each request.
    private var clock: Scheduled<Void>?
    /// During a request, the time of the next check of the rate; otherwise the time at which the connection is closed.
    private var deadline = NIODeadline.distantFuture
    private var isRequestOpen = false
    /// The number of requests whose answers are not completely sent.
    private var answersOwed = 0
    /// True if a part of the next answer was written.
    private var isAnswerBegun = false
    private var endsAfterAnswer = false
    private var leftover = 0
    private var received = RateWatch()
    private var taken = RateWatch()
    /// The bytes of answers that were passed to the connection.
    private var written = 0
    /// Since when nothing is read because this program has not asked for more; nil if it has.
    private var pausedAt: NIODeadline?

    init(_ limits: ConnectionLimits) {
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) {
        // The TLS handshake counts too.
        deadline = .now() + limits.headerTimeout
        startClock(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        clock?.cancel()
    }

    func channelInactive(context: ChannelHandlerContext) {
        clock?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            isRequestOpen = true
            answersOwed += 1
            leftover = 0
            if answersOwed == 1 { watchRate() }
        case .body(let bytes):
            received.count(bytes.readableBytes)
            leftover += answersOwed == 0 ? bytes.readableBytes : 0
            if leftover > limits.leftoverBytes { return context.close(promise: nil) }
        case .end:
            isRequestOpen = false
            restIfDone(context)
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        pausedAt = .now()
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        if let since = pausedAt, .now() - since > .seconds(1) { received.excuse() }
        pausedAt = nil
        context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            isAnswerBegun = true
            endsAfterAnswer = head.headers["connection"].contains("close")
            context.write(data, promise: promise)
        case .body(let bytes):
            written += bytes.readableBytes
            context.write(data, promise: promise)
        case .end:
            let sent = promise ?? context.eventLoop.makePromise(of: Void.self)
            let context = context
            sent.futureResult.assumeIsolated().whenComplete { _ in self.answered(context) }
            context.write(data, promise: sent)
        }
    }

    /// A head that is too large is refused before there is a request.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard case HTTPParserError.headerOverflow = error, answersOwed == 0 else {
            return context.fireErrorCaught(error)
        }
        refuse(context, .requestHeaderFieldsTooLarge)
    }

    /// Answers with one head that names the reason, and ends the connection.
    private func refuse(_ context: ChannelHandlerContext, _ status: HTTPResponseStatus) {
        let head = HTTPResponseHead(
            version: .http1_1, status: status, headers: ["Content-Length": "0", "Connection": "close"])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        let context = context
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
    }

    private func answered(_ context: ChannelHandlerContext) {
        answersOwed -= 1
        isAnswerBegun = false
        if endsAfterAnswer, !isRequestOpen { return context.close(promise: nil) }
        restIfDone(context)
    }

    private func restIfDone(_ context: ChannelHandlerContext) {
        guard answersOwed == 0, !isRequestOpen else { return }
        if endsAfterAnswer { return context.close(promise: nil) }
        deadline = .now() + limits.idleTimeout
    }

    private func startClock(_ context: ChannelHandlerContext) {
        clock = context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(500)) { self.look(context) }
    }

    private func look(_ context: ChannelHandlerContext) {
        if deadline <= .now() {
            guard isRequestOpen || answersOwed > 0 else { return context.close(promise: nil) }
            judgeRate(context)
        }
        if context.channel.isActive { startClock(context) }
    }

    private func watchRate() {
        received.begin()
        taken.begin()
        deadline = .now() + limits.rateTimeout
    }

    private func judgeRate(_ context: ChannelHandlerContext) {
        let waiting = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        taken.count(to: written - waiting)
        let sendsSlowly = isRequestOpen && pausedAt == nil && received.isBelow(limits.bytesInTime)
        let takesSlowly = waiting > 0 && taken.isBelow(limits.bytesInTime)
        if sendsSlowly, answersOwed == 1, !isAnswerBegun { return refuse(context, .requestTimeout) }
        if sendsSlowly || takesSlowly { return context.close(promise: nil) }
        watchRate()
    }
}

/// The bytes of one direction since the last check.
private struct RateWatch {
    private var total = 0
    private var atLastLook = 0
    private var isExcused = false

    mutating func count(_ bytes: Int) {
        total += bytes
    }

    mutating func count(to bytes: Int) {
        total = max(total, bytes)
    }

    /// Leaves this time out: the client is not the cause of the delay.
    mutating func excuse() {
        isExcused = true
    }

    mutating func begin() {
        atLastLook = total
        isExcused = false
    }

    func isBelow(_ bytes: Int) -> Bool {
        !isExcused && total - atLastLook < bytes
    }
}
