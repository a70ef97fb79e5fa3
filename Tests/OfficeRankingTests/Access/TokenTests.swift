import Foundation
import OfficeRanking
import Postgres
import TestDatabase
import Testing

@Suite("Who a token proves to be")
struct TokenTests {
    private static let nextYear = Date(timeIntervalSinceNow: 365 * 86_400)

    @Test("a token opens its account from its issue until just before its end")
    func life() async throws {
        try await Fixture.with { fixture in
            let authenticator = Authenticator(client: fixture.client)
            _ = try await fixture.provincialAccount()
            let issued = try await fixture.ranking.issueToken(
                for: "gilan.desk", label: "دبیرخانه", expiresAt: Self.nextYear)
            let shown = issued.secret.text
            #expect(shown.wholeMatch(of: /pishkhan_[0-9]+_[A-Za-z0-9_-]{43}/) != nil)
            let identity = try await authenticator.authenticate(token: shown)
            #expect(identity.account == "gilan.desk" && identity.role == "provincial")
            #expect(identity.agency == nil && identity.token == issued.number)
            let kept = try #require(try await fixture.ranking.tokens(of: "gilan.desk").first)
            let last = kept.expiresAt.addingTimeInterval(-0.001)
            #expect(try await authenticator.authenticate(token: shown, now: last) == identity)
            await expectRefusal(.tokenExpired) {
                try await authenticator.authenticate(token: shown, now: kept.expiresAt)
            }
            #expect(kept.isInForce(at: last) && !kept.isInForce(at: kept.expiresAt))
        }
    }

    @Test("a malformed token, or one with another letter or number, is unknown")
    func unknown() async throws {
        try await Fixture.with { fixture in
            let authenticator = Authenticator(client: fixture.client)
            let first = try await fixture.ranking.issueToken(for: "operator", label: "a", expiresAt: Self.nextYear)
            let second = try await fixture.ranking.issueToken(for: "operator", label: "b", expiresAt: Self.nextYear)
            let text = first.secret.text
            let secret = text.suffix(43)
            let otherLetter = secret.dropFirst().first == "A" ? "B" : "A"
            for wrong in [
                "", "pishkhan_", "pishkhan_1", "pishkhan_1_", text + "A", String(text.dropLast()),
                "pishkhan_\(second.number)_\(secret)", "pishkhan_4711_\(secret)", "pishkhan_-1_\(secret)",
                "pishkhan_99999999999999999999_\(secret)", "Pishkhan_\(first.number)_\(secret)",
                "pishkhan_\(first.number)_\(secret.prefix(1))\(otherLetter)\(secret.dropFirst(2))",
                "pishkhan_\(first.number)_" + String(repeating: "ب", count: 43),
                "pishkhan_\(first.number)_' or true --",
                "pishkhan_0\(first.number)_\(secret)", "pishkhan_+\(first.number)_\(secret)",
                "pishkhan_\(first.number)_" + otherSpelling(of: String(secret)), String(repeating: "x", count: 100_000),
                "\(text)\0",
            ] {
                await expectRefusal(.tokenUnknown) { try await authenticator.authenticate(token: wrong) }
            }
        }
    }

    /// The same bits in base64: the last letter has two more than they need.
    private func otherSpelling(of secret: String) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let last = secret.last.flatMap(letters.firstIndex) ?? 0
        return secret.dropLast() + String(letters[last ^ 1])
    }

    @Test("a revoked token, or one of a disabled account, is reported as such only to a holder of its secret")
    func ended() async throws {
        try await Fixture.with { fixture in
            let authenticator = Authenticator(client: fixture.client)
            let desk = try await fixture.provincialAccount()
            let kept = try await fixture.ranking.issueToken(for: desk.account, label: "a", expiresAt: Self.nextYear)
            let lost = try await fixture.ranking.issueToken(for: desk.account, label: "b", expiresAt: Self.nextYear)
            try await fixture.ranking.revokeToken(lost.number, reason: "گم شد")
            await expectRefusal(.tokenRevoked) { try await authenticator.authenticate(token: lost.secret.text) }
            await expectRefusal(.tokenUnknown) {
                try await authenticator.authenticate(token: "pishkhan_\(lost.number)_\(kept.secret.text.suffix(43))")
            }
            await expectRefusal(.noSuchToken(number: "\(lost.number)")) {
                try await fixture.ranking.revokeToken(lost.number)
            }
            try await fixture.ranking.disableAccount(desk.account, reason: "پایان خدمت")
            await expectRefusal(.accountDisabled) { try await authenticator.authenticate(token: kept.secret.text) }
            await expectRefusal(.unknownActor(desk.account)) { _ = try await desk.accounts() }
            await expectRefusal(.unknownAccount(desk.account)) {
                try await fixture.ranking.issueToken(for: desk.account, label: "c", expiresAt: Self.nextYear)
            }
            try await fixture.ranking.enableAccount(desk.account, reason: "بازگشت")
            #expect(try await authenticator.authenticate(token: kept.secret.text).account == desk.account)
        }
    }

    @Test("a rotated token ends at once, or at the instant given for it")
    func rotation() async throws {
        try await Fixture.with { fixture in
            let authenticator = Authenticator(client: fixture.client)
            let first = try await fixture.ranking.issueToken(for: "operator", label: "a", expiresAt: Self.nextYear)
            let tomorrow = Date(timeIntervalSinceNow: 86_400)
            let second = try await fixture.ranking.rotateToken(
                first.number, expiresAt: Self.nextYear, oldUntil: tomorrow)
            #expect(second.account == "operator")
            #expect(try await authenticator.authenticate(token: first.secret.text).token == first.number)
            await expectRefusal(.tokenRevoked) {
                try await authenticator.authenticate(token: first.secret.text, now: tomorrow.addingTimeInterval(1))
            }
            let third = try await fixture.ranking.rotateToken(second.number, expiresAt: Self.nextYear)
            await expectRefusal(.tokenRevoked) { try await authenticator.authenticate(token: second.secret.text) }
            #expect(try await authenticator.authenticate(token: third.secret.text).account == "operator")
            await expectRefusal(.noSuchToken(number: "\(second.number)")) {
                try await fixture.ranking.rotateToken(second.number, expiresAt: Self.nextYear)
            }
            #expect(Set(try await fixture.ranking.tokens().map(\.label)) == ["a"])
        }
    }

    @Test("neither the secret of a token nor its digest stands in the record, a description or a row")
    func secrecy() async throws {
        try await Fixture.with { fixture in
            let issued = try await fixture.ranking.issueToken(for: "operator", label: "a", expiresAt: Self.nextYear)
            let rotated = try await fixture.ranking.rotateToken(issued.number, expiresAt: Self.nextYear)
            var shown = "\(issued) \(rotated.secret)"
            dump(issued, to: &shown)
            let acts = try await fixture.ranking.acts()
            let written = acts.map { "\($0)" }.joined()
            let rows = try await fixture.administrator { connection in
                try await connection.query("select t::text from registry.access_token t").decode(String.self)
            }.joined()
            for secret in [issued.secret.text, rotated.secret.text].map({ String($0.suffix(43)) }) {
                #expect(!shown.contains(secret) && !written.contains(secret) && !rows.contains(secret))
            }
            let digests = try await fixture.administrator { connection in
                try await connection.query("select encode(digest, 'hex') from registry.access_token")
                    .decode(String.self)
            }
            #expect(digests.count == 2 && digests.filter { written.contains($0) }.isEmpty)
        }
    }

    @Test("the first token of the headquarters is made once")
    func first() async throws {
        try await Fixture.with { fixture in
            let token = try await fixture.ranking.issueFirstToken(label: "setup", expiresAt: Self.nextYear)
            let issued = try #require(token)
            #expect(issued.account == "operator")
            try await fixture.ranking.revokeToken(issued.number)
            #expect(try await fixture.ranking.issueFirstToken(label: "setup", expiresAt: Self.nextYear) == nil)
        }
    }

    @Test("the public and the clock get no token")
    func builtIn() async throws {
        try await Fixture.with { fixture in
            for account in ["public", "clock"] {
                await expectRefusal(.accountIsFixed(account: account)) {
                    try await fixture.ranking.issueToken(for: account, label: "x", expiresAt: Self.nextYear)
                }
                await expectRefusal(.accountIsFixed(account: account)) {
                    try await fixture.ranking.linkIdentity(issuer: "i", subject: "s", to: account)
                }
            }
        }
    }

    @Test("an outside identity acts as the account it is linked to, one at a time")
    func outsideIdentities() async throws {
        try await Fixture.with { fixture in
            let authenticator = Authenticator(client: fixture.client)
            let desk = try await fixture.provincialAccount()
            await expectRefusal(.identityUnknown) { try await authenticator.authenticate(issuer: "i", subject: "s") }
            try await fixture.ranking.linkIdentity(issuer: "i", subject: "s", to: desk.account)
            let identity = try await authenticator.authenticate(issuer: "i", subject: "s")
            #expect(identity.account == desk.account && identity.token == nil)
            await expectRefusal(.identityUnknown) { try await authenticator.authenticate(issuer: "j", subject: "s") }
            await expectRefusal(.constraintViolated("identity_is_linked_to_one_account")) {
                try await fixture.ranking.linkIdentity(issuer: "i", subject: "s", to: "operator")
            }
            try await fixture.ranking.disableAccount(desk.account, reason: "x")
            await expectRefusal(.accountDisabled) { try await authenticator.authenticate(issuer: "i", subject: "s") }
            try await fixture.ranking.unlinkIdentity(issuer: "i", subject: "s")
            await expectRefusal(.identityUnknown) { try await authenticator.authenticate(issuer: "i", subject: "s") }
            try await fixture.ranking.linkIdentity(issuer: "i", subject: "s", to: "operator")
            #expect(try await authenticator.authenticate(issuer: "i", subject: "s").account == "operator")
        }
    }
}
