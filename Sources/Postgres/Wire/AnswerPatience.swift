/// How long the answer to a statement is waited for.
///
/// The server ends a statement that takes longer than its limit, and says so. One that does not even say so is frozen,
/// or cut off without a word; the connection is then broken off, or its caller would wait for ever.
struct AnswerPatience {
    /// What the server's own word may take to come.
    private static let grace = Duration.seconds(5)

    /// Nil where statements have no limit.
    private let limit: Duration?
    private var isUnlimited = false
    private var deadline: ContinuousClock.Instant?

    init(statementTimeout: Duration?) {
        limit = statementTimeout.map { $0 + Self.grace }
    }

    /// Notes from where a statement is sent.
    mutating func begin(_ status: TransactionStatus) {
        if status == .idle { isUnlimited = false }
        deadline = isUnlimited ? nil : limit.map { .now + $0 }
    }

    /// Until the transaction ends, statements have no limit.
    mutating func liftLimit() {
        isUnlimited = true
    }

    /// How long to wait for the socket, of at most `other`.
    func pause(atMost other: Duration?) -> Duration? {
        guard let deadline else { return other }
        let rest = max(.zero, deadline - .now)
        return other.map { min($0, rest) } ?? rest
    }

    var isOver: Bool { deadline.map { $0 <= .now } ?? false }
}
