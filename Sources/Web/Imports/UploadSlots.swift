import HTTPTypes
import Synchronization

/// Limits how many files are received at once: each needs room on the disk and, while it is stored, a connection. An
/// account has only a share of the slots, so that others find a free one however long its uploads take.
final class UploadSlots: Sendable {
    private let limit: Int
    private let share: Int
    private let taken = Mutex<[String: Int]>([:])

    /// - Parameter share: the most slots of one account; never all, if there are two or more.
    init(_ limit: Int, share: Int) {
        self.limit = limit
        self.share = max(1, min(share, limit - 1))
    }

    var takenCount: Int { taken.withLock { $0.values.reduce(0, +) } }

    /// Refuses at once if all slots are taken, or the account's share is: the client still has its file.
    func holding<T>(for account: String, _ body: () async throws -> T) async throws -> T {
        try taken.withLock { taken in
            guard taken[account, default: 0] < share else { throw Problem.tooManyUploadsOfAccount }
            guard taken.values.reduce(0, +) < limit else { throw Problem.tooManyUploads }
            taken[account, default: 0] += 1
        }
        defer {
            taken.withLock { taken in
                let left = taken[account, default: 1] - 1
                taken[account] = left == 0 ? nil : left
            }
        }
        return try await body()
    }
}

extension Problem {
    static let tooManyUploads = wait(
        .serviceUnavailable, "too_many_uploads", "پرونده‌های دیگری در حال دریافت است؛ کمی بعد دوباره بفرستید.",
        "Other files are being imported. Send it again a little later.")

    static let tooManyUploadsOfAccount = wait(
        .tooManyRequests, "too_many_uploads_of_account",
        "پرونده‌های دیگری از همین حساب در حال دریافت است؛ پس از پایان آن‌ها دوباره بفرستید.",
        "Other files of this account are being imported. Send it again when they are done.")

    private static func wait(
        _ status: HTTPResponse.Status, _ code: String, _ persian: String, _ english: String
    ) -> Problem {
        var problem = Problem(status, code, persian, english)
        problem.headers[.retryAfter] = "10"
        return problem
    }
}
