import Answers
import HTTPTypes
import Hummingbird
import OfficeRanking
import Tables

/// Routes that take a password or a secret. They have no `Idempotency-Key`: to know a request again, the database would
/// have to keep a digest of its body, and the digest of a password is as good as the password to whoever reads it.
extension WebService {
    /// Whoever asks for these is no account yet.
    var loginRoutes: [Route] {
        [
            guessing("/v1/sessions", LogIn.self) { login, body in
                TokenAnswer.make(try await login.openSession(account: body.account, password: body.password))
            },
            guessing("/v1/invitations/accept", Acceptance.self) { login, body in
                InvitationAnswer.passwordSet(
                    of: try await login.acceptInvitation(body.secret, password: body.password))
            },
        ]
    }

    /// An account's own password and session.
    var passwordRoutes: [Route] {
        [
            Route(method: .put, path: "/v1/me/password", members: NewPassword.form.members) { request, context in
                let asked = try await accountRequest(request, context)
                let body: NewPassword = try await secretBody(request)
                try await limits.guessing(context.client) {
                    try await asked.ranking.changePassword(
                        from: body.oldPassword, to: body.newPassword, keeping: asked.identity.token,
                        work: settings.passwordWork)
                }
                return RequestAnswer(Written(InvitationAnswer.passwordSet(of: asked.identity.account))).response
            },
            Route(method: .delete, path: "/v1/sessions/current") { request, context in
                let asked = try await accountRequest(request, context)
                try asked.query.finish()
                // An outside identity has no session here.
                guard let number = asked.identity.token else { throw Problem.nothingHere }
                try await asked.ranking.closeSession(number)
                return RequestAnswer(Written(InvitationAnswer.sessionEnded(of: asked.identity.account))).response
            },
        ]
    }

    private func guessing<Body: WriteBody>(
        _ path: String, _ body: Body.Type, _ answer: @escaping @Sendable (PasswordLogin, Body) async throws -> Answer
    ) -> Route {
        Route(method: .post, path: path, members: Body.form.members) { request, context in
            // A token, which nobody checks here, lets no address send more than its limit.
            if case .doubted(let tooMany) = context.admission { throw tooMany.problem }
            let body: Body = try await secretBody(request)
            let login = PasswordLogin(client: database.client, work: settings.passwordWork)
            let answer = try await limits.guessing(context.client) { try await answer(login, body) }
            return RequestAnswer(Written(answer)).response
        }
    }

    private func secretBody<Body: WriteBody>(_ request: Request) async throws -> Body {
        try QueryReader(request).finish()
        let bytes = try await request.body.bytes(atMost: min(settings.bodyBytes, Self.mostSecretBytes))
        let reader = try BodyReader(bytes, mediaType: request.mediaType)
        let body = Body.form.read(reader)
        let findings = reader.found()
        guard let body, findings.isEmpty else { throw Problem.wrongParameters(findings) }
        return body
    }

    /// Two passwords of the longest, with every letter escaped.
    private static var mostSecretBytes: Int { 64 << 10 }
}

private struct LogIn: WriteBody {
    let account: String
    let password: String

    static let form = BodyForm(Self.init, Member.text("account"), Member.text("password"))
}

private struct Acceptance: WriteBody {
    let secret: String
    let password: String

    static let form = BodyForm(Self.init, Member.text("secret"), Member.text("password"))
}

private struct NewPassword: WriteBody {
    let oldPassword: String
    let newPassword: String

    static let form = BodyForm(Self.init, Member.text("old_password"), Member.text("new_password"))
}
