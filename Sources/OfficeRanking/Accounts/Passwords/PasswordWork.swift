import Foundation
import Synchronization

/// Makes keys of passwords on threads of its own, a few at once, so that log-ins take neither the processors nor the
/// memory of everything else. Of those that wait there is a limit, too.
public final class PasswordWork: Sendable {
    /// Of the whole program.
    public static let shared = PasswordWork()

    /// Of new passwords.
    let cost: PasswordCost
    private let mostWaiting: Int
    private let asked = Mutex(0)
    private let queue: OperationQueue

    /// - Parameters:
    ///   - atOnce: each of these takes 32 MiB at the usual cost.
    ///   - mostWaiting: how many are under way or wait before others are refused with `tooManyLogins`.
    public init(cost: PasswordCost = .usual, atOnce: Int = 2, mostWaiting: Int = 40) {
        self.cost = cost
        self.mostWaiting = mostWaiting
        queue = OperationQueue()
        queue.name = "pishkhan.passwords"
        queue.maxConcurrentOperationCount = atOnce
    }

    /// Runs a log-in, which has its place before its attempt is counted: one that is sent away for want of a place has not
    /// failed.
    func withPlace<T>(_ login: () async throws -> T) async throws -> T {
        let isFree = asked.withLock { asked in
            guard asked < mostWaiting else { return false }
            asked += 1
            return true
        }
        guard isFree else { throw RankingError.tooManyLogins }
        defer { asked.withLock { $0 -= 1 } }
        return try await login()
    }

    func key(of password: PasswordText, _ numbers: PasswordNumbers) async throws -> [UInt8] {
        try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result { try numbers.key(of: password) }) }
        }
    }
}
