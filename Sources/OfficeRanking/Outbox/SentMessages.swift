public import Foundation
import Postgres

extension RankingDatabase {
    /// Removes messages that a hook took more than ninety days before `now`; one that waits stays.
    @discardableResult
    public func forgetMessages(now: Date) async throws -> Int {
        let limit = now.addingTimeInterval(-90 * 86_400)
        return try await act { connection in
            try await connection.query("select ranking.forget_messages(\(limit))")[0].decode(Int.self)
        }
    }
}
