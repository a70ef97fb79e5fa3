import Foundation
import OfficeRanking
import Postgres
import TestDatabase
import Testing

@Suite("Invitations of accounts")
struct InvitationTests {
    @Test("a region invites the person of an office of its own: the account is made, and the secret sets its password")
    func invited() async throws {
        try await Fixture.with { fixture in
            let desk = try await fixture.gilanDesk()
            let issued = try await desk.inviteAccount("g1.desk", person: "سارا", office: "G-1")
            #expect(issued.secret.text.wholeMatch(of: /invitation_[0-9]+_[A-Za-z0-9_-]{43}/) != nil)
            #expect(abs(issued.expiresAt.timeIntervalSinceNow - 7 * 86_400) < 60)
            let account = try #require(try await desk.accounts().first { $0.name == "g1.desk" })
            #expect(account.role == "office" && account.scope.offices == ["G-1"] && account.person == "سارا")
            #expect(try await fixture.opens("g1.desk", goodPassword) == false)
            #expect(try await fixture.login.acceptInvitation(issued.secret.text, password: goodPassword) == "g1.desk")
            #expect(try await fixture.opens("g1.desk", goodPassword))
            let acts = try await fixture.actsInOrder().suffix(2)
            #expect(acts.map(\.kind) == ["invite_account", "accept_invitation"])
            #expect(acts.map(\.actor) == ["gilan.desk", "g1.desk"])
            #expect(
                acts.allSatisfy {
                    !"\($0.subject) \($0.detail)".contains("سارا") && !"\($0)".contains(issued.secret.text)
                })
        }
    }

    @Test("a region sees and invites no account of another province, nor a new one of an office there")
    func otherProvince() async throws {
        try await Fixture.with { fixture in
            let desk = try await fixture.gilanDesk()
            _ = try await fixture.account("t1.desk", role: "office", offices: ["T-1"])
            _ = try await fixture.account("both.desk", role: "office", offices: ["G-2", "T-1"])
            await expectRefusal(.unknownOffice("T-1")) {
                try await desk.inviteAccount("new.desk", person: "x", office: "T-1")
            }
            for account in ["t1.desk", "both.desk", "operator", "nobody"] {
                await expectRefusal(.unknownAccount(account)) { try await desk.inviteAccount(account) }
                await expectRefusal(.unknownAccount(account)) { try await desk.withdrawInvitation(of: account) }
                await expectRefusal(.unknownAccount(account)) { try await desk.disableAccount(account, reason: "x") }
            }
            // The name of a new account is taken; by whom is not told.
            await expectRefusal(.constraintViolated("account_name_is_unique")) {
                try await desk.inviteAccount("t1.desk", person: "t1.desk", office: "G-1")
            }
            #expect(try await desk.accounts().map(\.name) == ["gilan.desk"])
            _ = try await fixture.ranking.inviteAccount("t1.desk")
        }
    }

    @Test("nobody invites himself, whatever the spelling, also not by plain SQL")
    func himself() async throws {
        try await Fixture.with { fixture in
            let desk = try await fixture.gilanDesk()
            await expectRefusal(.nobodyGrantsToHimself) {
                try await desk.inviteAccount("my.office", person: "Gilan Desk", office: "G-1")
            }
            try await fixture.ranking.makeAccount(name: "aud", person: "aud", role: "auditor")
            try await expectAnswer("23514 nobody_invites_himself") {
                try await fixture.owner { connection in
                    try await connection.query(
                        """
                        insert into registry.invitation (account_id, digest, made_at, expires_at, given_by, giver_id, person_id)
                        select id, sha256(''), now(), now() + interval '168 hours', id, person_id, 1
                        from registry.account where name = 'aud'
                        """)
                }
            }
        }
    }

    @Test("an account of the headquarters is not invited, because one person alone would open it")
    func headquarters() async throws {
        try await Fixture.with { fixture in
            try await fixture.ranking.makeAccount(name: "sara", person: "sara", role: "headquarters")
            for account in ["sara", "clock", "public"] {
                await expectRefusal(.constraintViolated("no_password_opens_the_headquarters")) {
                    try await fixture.ranking.inviteAccount(account)
                }
            }
            try await fixture.ranking.makeAccount(name: "aud", person: "aud", role: "auditor")
            let issued = try await fixture.ranking.inviteAccount("aud")
            #expect(try await fixture.login.acceptInvitation(issued.secret.text, password: goodPassword) == "aud")
        }
    }

    @Test("of two that show one secret at once one is accepted, and the other learns that it is used")
    func twoAtOnce() async throws {
        try await Fixture.with { fixture in
            let desk = try await fixture.gilanDesk()
            let issued = try await desk.inviteAccount("g1.desk", person: "x", office: "G-1")
            let answers = await withTaskGroup(of: String.self) { group in
                for number in 1...2 {
                    group.addTask {
                        do {
                            _ = try await fixture.login.acceptInvitation(
                                issued.secret.text, password: "\(goodPassword) \(number)")
                            return "accepted"
                        } catch {
                            return (error as? RankingError)?.code.rawValue ?? "\(error)"
                        }
                    }
                }
                return await group.reduce(into: [String]()) { $0.append($1) }.sorted()
            }
            #expect(answers == ["accepted", "invitation_ended"])
        }
    }

    @Test("an invitation is accepted until just before its end, and not at it")
    func expiry() async throws {
        try await Fixture.with { fixture in
            let desk = try await fixture.gilanDesk()
            let now = Date(timeIntervalSince1970: Date.now.timeIntervalSince1970.rounded())
            try await fixture.database.setClock(now)
            let issued = try await desk.inviteAccount("g1.desk", person: "x", office: "G-1")
            #expect(issued.expiresAt == now + 7 * 86_400)
            try await fixture.database.setClock(issued.expiresAt)
            await expectRefusal(.invitationExpired) {
                try await fixture.login.acceptInvitation(issued.secret.text, password: goodPassword)
            }
            try await fixture.database.setClock(issued.expiresAt - 0.001)
            _ = try await fixture.login.acceptInvitation(issued.secret.text, password: goodPassword)
        }
    }

    @Test("a wrong, used, withdrawn or replaced secret is refused with its code, a weak password leaves it in force")
    func refused() async throws {
        try await Fixture.with { fixture in
            let desk = try await fixture.gilanDesk()
            let first = try await desk.inviteAccount("g1.desk", person: "x", office: "G-1")
            let second = try await desk.inviteAccount("g1.desk")
            let other = try await desk.inviteAccount("g2.desk", person: "y", office: "G-2")
            #expect(try await desk.withdrawInvitation(of: "g2.desk", reason: "x"))
            #expect(try await desk.withdrawInvitation(of: "g2.desk") == false)
            await refuses(fixture, .invitationEnded, first.secret.text)
            await refuses(fixture, .invitationEnded, other.secret.text)
            let crossed = "invitation_\(second.number)_\(first.secret.text.suffix(43))"
            for wrong in ["", crossed, "invitation_99_\(first.secret.text.suffix(43))", "pishkhan_1_x", "\(crossed)\0"]
            {
                await refuses(fixture, .invitationUnknown, wrong)
            }
            await refuses(fixture, .passwordIsWeak, second.secret.text, "g1.desk g1.desk")
            _ = try await fixture.login.acceptInvitation(second.secret.text, password: goodPassword)
            await refuses(fixture, .invitationEnded, second.secret.text)
        }
    }

    @Test("an account invited again loses its password and its sessions at once; its tokens stay")
    func reset() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.loggedInOffice()
            let session = try await fixture.login.openSession(account: "g1.desk", password: goodPassword)
            let token = try await fixture.ranking.issueToken(for: "g1.desk", label: "x", expiresAt: .now + 86_400)
            let issued = try await fixture.ranking.acting(as: "gilan.desk").inviteAccount("g1.desk")
            #expect(try await fixture.isInForce(session) == false)
            #expect(try await fixture.isInForce(token))
            #expect(try await fixture.opens("g1.desk", goodPassword) == false)
            _ = try await fixture.login.acceptInvitation(issued.secret.text, password: "another long sentence")
            #expect(try await fixture.opens("g1.desk", "another long sentence"))
            #expect(try await fixture.opens("g1.desk", goodPassword) == false)
        }
    }

    @Test("a disabled account accepts no invitation until it is enabled")
    func disabled() async throws {
        try await Fixture.with { fixture in
            let desk = try await fixture.gilanDesk()
            let issued = try await desk.inviteAccount("g1.desk", person: "x", office: "G-1")
            try await desk.disableAccount("g1.desk", reason: "x")
            await refuses(fixture, .accountDisabled, issued.secret.text)
            await expectRefusal(.unknownAccount("g1.desk")) { try await desk.inviteAccount("g1.desk") }
            try await desk.enableAccount("g1.desk", reason: "x")
            _ = try await fixture.login.acceptInvitation(issued.secret.text, password: goodPassword)
        }
    }

    @Test("an account of the same person gets a further office with an invitation, that of another person does not")
    func furtherOffice() async throws {
        try await Fixture.with { fixture in
            let desk = try await fixture.gilanDesk()
            _ = try await desk.inviteAccount("g1.desk", person: "سارا", office: "G-1")
            _ = try await desk.inviteAccount("g1.desk", person: "سارا", office: "G-2")
            #expect(try await desk.accounts().first { $0.name == "g1.desk" }?.scope.offices == ["G-1", "G-2"])
            await expectRefusal(.accountIsFixed(account: "g1.desk")) {
                try await desk.inviteAccount("g1.desk", person: "رضا", office: "G-2")
            }
            await expectRefusal(.constraintViolated("only_an_offices_account_has_offices")) {
                try await fixture.ranking.makeAccount(name: "aud", person: "aud", role: "auditor")
                _ = try await fixture.ranking.inviteAccount("aud", person: "aud", office: "G-2")
            }
        }
    }

    @Test("a new holder is invited; accounts of the earlier one cannot log in any more, those with another office can")
    func handOver() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.loggedInOffice()
            let desk = fixture.ranking.acting(as: "gilan.desk")
            let two = try await desk.inviteAccount("two.desk", person: "دو", office: "G-1")
            _ = try await desk.inviteAccount("two.desk", person: "دو", office: "G-2")
            let last = try await desk.inviteAccount("two.desk")
            _ = try await fixture.login.acceptInvitation(last.secret.text, password: goodPassword)
            await refuses(fixture, .invitationEnded, two.secret.text)
            let sessions = [
                try await fixture.login.openSession(account: "g1.desk", password: goodPassword),
                try await fixture.login.openSession(account: "two.desk", password: goodPassword),
            ]
            try await fixture.changeHolder(of: "G-1")
            let issued = try await desk.handOverAccount(of: "G-1", to: "new.desk", person: "دارندهٔ تازه")
            for session in sessions { #expect(try await fixture.isInForce(session) == false) }
            #expect(try await fixture.opens("g1.desk", goodPassword) == false)
            #expect(try await fixture.opens("two.desk", goodPassword))
            _ = try await fixture.login.acceptInvitation(issued.secret.text, password: goodPassword)
            #expect(try await fixture.opens("new.desk", goodPassword))
            let scopes = try await desk.accounts().map { "\($0.name) \($0.scope.offices)" }
            #expect(scopes == ["g1.desk []", "gilan.desk []", "new.desk [\"G-1\"]", "two.desk [\"G-2\"]"])
            let act = try #require(try await fixture.ranking.acts().first { $0.kind == "hand_over_account" })
            #expect(act.subject == "G-1")
            let tehran = try await fixture.provincialAccount("tehran.desk", provinces: ["23"])
            await expectRefusal(.unknownOffice("G-1")) {
                try await tehran.handOverAccount(of: "G-1", to: "x.desk", person: "x")
            }
        }
    }

    @Test("an invitation and a password are changed in no other way, also not by the owner of the tables")
    func fixed() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.loggedInOffice()
            let changes = [
                ("update registry.invitation set digest = sha256('x')", "RK303 entry_is_fixed"),
                ("update registry.invitation set accepted_at = null", "RK303 entry_is_fixed"),
                ("update registry.invitation set withdrawn_at = now()", "RK303 entry_is_fixed"),
                ("update registry.account_password set account_id = 1", "RK303 entry_is_fixed"),
                ("update registry.access_token set is_session = true", "RK303 entry_is_fixed"),
            ]
            _ = try await fixture.ranking.issueToken(for: "g1.desk", label: "x", expiresAt: .now + 86_400)
            for (change, expected) in changes {
                try await expectAnswer(expected, "\(change)") {
                    try await fixture.owner { try await $0.query("\(unescaped: change)") }
                }
            }
        }
    }

    private func refuses(
        _ fixture: Fixture, _ error: RankingError, _ secret: String, _ password: String = goodPassword,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async {
        await expectRefusal(error, sourceLocation: sourceLocation) {
            try await fixture.login.acceptInvitation(secret, password: password)
        }
    }
}
