import Hummingbird
import RankingRules

/// The parts of a body as they come. A body that breaks off or is malformed HTTP is the client's fault: it is refused
/// and logs no error.
struct BodyParts {
    private var parts: RequestBody.AsyncIterator

    init(_ body: RequestBody) {
        parts = body.makeAsyncIterator()
    }

    mutating func next() async throws -> ByteBuffer? {
        do {
            return try await parts.next()
        } catch let error as CancellationError {
            throw error
        } catch let error as any HTTPResponseError {
            throw error
        } catch {
            throw Problem.brokenBody
        }
    }
}

extension RequestBody {
    /// The whole body; it is refused if it exceeds a limit.
    func bytes(atMost limit: Int) async throws -> [UInt8] {
        var parts = BodyParts(self)
        var bytes: [UInt8] = []
        while let part = try await parts.next() {
            guard bytes.count + part.readableBytes <= limit else { throw HTTPError(.contentTooLarge) }
            bytes += part.readableBytesView
        }
        return bytes
    }
}

extension Problem {
    static let brokenBody: Problem = {
        var problem = Problem(
            .badRequest, "broken_body", "بدنهٔ درخواست ناتمام یا شکسته رسید؛ دوباره بفرستید.",
            "The body broke off or is malformed. Send it again.")
        problem.headers[.connection] = "close"
        return problem
    }()
}
