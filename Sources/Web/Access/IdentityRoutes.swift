import Answers
import OfficeRanking

extension WebService {
    /// Outside identities and their accounts.
    var identityRoutes: [Route] {
        [
            reading("/v1/identities") { asked in
                try asked.query.finish()
                return AccountAnswer.make(try await asked.ranking.externalIdentities())
            },
            writing("/v1/identities", NewIdentity.self) { ranking, write in
                let new = write.body
                try await ranking.linkIdentity(
                    issuer: new.identity.issuer, subject: new.identity.subject, to: new.account)
                return .created("/v1/identities", AccountAnswer.make(try await ranking.externalIdentities()))
            },
            writing("/v1/identities/confirm", IdentityName.self) { ranking, write in
                try await ranking.confirmIdentity(issuer: write.body.issuer, subject: write.body.subject)
                return Written(AccountAnswer.make(try await ranking.externalIdentities()))
            },
            writing("/v1/identities/unlink", IdentityEnd.self) { ranking, write in
                let end = write.body
                try await ranking.unlinkIdentity(
                    issuer: end.identity.issuer, subject: end.identity.subject, reason: end.reason)
                return Written(AccountAnswer.make(try await ranking.externalIdentities()))
            },
        ]
    }
}

private struct IdentityName: WriteBody {
    let issuer: String
    let subject: String

    static let form = BodyForm(Self.init, Member.text("issuer"), Member.text("subject"))
}

private struct NewIdentity: WriteBody {
    let identity: IdentityName
    let account: String

    static let form = BodyForm(Self.init, IdentityName.form.field, Member.text("account"))
}

private struct IdentityEnd: WriteBody {
    let identity: IdentityName
    let reason: String?

    static let form = BodyForm(Self.init, IdentityName.form.field, Member.text("reason").optional)
}
