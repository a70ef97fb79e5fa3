import Answers
import HTTPTypes
import OfficeRanking
import Tables

extension WebService {
    /// Invitations, and the end of a wait after failed log-ins.
    var invitationRoutes: [Route] {
        [
            inviting("/v1/invitations", NewInvitation.self) { ranking, new in
                try await ranking.inviteAccount(new.account, person: new.person, office: new.office)
            },
            inviting("/v1/invitations/hand-over", NewHolder.self) { ranking, new in
                try await ranking.handOverAccount(of: new.office, to: new.account, person: new.person)
            },
            writing("/v1/invitations/withdraw", InvitationEnd.self) { ranking, write in
                let (account, reason) = (write.body.account, write.body.reason)
                let wasOpen = try await ranking.withdrawInvitation(of: account, reason: reason)
                return Written(InvitationAnswer.withdrawn(of: account, wasOpen))
            },
            writing("/v1/accounts/{account}/unlock", PossibleReason.self) { ranking, write in
                let account = try write.context.text("account")
                let hadFailed = try await ranking.unlockLogin(of: account, reason: write.body.reason)
                return Written(InvitationAnswer.unlocked(account, hadFailed))
            },
        ]
    }

    /// Only the first answer shows a secret, as with tokens.
    private func inviting<Body: WriteBody>(
        _ path: String, _ body: Body.Type,
        _ invite: @escaping @Sendable (RankingDatabase, Body) async throws -> IssuedInvitation
    ) -> Route {
        Route(method: .post, path: path, members: Body.form.members) { request, context in
            let write: KeyedWrite<Body> = try await keyedWrite(request, context)
            let secret = IssuedSecret<IssuedInvitation>()
            var answer = try await write.once { ranking, write in
                let issued = try await invite(ranking, write.body)
                secret.keep(issued)
                return .created("/v1/accounts", InvitationAnswer.withoutSecret(issued))
            }
            if let issued = secret.value, !answer.isRepeated {
                answer.body = Array(JSONRenderer.text(of: InvitationAnswer.make(issued)).utf8)
            }
            return answer.response
        }
    }
}

private struct NewInvitation: WriteBody {
    let account: String
    let person: String?
    let office: String?

    static let form = BodyForm(
        Self.init, Member.text("account"), Member.text("person").optional, Member.text("office").optional)
}

private struct NewHolder: WriteBody {
    let office: String
    let account: String
    let person: String

    static let form = BodyForm(Self.init, Member.text("office"), Member.text("account"), Member.text("person"))
}

private struct InvitationEnd: WriteBody {
    let account: String
    let reason: String?

    static let form = BodyForm(Self.init, Member.text("account"), Member.text("reason").optional)
}
