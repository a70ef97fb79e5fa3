import HTTPTypes
import Synchronization

/// The requests that are being answered. After `stop`, new requests are refused.
public final class RequestsUnderWay: Sendable {
    private struct State {
        var count = 0
        var isStopping = false
    }

    private let state = Mutex(State())

    init() {}

    public var count: Int { state.withLock { $0.count } }

    /// From now on new requests get 503 and their connections are closed.
    public func stop() {
        state.withLock { $0.isStopping = true }
    }

    /// Returns when every answer has begun, or if the task is cancelled.
    public func end() async {
        while count > 0, (try? await Task.sleep(for: .milliseconds(20))) != nil {}
    }

    /// False if the program is stopping; otherwise the caller must call `leave`.
    func enter() -> Bool {
        state.withLock {
            if !$0.isStopping { $0.count += 1 }
            return !$0.isStopping
        }
    }

    func leave() {
        state.withLock { $0.count -= 1 }
    }
}

extension Problem {
    static let stopping: Problem = {
        var problem = Problem(
            .serviceUnavailable, "stopping", "برنامه در حال توقف است؛ کمی بعد دوباره بفرستید.",
            "The program is stopping. Send the request again a little later.")
        problem.headers[.retryAfter] = pauseSeconds
        return problem
    }()
}
