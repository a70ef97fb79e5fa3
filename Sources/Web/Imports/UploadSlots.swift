import HTTPTypes
import Synchronization

/// How many files may come in at once: each takes room on the disk and, while it is stored, a connection.
final class UploadSlots: Sendable {
    private let limit: Int
    private let taken = Mutex(0)

    init(_ limit: Int) {
        self.limit = limit
    }

    var takenCount: Int { taken.withLock { $0 } }

    /// Refused at once when all are taken: the client still has its file.
    func holding<T>(_ body: () async throws -> T) async throws -> T {
        let isFree = taken.withLock { count in
            guard count < limit else { return false }
            count += 1
            return true
        }
        guard isFree else { throw Problem.tooManyUploads }
        defer { taken.withLock { $0 -= 1 } }
        return try await body()
    }
}

extension Problem {
    static let tooManyUploads: Problem = {
        var problem = Problem(
            .serviceUnavailable, "too_many_uploads", "پرونده‌های دیگری در حال دریافت است؛ کمی بعد دوباره بفرستید.",
            "Other files are being taken in; send it again a little later.")
        problem.headers[.retryAfter] = "10"
        return problem
    }()
}
