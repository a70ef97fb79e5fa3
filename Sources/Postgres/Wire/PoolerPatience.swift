/// How long a cancelled statement is waited for behind a pooler.
///
/// What begins a transaction may wait in the pooler for a connection to the server, and there no cancellation reaches
/// it (PgBouncer 1.18 ignores them). Nothing has been done by then, so the connection is broken off.
struct PoolerPatience {
    private let isPooled: Bool
    private var isBeginning = false
    private var cancellations = 0
    private static let mostCancellations = 10

    init(isPooled: Bool) {
        self.isPooled = isPooled
    }

    /// Notes from where a statement is sent.
    mutating func begin(_ status: TransactionStatus) {
        isBeginning = isPooled && status == .idle
        cancellations = 0
    }

    /// Counts a cancellation that is sent, one in 100 ms.
    mutating func endsAfterCancelling() -> Bool {
        cancellations += 1
        return isOver
    }

    var isOver: Bool { isBeginning && cancellations >= Self.mostCancellations }
}
