import Synchronization

/// Limits how many tasks run at once; the others wait in the order in which they came.
final class FairSemaphore: Sendable {
    private typealias Waiter = CheckedContinuation<Void, any Error>

    private struct State {
        var free: Int
        var lastNumber = 0
        var waiting: [(number: Int, waiter: Waiter)] = []
    }

    private let state: Mutex<State>

    init(_ count: Int) {
        state = Mutex(State(free: count))
    }

    var freeCount: Int { state.withLock { $0.free } }
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// Runs `body` with a permit; a cancelled task stops waiting.
    /// - Parameter whileWaiting: called at intervals while the task waits, so that it does not look dead.
    func withPermit<T>(
        every pause: Duration = .seconds(15), whileWaiting: @escaping @Sendable () async -> Void,
        _ body: () async throws -> T
    ) async throws -> T {
        let sign = Task {
            while (try? await Task.sleep(for: pause)) != nil { await whileWaiting() }
        }
        do {
            try await enter()
        } catch {
            sign.cancel()
            throw error
        }
        defer { leave() }
        sign.cancel()
        // A late call would overwrite what `body` reports.
        await sign.value
        return try await body()
    }

    /// Runs `body` with a permit; a cancelled task stops waiting.
    func withPermit<T>(_ body: () async throws -> T) async throws -> T {
        try await enter()
        defer { leave() }
        return try await body()
    }

    private func enter() async throws {
        let number = state.withLock {
            $0.lastNumber += 1
            return $0.lastNumber
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                let isFree = state.withLock { state in
                    guard state.free == 0 else {
                        state.free -= 1
                        return true
                    }
                    state.waiting.append((number, waiter))
                    return false
                }
                if isFree { return waiter.resume() }
                // A cancellation before this point found no waiter to dismiss.
                if Task.isCancelled { dismiss(number) }
            }
        } onCancel: {
            dismiss(number)
        }
    }

    private func dismiss(_ number: Int) {
        let waiter = state.withLock { state in
            state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0).waiter }
        }
        waiter?.resume(throwing: CancellationError())
    }

    private func leave() {
        let next = state.withLock { state -> Waiter? in
            if state.waiting.isEmpty {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst().waiter
        }
        next?.resume()
    }
}
