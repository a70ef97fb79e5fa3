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
            issuing("/v1/accounts/{account}/tokens") { write in
                let label = write.body.required("label") { $0.text($1) }
                let expiresAt = write.body.required("expires_at") { $0.instant($1) }
                try write.finish()
                let (account, use, end) = (try write.context.text("account"), try label.value, try expiresAt.value)
                return { try await $0.issueToken(for: account, label: use, expiresAt: end) }
            },
            issuing("/v1/tokens/{token}/rotate") { write in
                let expiresAt = write.body.required("expires_at") { $0.instant($1) }
                let oldUntil = write.body.instant("old_until")
                try write.finish()
                let (number, end) = (try write.context.number("token"), try expiresAt.value)
                return { try await $0.rotateToken(number, expiresAt: end, oldUntil: oldUntil) }
            },
            writing("/v1/tokens/{token}/confirm") { write in
                try write.finish()
                let number = try write.context.number("token")
                return { ranking in
                    try await ranking.confirmToken(number)
                    return Written(TokenAnswer.make(try await ranking.tokens().filter { $0.number == number }))
                }
            },
            writing("/v1/tokens/{token}/revoke") { write in
                let reason = write.body.text("reason")
                try write.finish()
                let number = try write.context.number("token")
                return { ranking in
                    try await ranking.revokeToken(number, reason: reason)
                    let tokens = try await ranking.tokens().filter { $0.number == number }
                    return Written(TokenAnswer.make(tokens))
                }
            },
        ]
    }

    var identityRoutes: [Route] {
        [
            reading("/v1/identities") { asked in
                try asked.query.finish()
                return AccountAnswer.make(try await asked.ranking.externalIdentities())
            },
            writing("/v1/identities") { write in
                let identity = Self.identity(&write)
                let account = write.body.required("account") { $0.text($1) }
                try write.finish()
                let (issuer, subject, name) = (try identity.issuer.value, try identity.subject.value, try account.value)
                return { ranking in
                    try await ranking.linkIdentity(issuer: issuer, subject: subject, to: name)
                    return .created("/v1/identities", AccountAnswer.make(try await ranking.externalIdentities()))
                }
            },
            writing("/v1/identities/confirm") { write in
                let identity = Self.identity(&write)
                try write.finish()
                let (issuer, subject) = (try identity.issuer.value, try identity.subject.value)
                return { ranking in
                    try await ranking.confirmIdentity(issuer: issuer, subject: subject)
                    return Written(AccountAnswer.make(try await ranking.externalIdentities()))
                }
            },
            writing("/v1/identities/unlink") { write in
                let identity = Self.identity(&write)
                let reason = write.body.text("reason")
                try write.finish()
                let (issuer, subject) = (try identity.issuer.value, try identity.subject.value)
                return { ranking in
                    try await ranking.unlinkIdentity(issuer: issuer, subject: subject, reason: reason)
                    return Written(AccountAnswer.make(try await ranking.externalIdentities()))
                }
            },
        ]
    }

    private static func identity(_ write: inout WriteRequest) -> (issuer: Required<String>, subject: Required<String>) {
        (write.body.required("issuer") { $0.text($1) }, write.body.required("subject") { $0.text($1) })
    }

    /// A token's secret is shown in the first answer only: what is kept for a repetition tells everything but that,
    /// because nobody keeps secrets here.
    private func issuing(
        _ path: String,
        _ prepare:
            @escaping @Sendable (inout WriteRequest) async throws ->
            @Sendable (RankingDatabase) async throws ->
            IssuedToken
    ) -> Route {
        Route(method: .post, path: path) { request, context in
            var (write, key, digest) = try await writeRequest(request, context)
            let issue = try await prepare(&write)
            let secret = IssuedSecret()
            var answer = try await write.asked.ranking.once(key, digest) { ranking in
                let issued = try await issue(ranking)
                secret.keep(issued)
                return RequestAnswer(.created("/v1/tokens", TokenAnswer.withoutSecret(issued)))
            }
            if let issued = secret.value, !answer.isRepeated {
                answer.body = Array(JSONRenderer.text(of: TokenAnswer.make(issued)).utf8)
            }
            return answer.response
        }
    }
}
