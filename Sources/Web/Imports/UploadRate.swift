import HTTPTypes
import RankingRules

/// The lowest rate of an upload, as an average over `window`. An upload holds a slot that others wait for.
public struct UploadRate: Sendable, Equatable {
    public let bytesPerSecond: Int
    public let window: Duration

    public init(bytesPerSecond: Int, over window: Duration) {
        (self.bytesPerSecond, self.window) = (bytesPerSecond, window)
    }

    var bytesInWindow: Int { bytesPerSecond * Int(window.components.seconds) }
}

/// Checks that one upload keeps the rate. Only the time spent waiting for the client counts.
struct UploadProgress {
    private let rate: UploadRate
    private var waited = Duration.zero
    private var bytes = 0

    init(_ rate: UploadRate) {
        self.rate = rate
    }

    /// Counts bytes and the time that the program waited for them.
    mutating func note(_ count: Int, after wait: Duration) throws {
        waited += wait
        bytes += count
        guard waited >= rate.window else { return }
        guard bytes >= rate.bytesInWindow else { throw Problem.uploadTooSlow(rate) }
        (waited, bytes) = (.zero, 0)
    }
}

extension Problem {
    static func uploadTooSlow(_ rate: UploadRate) -> Problem {
        let least = String(rate.bytesPerSecond)
        var problem = Problem(
            .requestTimeout, "upload_too_slow",
            "پرونده کندتر از \(Digits.persian(least)) بایت در ثانیه می‌رسد و پذیرفته نشد؛ با اتصالی تندتر دوباره بفرستید.",
            "The file comes at less than \(least) bytes a second and was refused. Send it again over a faster line.")
        problem.headers[.connection] = "close"
        return problem
    }
}
