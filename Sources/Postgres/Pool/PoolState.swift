/// Which caller holds which connection, and which callers wait. It only decides: it neither waits nor connects.
///
/// Waiters are served first in, first out; connections last in, first out, so that idle ones can be closed.
struct PoolState {
    typealias ConnectionID = Int
    typealias WaiterID = Int

    struct Limits {
        var minimum: Int
        var maximum: Int
        var waiters: Int
    }

    /// The grant of a caller: an existing connection, or the right to make one under that number.
    enum Grant: Equatable, Sendable {
        case reuse(ConnectionID)
        case connect(ConnectionID)

        var id: ConnectionID {
            switch self {
            case .reuse(let id), .connect(let id): id
            }
        }
    }

    enum LeaseAction: Equatable {
        case grant(Grant)
        case wait
        case refuse(PostgresError.Code)
    }

    enum Condition: Equatable, Sendable {
        case reusable
        case broken
    }

    struct ReleaseAction: Equatable {
        /// True if the connection must be closed.
        var closes = false
        var waiter: WaiterID?
        var grant: Grant?
        /// True if the pool is closed and this was the last connection.
        var isDrained = false
    }

    private struct Idle {
        let id: ConnectionID
        let since: ContinuousClock.Instant
    }

    let limits: Limits
    private var idle: [Idle] = []
    private var waiters: [WaiterID] = []
    private var nextID = 0
    /// Connections that exist or are being made.
    private(set) var total = 0
    private(set) var isClosed = false

    init(limits: Limits) {
        self.limits = limits
    }

    var idleCount: Int { idle.count }
    var waiterCount: Int { waiters.count }
    var isDrained: Bool { isClosed && total == 0 }

    mutating func lease(waiter: WaiterID) -> LeaseAction {
        if isClosed { return .refuse(.clientClosed) }
        if let grant = leaseAtOnce() { return .grant(grant) }
        guard waiters.count < limits.waiters else { return .refuse(.poolExhausted) }
        waiters.append(waiter)
        return .wait
    }

    /// A connection for a caller that need not wait; nil if there is none, or the pool is closed.
    mutating func leaseAtOnce() -> Grant? {
        guard !isClosed else { return nil }
        if let newest = idle.popLast() { return .reuse(newest.id) }
        return total < limits.maximum ? makeConnection() : nil
    }

    mutating func release(
        _ id: ConnectionID, _ condition: Condition, at now: ContinuousClock.Instant
    ) -> ReleaseAction {
        if condition == .broken || isClosed {
            total -= 1
            let waiter = nextWaiter()
            return ReleaseAction(
                closes: true, waiter: waiter, grant: waiter.map { _ in makeConnection() }, isDrained: isDrained)
        }
        if let waiter = nextWaiter() { return ReleaseAction(waiter: waiter, grant: .reuse(id)) }
        idle.append(Idle(id: id, since: now))
        return ReleaseAction()
    }

    /// Removes a waiter whose time is over or whose task is cancelled; false if it was served already.
    mutating func giveUp(_ waiter: WaiterID) -> Bool {
        guard let index = waiters.firstIndex(of: waiter) else { return false }
        waiters.remove(at: index)
        return true
    }

    /// Takes out the connections that have been idle since `limit` or longer, down to the minimum.
    mutating func reap(idleSince limit: ContinuousClock.Instant) -> [ConnectionID] {
        let surplus = max(0, total - limits.minimum)
        let reaped = idle.prefix { $0.since <= limit }.prefix(surplus).map(\.id)
        idle.removeFirst(reaped.count)
        total -= reaped.count
        return reaped
    }

    /// Numbers of the connections that the minimum lacks; the caller makes each one, then releases it.
    mutating func fillUp() -> [ConnectionID] {
        guard !isClosed else { return [] }
        return (0..<max(0, limits.minimum - total)).map { _ in makeConnection().id }
    }

    /// Closes the pool: idle connections go at once, leased ones when they are released.
    mutating func close() -> (idle: [ConnectionID], waiters: [WaiterID]) {
        isClosed = true
        let left = (idle: idle.map(\.id), waiters: waiters)
        total -= idle.count
        idle = []
        waiters = []
        return left
    }

    private mutating func nextWaiter() -> WaiterID? {
        waiters.isEmpty ? nil : waiters.removeFirst()
    }

    private mutating func makeConnection() -> Grant {
        total += 1
        nextID += 1
        return .connect(nextID)
    }
}
