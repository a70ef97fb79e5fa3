internal import CLibpq
internal import Glibc
internal import Synchronization

/// Wakes a connection that waits on its socket. A cancelled task or a closing client calls it from another thread.
final class WakeSignal: Sendable {
    private struct State {
        var act: UInt64 = 0
        var isActing = false
        var isCancelled = false
        var isStopped = false
    }

    /// An eventfd; -1 if the system has none left.
    let descriptor: Int32
    private let state = Mutex(State())

    init() {
        descriptor = openWakeDescriptor()
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Begins an act and returns its number, so that a late cancellation cannot hit the next act.
    func beginAct() -> UInt64 {
        state.withLock {
            $0.act += 1
            $0.isActing = true
            $0.isCancelled = false
            return $0.act
        }
    }

    func endAct() {
        state.withLock { $0.isActing = false }
    }

    func cancel(act: UInt64) {
        let isCurrent = state.withLock {
            guard $0.isActing, $0.act == act else { return false }
            $0.isCancelled = true
            return true
        }
        if isCurrent { wake() }
    }

    /// Ends every wait for notifications, present and future.
    func stop() {
        state.withLock { $0.isStopped = true }
        wake()
    }

    var isCancelled: Bool { state.withLock { $0.isCancelled } }
    var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Removes the wake-up, so that the next wait sleeps again.
    func clear() {
        var count: UInt64 = 0
        _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
    }

    private func wake() {
        var one: UInt64 = 1
        _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
    }
}
