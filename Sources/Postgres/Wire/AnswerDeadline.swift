/// How long an answer is waited for on the side of the client.
///
/// The server ends a statement by `statement_timeout`, and the system ends a connection whose other side does not
/// acknowledge bytes. Neither helps against a side that acknowledges and never answers: a stopped server, a proxy before
/// a dead one. Then the connection is broken off.
struct AnswerDeadline {
    /// The connection was broken off because no answer came.
    private(set) var hasPassed = false
    /// How much later than the server's own limit, and how long after a cancellation.
    let grace: Duration
    private var instant: ContinuousClock.Instant?
    private var isCancelled = false

    init(grace: Duration) {
        self.grace = grace
    }

    /// Begins an act; nil waits as long as the server takes.
    mutating func begin(_ limit: Duration?) {
        instant = limit.map { .now + $0 + grace }
        (isCancelled, hasPassed) = (false, false)
    }

    /// A server that was asked to stop is not waited for much longer.
    mutating func cancel() {
        guard !isCancelled else { return }
        isCancelled = true
        let end = ContinuousClock.now + grace
        instant = instant.map { min($0, end) } ?? end
    }

    /// How long to wait for the socket, of at most `other`.
    func pause(atMost other: Duration?) -> Duration? {
        guard let instant else { return other }
        let rest = max(.zero, instant - .now)
        return other.map { min($0, rest) } ?? rest
    }

    mutating func passes() -> Bool {
        if let instant, instant <= .now { hasPassed = true }
        return hasPassed
    }
}
