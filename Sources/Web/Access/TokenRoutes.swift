import Answers
import Foundation
import HTTPTypes
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    var tokenRoutes: [Route] {
        [
            reading("/v1/tokens") { asked in
                let account = asked.query.text("account")
                try asked.query.finish()
                return TokenAnswer.make(try await asked.ranking.tokens(of: account))
            },
            issuing("/v1/accounts/{account}/tokens", NewToken.self) { ranking, write in
                let (account, new) = (try write.context.text("account"), write.body)
                return try await ranking.issueToken(for: account, label: new.label, expiresAt: new.expiresAt)
            },
            issuing("/v1/tokens/{token}/rotate", TokenRotation.self) { ranking, write in
                let (number, new) = (try write.context.number("token"), write.body)
                return try await ranking.rotateToken(number, expiresAt: new.expiresAt, oldUntil: new.oldUntil)
            },
            writing("/v1/tokens/{token}/confirm") { ranking, write in
                let number = try write.context.number("token")
                try await ranking.confirmToken(number)
                return Written(try await Self.token(number, ranking))
            },
            writing("/v1/tokens/{token}/revoke", PossibleReason.self) { ranking, write in
                let number = try write.context.number("token")
                try await ranking.revokeToken(number, reason: write.body.reason)
                return Written(try await Self.token(number, ranking))
            },
        ]
    }

    private static func token(_ number: Int, _ ranking: RankingDatabase) async throws -> Answer {
        TokenAnswer.make(try await ranking.tokens().filter { $0.number == number })
    }

    /// Only the first answer shows a token's secret. The answer that is stored for a repeated request leaves it out,
    /// because no secret is stored.
    private func issuing<Body: WriteBody>(
        _ path: String, _ body: Body.Type,
        _ issue: @escaping @Sendable (RankingDatabase, WriteRequest<Body>) async throws -> IssuedToken
    ) -> Route {
        Route(method: .post, path: path, members: Body.form.members) { request, context in
            let write: KeyedWrite<Body> = try await keyedWrite(request, context)
            let secret = IssuedSecret<IssuedToken>()
            var answer = try await write.once { ranking, write in
                let issued = try await issue(ranking, write)
                secret.keep(issued)
                return .created("/v1/tokens", TokenAnswer.withoutSecret(issued))
            }
            if let issued = secret.value, !answer.isRepeated {
                answer.body = Array(JSONRenderer.text(of: TokenAnswer.make(issued)).utf8)
            }
            return answer.response
        }
    }
}

private struct NewToken: WriteBody {
    let label: String
    let expiresAt: Date

    static let form = BodyForm(Self.init, Member.text("label"), Member.instant("expires_at"))
}

private struct TokenRotation: WriteBody {
    let expiresAt: Date
    let oldUntil: Date?

    static let form = BodyForm(Self.init, Member.instant("expires_at"), Member.instant("old_until").optional)
}
