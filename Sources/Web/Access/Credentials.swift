import HTTPTypes
import Hummingbird
public import OfficeRanking
import RankingRules

/// Finds the account behind a bearer token (RFC 6750).
public struct Credentials: Sendable {
    private let identify: @Sendable (String) async throws -> Identity

    /// - Parameter identify: returns the account behind a token, or throws the reason why there is none.
    public init(identify: @escaping @Sendable (String) async throws -> Identity) {
        self.identify = identify
    }

    func identity(behind token: String) async throws -> Identity {
        do {
            return try await identify(token)
        } catch let error as RankingError where error.kind == .notAuthenticated {
            throw Problem(error)
        }
    }

    /// The bearer token of a request; nil if it sends none.
    static func token(of request: Request) -> String? {
        guard let header = request.headers[.authorization] else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }
}

extension Problem {
    static let credentialsMissing: Problem = {
        var problem = Problem(
            .unauthorized, "credentials_missing", "این نشانی توکن می‌خواهد؛ آن را در سرایند Authorization بفرستید.",
            "This address needs a token. Send it in the Authorization header.")
        problem.headers[.wwwAuthenticate] = #"Bearer realm="pishkhan""#
        return problem
    }()
}
