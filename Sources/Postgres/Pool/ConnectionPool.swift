internal import Synchronization

/// The connections of a client. `PoolState` decides, this class acts. It needs no task of its own.
final class ConnectionPool: Sendable {
    private typealias Waiter = CheckedContinuation<PoolState.Grant, any Error>

    private struct Holdings {
        var state: PoolState
        var connections: [PoolState.ConnectionID: PostgresConnection] = [:]
        var waiters: [PoolState.WaiterID: Waiter] = [:]
        var lastWaiter = 0
        var listeners: [ObjectIdentifier: WakeSignal] = [:]
        var drained: [CheckedContinuation<Void, Never>] = []

        mutating func takeDrained() -> [CheckedContinuation<Void, Never>] {
            defer { drained = [] }
            return drained
        }
    }

    private let holdings: Mutex<Holdings>

    init(limits: PoolState.Limits) {
        holdings = Mutex(Holdings(state: PoolState(limits: limits)))
    }

    var waiterCount: Int { holdings.withLock { $0.state.waiterCount } }
    var idleCount: Int { holdings.withLock { $0.state.idleCount } }
    var leasedCount: Int { holdings.withLock { $0.state.total - $0.state.idleCount } }

    // MARK: Leasing

    /// Waits in line for a connection, at most `limit`.
    nonisolated(nonsending) func grant(within limit: Duration) async throws -> PoolState.Grant {
        try Task.checkCancellation()
        if let grant = holdings.withLock({ $0.state.leaseAtOnce() }) { return grant }
        return try await awaitGrant(within: limit)
    }

    private nonisolated(nonsending) func awaitGrant(within limit: Duration) async throws -> PoolState.Grant {
        let id = holdings.withLock {
            $0.lastWaiter += 1
            return $0.lastWaiter
        }
        let alarm = Mutex<Task<Void, Never>?>(nil)
        defer { alarm.withLock { $0?.cancel() } }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                guard enlist(id, continuation) else { return }
                alarm.withLock { $0 = Task { await self.expire(id, after: limit) } }
                // A cancellation before this point found no waiter to dismiss.
                if Task.isCancelled { dismiss(id, CancellationError()) }
            }
        } onCancel: {
            dismiss(id, CancellationError())
        }
    }

    /// True if the caller has to wait.
    private func enlist(_ id: PoolState.WaiterID, _ continuation: Waiter) -> Bool {
        let action = holdings.withLock {
            let action = $0.state.lease(waiter: id)
            if action == .wait { $0.waiters[id] = continuation }
            return action
        }
        switch action {
        case .wait: return true
        case .grant(let grant): continuation.resume(returning: grant)
        case .refuse(let code): continuation.resume(throwing: PostgresError(code, "no connection: \(code.rawValue)"))
        }
        return false
    }

    private func expire(_ id: PoolState.WaiterID, after limit: Duration) async {
        guard (try? await Task.sleep(for: limit)) != nil else { return }
        dismiss(id, PostgresError(.leaseTimeout, "no connection became free within \(limit)"))
    }

    private func dismiss(_ id: PoolState.WaiterID, _ error: any Error) {
        let waiter = holdings.withLock { $0.state.giveUp(id) ? $0.waiters.removeValue(forKey: id) : nil }
        waiter?.resume(throwing: error)
    }

    // MARK: Connections

    func connection(_ id: PoolState.ConnectionID) -> PostgresConnection? {
        holdings.withLock { $0.connections[id] }
    }

    func store(_ connection: PostgresConnection, as id: PoolState.ConnectionID) {
        holdings.withLock { $0.connections[id] = connection }
    }

    nonisolated(nonsending) func release(_ id: PoolState.ConnectionID, _ condition: PoolState.Condition) async {
        let (action, closing, waiter, drained) = holdings.withLock { holdings in
            let action = holdings.state.release(id, condition, at: .now)
            let closing = action.closes ? holdings.connections.removeValue(forKey: id) : nil
            let waiter = action.waiter.flatMap { holdings.waiters.removeValue(forKey: $0) }
            return (action, closing, waiter, action.isDrained ? holdings.takeDrained() : [])
        }
        if let grant = action.grant { waiter?.resume(returning: grant) }
        await closing?.close()
        drained.forEach { $0.resume() }
    }

    func reap(idleSince limit: ContinuousClock.Instant) async {
        let reaped = holdings.withLock { holdings in
            holdings.state.reap(idleSince: limit).compactMap { holdings.connections.removeValue(forKey: $0) }
        }
        for connection in reaped { await connection.close() }
    }

    func fillUp() -> [PoolState.ConnectionID] {
        holdings.withLock { $0.state.fillUp() }
    }

    // MARK: Listeners

    /// Remembers a listener, so that closing the pool ends it; false if the pool is closed.
    func enter(listener signal: WakeSignal) -> Bool {
        holdings.withLock {
            guard !$0.state.isClosed else { return false }
            $0.listeners[ObjectIdentifier(signal)] = signal
            return true
        }
    }

    func leave(listener signal: WakeSignal) {
        holdings.withLock { _ = $0.listeners.removeValue(forKey: ObjectIdentifier(signal)) }
    }

    // MARK: Closing

    /// Refuses new leases, ends listeners, closes idle connections, and waits for the return of leased ones.
    func close() async {
        let (connections, waiters, listeners) = holdings.withLock { holdings in
            let left = holdings.state.close()
            return (
                left.idle.compactMap { holdings.connections.removeValue(forKey: $0) },
                left.waiters.compactMap { holdings.waiters.removeValue(forKey: $0) },
                Array(holdings.listeners.values)
            )
        }
        waiters.forEach { $0.resume(throwing: PostgresError(.clientClosed, "the client has been closed")) }
        listeners.forEach { $0.stop() }
        for connection in connections { await connection.close() }
        await withCheckedContinuation { continuation in
            let isDrained = holdings.withLock {
                if !$0.state.isDrained { $0.drained.append(continuation) }
                return $0.state.isDrained
            }
            if isDrained { continuation.resume() }
        }
    }
}
