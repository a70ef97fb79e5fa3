import Foundation
import OfficeRanking
import Postgres
import TestDatabase
import Testing

@Suite("Log-in by password")
struct LoginTests {
    @Test("a password opens a session of twelve hours as the account, and logging out ends it")
    func session() async throws {
        try await Fixture.with { fixture in
            let office = try await fixture.loggedInOffice()
            let session = try await fixture.login.openSession(account: "g1.desk", password: goodPassword)
            let identity = try await Authenticator(client: fixture.client).authenticate(token: session.secret.text)
            #expect(identity.account == "g1.desk" && identity.role == "office" && identity.token == session.number)
            #expect(abs(session.expiresAt.timeIntervalSinceNow - 12 * 3_600) < 60)
            await expectRefusal(.noSuchToken(number: "\(session.number)")) {
                try await fixture.ranking.closeSession(session.number)
            }
            try await office.closeSession(session.number)
            #expect(try await fixture.isInForce(session) == false)
            await expectRefusal(.noSuchToken(number: "\(session.number)")) {
                try await office.closeSession(session.number)
            }
        }
    }

    @Test("a token that is no session is not logged out, and a session is not listed as a token")
    func tokensAndSessions() async throws {
        try await Fixture.with { fixture in
            let office = try await fixture.loggedInOffice()
            let token = try await fixture.ranking.issueToken(
                for: "g1.desk", label: "session", expiresAt: .now + 86_400)
            _ = try await fixture.login.openSession(account: "g1.desk", password: goodPassword)
            await expectRefusal(.noSuchToken(number: "\(token.number)")) {
                try await office.closeSession(token.number)
            }
            #expect(try await office.tokens().map(\.number) == [token.number])
            #expect(try await fixture.ranking.tokens().map(\.number) == [token.number])
        }
    }

    @Test("a wrong password, an unknown account and one without a password are refused alike")
    func alike() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.loggedInOffice()
            for (account, password) in [
                ("g1.desk", "another sentence"), ("g9.desk", goodPassword), ("operator", goodPassword),
                ("clock", goodPassword), ("", goodPassword), ("g1.desk", ""), ("g1.desk\0", goodPassword),
                ("G1.desk", goodPassword), (String(repeating: "x", count: 100_000), goodPassword),
            ] {
                await expectRefusal(.loginRefused) {
                    try await fixture.login.openSession(account: account, password: password)
                }
            }
        }
    }

    @Test("an unknown account costs the same work as a wrong password: one key, one count")
    func sameWork() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.loggedInOffice()
            // Each round asks both, so that a busy machine slows both.
            let slow = PasswordLogin(
                client: fixture.client,
                work: PasswordWork(cost: PasswordCost(rounds: 8_192, blockSize: 8, parallelism: 1)))
            _ = try await slow.openSession(account: "g1.desk", password: goodPassword)
            var times: [(known: Duration, unknown: Duration)] = []
            for round in 1...9 {
                let known = await ContinuousClock().measure {
                    await expectRefusal(.loginRefused) {
                        try await slow.openSession(account: "g1.desk", password: "another sentence")
                    }
                }
                let unknown = await ContinuousClock().measure {
                    await expectRefusal(.loginRefused) {
                        try await slow.openSession(account: "nobody.\(round)", password: "another sentence")
                    }
                }
                times.append((known, unknown))
            }
            let least = (times.map(\.known).min() ?? .zero, times.map(\.unknown).min() ?? .zero)
            #expect(least.0 < least.1 * 2 && least.1 < least.0 * 2, "\(least)")
            #expect(try await fixture.number("select count(*) from registry.login_attempt where counter < 0") > 5)
        }
    }

    @Test("digits typed on another keyboard open the account")
    func otherKeyboard() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.loggedInOffice(password: "چهار اسب ۱۲ بار")
            #expect(try await fixture.opens("g1.desk", "چهار اسب 12 بار"))
            #expect(try await fixture.opens("g1.desk", "چهار اسب 13 بار") == false)
        }
    }

    @Test("a password that was made with other numbers opens the account, and is made anew with today's")
    func renewed() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.loggedInOffice()
            let raised = PasswordLogin(
                client: fixture.client,
                work: PasswordWork(cost: PasswordCost(rounds: 2_048, blockSize: 8, parallelism: 2)))
            let stored: PostgresQuery = """
                select rounds * parallelism from registry.account_password
                """
            #expect(try await fixture.number(stored) == 1_024)
            _ = try? await raised.openSession(account: "g1.desk", password: "another sentence")
            #expect(try await fixture.number(stored) == 1_024)
            _ = try await raised.openSession(account: "g1.desk", password: goodPassword)
            #expect(try await fixture.number(stored) == 4_096)
            _ = try await raised.openSession(account: "g1.desk", password: goodPassword)
        }
    }

    @Test("only whoever knows the password learns that the account is suspended; its sessions are over")
    func suspended() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.loggedInOffice()
            let session = try await fixture.login.openSession(account: "g1.desk", password: goodPassword)
            let desk = fixture.ranking.acting(as: "gilan.desk")
            #expect(try await desk.disableAccount("g1.desk", reason: "تعلیق"))
            #expect(try await fixture.isInForce(session) == false)
            await expectRefusal(.accountDisabled) {
                try await fixture.login.openSession(account: "g1.desk", password: goodPassword)
            }
            #expect(try await fixture.opens("g1.desk", "another sentence") == false)
            #expect(try await desk.enableAccount("g1.desk", reason: "رفع تعلیق"))
            #expect(try await fixture.isInForce(session) == false)
            #expect(try await fixture.opens("g1.desk", goodPassword))
        }
    }

    @Test("a password does not open an account that has become the headquarters'")
    func promoted() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.loggedInOffice()
            let session = try await fixture.login.openSession(account: "g1.desk", password: goodPassword)
            try await fixture.ranking.changeRole(of: "g1.desk", to: "headquarters", reason: "x")
            #expect(try await fixture.isInForce(session) == false)
            await expectRefusal(.proofNotConfirmed) {
                try await fixture.login.openSession(account: "g1.desk", password: goodPassword)
            }
        }
    }

    @Test("one's own password is changed with the old one; other sessions end, the one in use goes on")
    func change() async throws {
        try await Fixture.with { fixture in
            let office = try await fixture.loggedInOffice()
            let used = try await fixture.login.openSession(account: "g1.desk", password: goodPassword)
            let other = try await fixture.login.openSession(account: "g1.desk", password: goodPassword)
            let next = "another long sentence"
            await expectRefusal(.passwordIsWeak) {
                try await office.changePassword(from: goodPassword, to: "short", work: Fixture.fastWork)
            }
            await expectRefusal(.loginRefused) {
                try await office.changePassword(from: "no such sentence", to: next, work: Fixture.fastWork)
            }
            #expect(try await fixture.isInForce(other))
            try await office.changePassword(
                from: goodPassword, to: next, keeping: used.number, work: Fixture.fastWork)
            #expect(try await fixture.isInForce(used))
            #expect(try await fixture.isInForce(other) == false)
            #expect(try await fixture.opens("g1.desk", goodPassword) == false)
            #expect(try await fixture.opens("g1.desk", next))
            #expect(try await fixture.kindsOfActs().last == "change_password")
        }
    }

    @Test("beyond the log-ins that may wait others are sent away, and have not failed")
    func bounded() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.loggedInOffice()
            let full = PasswordLogin(client: fixture.client, work: PasswordWork(atOnce: 1, mostWaiting: 0))
            for _ in 1...9 {
                await expectRefusal(.tooManyLogins) {
                    try await full.openSession(account: "g1.desk", password: goodPassword)
                }
            }
            #expect(try await fixture.opens("g1.desk", goodPassword))
        }
    }

    @Test("no password and no key of one is stored, and no view has what is stored")
    func hidden() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.loggedInOffice()
            let readable = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select c.relname || '.' || a.attname from pg_class c
                    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    where c.relnamespace in ('registry'::regnamespace, 'ranking'::regnamespace)
                        and c.relkind in ('r', 'v')
                        and (c.relname in ('account_password', 'login_attempt')
                             or c.relname in ('invitation', 'access_token') and a.attname = 'digest'
                             or c.relnamespace = 'ranking'::regnamespace
                                and a.attname in ('salt', 'rounds', 'secret_digest')
                             or c.relnamespace = 'ranking'::regnamespace
                                and c.relname in ('account', 'access_token', 'invitation') and a.attname = 'digest')
                        and (has_column_privilege('pishkhan_app', c.oid, a.attnum, 'select')
                             or has_column_privilege('pishkhan_views', c.oid, a.attnum, 'select')
                                and c.relnamespace = 'registry'::regnamespace)
                    """
                ).decode(String.self)
            }
            #expect(readable == [])
            let returned = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select p.proname || ' ' || a.name from pg_proc p
                    cross join lateral unnest(p.proallargtypes, p.proargnames, p.proargmodes) a (type, name, mode)
                    where p.pronamespace = 'ranking'::regnamespace and a.mode in ('o', 't')
                        and a.type = 'bytea'::regtype
                        and has_function_privilege('pishkhan_app', p.oid, 'execute') order by 1
                    """
                ).decode(String.self)
            }
            // The digest is that of 256 random bits, which the program compares; the body is the answer to a request.
            #expect(returned == ["begin_login salt", "begin_request body", "token_holder digest"])
        }
    }
}

@Suite("What the log of the database server tells of log-ins")
struct LoginLogTests {
    @Test("the server's log has no password, no secret, no key and no person's name, whatever is refused")
    func silent() async throws {
        try await PrivateServer.with { server in
            let database = try await TestDatabase.make("ranking", on: server)
            let client = database.client()
            let ranking = RankingDatabase(client: client, logger: TestDatabase.logger)
            let login = PasswordLogin(client: client, work: Fixture.fastWork)
            try await ranking.makeAccount(name: "aud", person: "Sara Testperson", role: "auditor")
            let issued = try await ranking.inviteAccount("aud")
            await expectRefusal(.accountIsFixed(account: "aud")) {
                try await ranking.inviteAccount("aud", person: "Reza Testperson")
            }
            _ = try await login.acceptInvitation(issued.secret.text, password: goodPassword)
            await expectRefusal(.invitationEnded) {
                try await login.acceptInvitation(issued.secret.text, password: goodPassword)
            }
            await expectRefusal(.loginRefused) { try await login.openSession(account: "aud", password: "x") }
            // A broken rule writes the row's values unless the server is told not to.
            _ = try? await client.withConnection { connection in
                try await connection.query(
                    """
                    select ranking.accept_invitation(1, sha256('x'), \(Array(goodPassword.utf8)), 3, 1, 1, sha256('x'))
                    """)
            }
            await client.close()
            let log = server.log
            #expect(log.contains("invitation_ended") && log.contains("invitation_unknown"))
            let told = [goodPassword, issued.secret.text, "Testperson"].filter { log.contains($0) }
            #expect(told.isEmpty)
        }
    }
}
