import RankingRules
import Synchronization
import Tables

/// The readiness of the program, at most a second old. The public may ask, and each check takes connections of
/// accounts.
final class ReadinessBoard: Sendable {
    struct State: Sendable {
        let isReady: Bool
        let json: JSONValue
    }

    private struct Look {
        let task: Task<State, Never>
        let begunAt: ContinuousClock.Instant
    }

    private static let lifetime = Duration.seconds(1)
    private let checks: [ReadinessCheck]
    private let look = Mutex<Look?>(nil)

    init(_ checks: [ReadinessCheck]) {
        self.checks = checks
    }

    /// Of many callers at once only one makes the checks.
    func state() async -> State {
        let task = look.withLock { look in
            if let look, .now - look.begunAt < Self.lifetime { return look.task }
            let checks = checks
            let new = Look(task: Task { await Self.state(by: checks) }, begunAt: .now)
            look = new
            return new.task
        }
        return await task.value
    }

    private static func state(by checks: [ReadinessCheck]) async -> State {
        var faults: [(name: String, fault: LocalizedText?)] = []
        for check in checks { faults.append((check.name, await check.fault())) }
        let isReady = faults.allSatisfy { $0.fault == nil }
        let members = faults.map { name, fault in
            JSONValue.object([
                ("name", .string(name)), ("is_well", .bool(fault == nil)),
                ("fault", fault.map { .string($0.persian) } ?? .null),
                ("fault_en", fault.map { .string($0.english) } ?? .null),
            ])
        }
        let word = isReady ? "ready" : "not_ready"
        return State(
            isReady: isReady, json: .object([("status", .string(word)), ("checks", .array(members))]))
    }
}
