/// How long a statement that begins a transaction is waited for behind a pooler.
///
/// It may wait there for a connection to the server: up to minutes when the server is away, and no cancellation reaches
/// it meanwhile (PgBouncer 1.18). Nothing has been done by then, so the connection is broken off instead.
struct PoolerTimeout {
    enum End {
        case cancelled
        case overdue
    }

    /// Why the connection was broken off; nil while it was not.
    private(set) var end: End?
    /// Nil where no pooler is.
    private let limit: Duration?
    private var isBeginning = false
    private var deadline: ContinuousClock.Instant?
    private var cancellations = 0
    private static let mostCancellations = 10

    init(atMost limit: Duration?) {
        self.limit = limit
    }

    /// Notes from where a statement is sent, and whether it takes no time of its own once it has a connection.
    mutating func begin(_ status: TransactionStatus, isInstant: Bool) {
        isBeginning = limit != nil && status == .idle
        deadline = isBeginning && isInstant ? limit.map { .now + $0 } : nil
        cancellations = 0
    }

    /// How long to wait for the socket, of at most `other`.
    func pause(atMost other: Duration?) -> Duration? {
        guard let deadline else { return other }
        let rest = max(.zero, deadline - .now)
        return other.map { min($0, rest) } ?? rest
    }

    /// Whether to break off now, before or after a cancellation has been sent; one is sent in 100 ms.
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
