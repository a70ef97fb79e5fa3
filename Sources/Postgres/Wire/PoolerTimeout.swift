/// The limit of the time for a statement that begins a transaction behind a pooler.
///
/// The statement may wait for a connection from the pooler to the server: up to minutes if the server is away, and no
/// cancellation reaches it in this time (PgBouncer 1.18). Nothing has been done by then, so the connection is broken
/// off instead.
struct PoolerTimeout {
    enum End {
        case cancelled
        case overdue
    }

    /// The reason why the connection was broken off; nil if it was not.
    private(set) var end: End?
    /// Nil without a pooler.
    private let limit: Duration?
    private var isBeginning = false
    private var deadline: ContinuousClock.Instant?
    private var cancellations = 0
    private static let mostCancellations = 10

    init(atMost limit: Duration?) {
        self.limit = limit
    }

    /// Notes the state in which a statement is sent, and whether it takes no time of its own once it has a connection.
    mutating func begin(_ status: TransactionStatus, isInstant: Bool) {
        isBeginning = limit != nil && status == .idle
        deadline = isBeginning && isInstant ? limit.map { .now + $0 } : nil
        cancellations = 0
    }

    /// How long to wait for the socket, at most `other`.
    func pause(atMost other: Duration?) -> Duration? {
        guard let deadline else { return other }
        let rest = max(.zero, deadline - .now)
        return other.map { min($0, rest) } ?? rest
    }

    /// Whether to break off now, before or after a cancellation was sent; a cancellation is sent within 100 ms.
    mutating func isOver(afterCancelling isCancelled: Bool) -> Bool {
        guard isBeginning, end == nil else { return false }
        if isCancelled { cancellations += 1 }
        if cancellations >= Self.mostCancellations {
            end = .cancelled
        } else if let deadline, deadline <= .now {
            end = .overdue
        }
        return end != nil
    }
}
