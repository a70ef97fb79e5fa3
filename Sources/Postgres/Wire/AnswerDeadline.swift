/// The client's limit of the time for an answer.
///
/// The server ends a statement by `statement_timeout`, and the system ends a connection to a host that does not
/// acknowledge bytes. Neither helps if the other side acknowledges and never answers, such as a stopped server, or a
/// proxy before a dead one. Then this limit breaks the connection off.
struct AnswerDeadline {
    /// True if the connection was broken off because no answer came.
    private(set) var hasPassed = false
    /// The time that is added to the server's own limit, and the limit after a cancellation.
    let grace: Duration
    private var instant: ContinuousClock.Instant?
    private var isCancelled = false

    init(grace: Duration) {
        self.grace = grace
    }

    /// Begins an act; nil means that the server may take any time.
    mutating func begin(_ limit: Duration?) {
        instant = limit.map { .now + $0 + grace }
        (isCancelled, hasPassed) = (false, false)
    }

    /// Shortens the wait for a server that was asked to cancel.
    mutating func cancel() {
        guard !isCancelled else { return }
        isCancelled = true
        let end = ContinuousClock.now + grace
        instant = instant.map { min($0, end) } ?? end
    }

    /// How long to wait for the socket, at most `other`.
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
