import Foundation
import OfficeRanking
import Postgres
import TestDatabase
import Testing

@Suite("Two persons stand behind whatever opens an account of the headquarters")
struct TwoPersonTests {
    private static let nextYear = Date(timeIntervalSinceNow: 365 * 86_400)

    @Test("the first token of a second person works at once; that of a third one needs another person's confirmation")
    func third() async throws {
        try await withHeadquarters { fixture in
            #expect(try await opens(fixture, "sara"))
            let token = try await give(fixture.ranking, "invented")
            #expect(!token.isConfirmed)
            await expectRefusal(.proofNotConfirmed) { try await proof(fixture, token) }
            await expectRefusal(.anotherPersonConfirms(account: "invented")) {
                try await fixture.ranking.confirmToken(token.number)
            }
            let acts = try await fixture.ranking.acts().count
            #expect(try await fixture.ranking.acting(as: "sara").confirmToken(token.number))
            #expect(try await proof(fixture, token).account == "invented")
            #expect(try await fixture.ranking.acting(as: "sara").confirmToken(token.number) == false)
            #expect(try await fixture.ranking.acts().count == acts + 1)
        }
    }

    @Test("no token, link or second account opens a colleague's account without another person's confirmation")
    func colleague() async throws {
        try await withHeadquarters { fixture in
            let sara = fixture.ranking.acting(as: "sara")
            let own = try await give(sara, "sara")
            #expect(own.isConfirmed)
            let taken = try await give(fixture.ranking, "sara")
            await expectRefusal(.proofNotConfirmed) { try await proof(fixture, taken) }
            let rotated = try await fixture.ranking.rotateToken(own.number, expiresAt: Self.nextYear)
            await expectRefusal(.proofNotConfirmed) { try await proof(fixture, rotated) }
            try await fixture.ranking.linkIdentity(issuer: "i", subject: "s", to: "sara")
            let authenticator = Authenticator(client: fixture.client)
            await expectRefusal(.proofNotConfirmed) { try await authenticator.authenticate(issuer: "i", subject: "s") }
            let other = try await fixture.accountOf("operator", "second.desk")
            await expectRefusal(.anotherPersonConfirms(account: "sara")) { try await other.confirmToken(taken.number) }
            await expectRefusal(.anotherPersonConfirms(account: "sara")) {
                try await other.confirmIdentity(issuer: "i", subject: "s")
            }
            #expect(try await sara.confirmIdentity(issuer: "i", subject: "s"))
            #expect(try await authenticator.authenticate(issuer: "i", subject: "s").account == "sara")
        }
    }

    @Test("a token of a provincial account needs a confirmation once the account is of the headquarters")
    func promoted() async throws {
        try await withHeadquarters { fixture in
            try await fixture.ranking.makeAccount(
                name: "gilan", person: "gilan", role: "provincial", provinces: ["01"])
            let token = try await give(fixture.ranking, "gilan")
            #expect(try await proof(fixture, token).role == "provincial")
            try await fixture.ranking.changeRole(of: "gilan", to: "headquarters", reason: "x")
            await expectRefusal(.proofNotConfirmed) { try await proof(fixture, token) }
            #expect(try await fixture.ranking.acting(as: "sara").confirmToken(token.number))
            #expect(try await proof(fixture, token).role == "headquarters")
        }
    }

    @Test("a person whose name is spelled otherwise cannot confirm his own token")
    func written() async throws {
        try await withHeadquarters { fixture in
            try await fixture.ranking.makeAccount(name: "sara2", person: "Sara  ", role: "headquarters")
            let token = try await give(fixture.ranking.acting(as: "sara"), "invented")
            await expectRefusal(.anotherPersonConfirms(account: "invented")) {
                try await fixture.ranking.acting(as: "sara2").confirmToken(token.number)
            }
        }
    }

    @Test("a new person's token needs a confirmation also after the second person has left")
    func left() async throws {
        try await withHeadquarters { fixture in
            _ = try await give(fixture.ranking, "sara")
            try await fixture.ranking.changeRole(of: "sara", to: "auditor", reason: "x")
            try await fixture.ranking.disableAccount("sara", reason: "x")
            #expect(try await give(fixture.ranking, "invented").isConfirmed == false)
        }
    }

    @Test("the database refuses a token confirmed by its giver also from the tables' owner")
    func guards() async throws {
        try await withHeadquarters { fixture in
            let token = try await give(fixture.ranking, "invented").number
            let giver = "(select given_by from registry.access_token where id = \(token))"
            for (change, answer) in [
                ("confirmed_by = \(giver)", "RK509 another_person_confirms"),
                ("given_by = (select id from registry.account where name = 'sara')", "RK303 entry_is_fixed"),
                ("confirmed_by = (select id from registry.account where name = 'sara')", "accepted"),
            ] {
                try await expectAnswer(answer) {
                    try await fixture.owner {
                        try await $0.query("update registry.access_token set \(unescaped: change) where id = \(token)")
                    }
                }
            }
        }
    }

    /// The operator, Sara with the first token of a second person, and an account of somebody who is not there.
    private func withHeadquarters(_ body: (Fixture) async throws -> Void) async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.ranking.issueFirstToken(label: "setup", expiresAt: Self.nextYear)
            for name in ["sara", "invented"] {
                try await fixture.ranking.makeAccount(name: name, person: name, role: "headquarters")
            }
            #expect(try await give(fixture.ranking, "sara").isConfirmed)
            try await body(fixture)
        }
    }

    private func give(_ ranking: RankingDatabase, _ account: String) async throws -> IssuedToken {
        try await ranking.issueToken(for: account, label: "x", expiresAt: Self.nextYear)
    }

    private func proof(_ fixture: Fixture, _ token: IssuedToken) async throws -> Identity {
        try await Authenticator(client: fixture.client).authenticate(token: token.secret.text)
    }

    private func opens(_ fixture: Fixture, _ account: String) async throws -> Bool {
        try await fixture.ranking.tokens(of: account).contains { $0.isInForce(at: Date()) }
    }
}

extension Fixture {
    /// A further account of the headquarters, of a person who has one already.
    fileprivate func accountOf(_ person: String, _ name: String) async throws -> RankingDatabase {
        try await administrator { connection in
            try await connection.query(
                "insert into registry.account (name, person, role) values (\(name), \(person), 'headquarters')")
        }
        return ranking.acting(as: name)
    }
}
