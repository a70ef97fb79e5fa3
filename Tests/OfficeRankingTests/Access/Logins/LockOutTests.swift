import Foundation
import OfficeRanking
import Postgres
import TestDatabase
import Testing

@Suite("An account waits after failed log-ins")
struct LockOutTests {
    private static let wrong = "no such sentence"

    @Test(
        "the right password opens the account after four failures, and not after five or six",
        arguments: [
            (4, true), (5, false), (6, false),
        ])
    func fifth(failures: Int, opens: Bool) async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.loggedInOffice()
            try await fail(fixture, failures)
            #expect(try await fixture.opens("g1.desk", goodPassword) == opens)
            let locks = try await fixture.kindsOfActs().filter { $0 == "lock_login" }
            #expect(locks.count == (opens ? 0 : 1))
        }
    }

    @Test("a success ends the row of failures")
    func inARow() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.loggedInOffice()
            for _ in 1...3 {
                try await fail(fixture, 4)
                #expect(try await fixture.opens("g1.desk", goodPassword))
            }
        }
    }

    @Test(
        "the wait ends at its instant, is doubled by each further failure, and is never longer than a quarter of an hour"
    )
    func waits() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.loggedInOffice()
            var now = Date(timeIntervalSince1970: Date.now.timeIntervalSince1970.rounded())
            try await fixture.database.setClock(now)
            try await fail(fixture, 5)
            for minutes in [1, 2, 4, 8, 15, 15, 15] {
                try await fixture.database.setClock(now + Double(minutes) * 60 - 0.001)
                #expect(try await fixture.opens("g1.desk", goodPassword) == false, "before \(minutes) minutes")
                now += Double(minutes) * 60
                try await fixture.database.setClock(now)
                try await fail(fixture, 1)
            }
            try await fixture.database.setClock(now + 900)
            #expect(try await fixture.opens("g1.desk", goodPassword))
            // However long the failures went on, the record tells of one lock.
            #expect(try await fixture.kindsOfActs().filter { $0 == "lock_login" }.count == 1)
        }
    }

    @Test("an attempt while the account waits neither lengthens the wait nor tells whether the password is right")
    func waiting() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.loggedInOffice()
            let now = Date(timeIntervalSince1970: Date.now.timeIntervalSince1970.rounded())
            try await fixture.database.setClock(now)
            try await fail(fixture, 5)
            try await fixture.database.setClock(now + 30)
            try await fail(fixture, 20)
            try await fixture.database.setClock(now + 60)
            #expect(try await fixture.opens("g1.desk", goodPassword))
        }
    }

    @Test("of many attempts at once no more than five are compared")
    func atOnce() async throws {
        try await Fixture.with(connections: 8) { fixture in
            _ = try await fixture.loggedInOffice()
            await withTaskGroup { group in
                for _ in 1...20 { group.addTask { _ = try? await fixture.opens("g1.desk", Self.wrong) } }
            }
            let failures = try await fixture.number("select failures from registry.login_attempt where counter > 0")
            #expect(failures == 5)
            #expect(try await fixture.opens("g1.desk", goodPassword) == false)
        }
    }

    @Test("the region unlocks the account at once; a stranger, another region and the account's own person do not")
    func unlock() async throws {
        try await Fixture.with { fixture in
            let office = try await fixture.loggedInOffice()
            let tehran = try await fixture.provincialAccount("tehran.desk", provinces: ["23"])
            let desk = fixture.ranking.acting(as: "gilan.desk")
            try await fail(fixture, 5)
            await expectRefusal(.unknownAccount("g1.desk")) { try await tehran.unlockLogin(of: "g1.desk") }
            await expectRefusal(.permissionMissing(permission: "unlock_login")) {
                try await office.unlockLogin(of: "g1.desk")
            }
            #expect(try await desk.unlockLogin(of: "g1.desk", reason: "تلفنی"))
            #expect(try await desk.unlockLogin(of: "g1.desk") == false)
            #expect(try await fixture.opens("g1.desk", goodPassword))
            let acts = try await fixture.actsInOrder().filter { $0.kind.hasSuffix("lock_login") }
            #expect(acts.map(\.kind) == ["lock_login", "unlock_login"])
            #expect(acts.map(\.actor) == ["clock", "gilan.desk"])
        }
    }

    @Test("tokens and open sessions go on while the password waits")
    func tokens() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.loggedInOffice()
            let session = try await fixture.login.openSession(account: "g1.desk", password: goodPassword)
            let token = try await fixture.ranking.issueToken(for: "g1.desk", label: "x", expiresAt: .now + 86_400)
            try await fail(fixture, 6)
            #expect(try await fixture.isInForce(session))
            #expect(try await fixture.isInForce(token))
        }
    }

    @Test("a wrong old password counts like a failed log-in")
    func oldPassword() async throws {
        try await Fixture.with { fixture in
            let office = try await fixture.loggedInOffice()
            for _ in 1...5 {
                await expectRefusal(.loginRefused) {
                    try await office.changePassword(
                        from: Self.wrong, to: "another long sentence", work: Fixture.fastWork)
                }
            }
            #expect(try await fixture.opens("g1.desk", goodPassword) == false)
            #expect(try await fixture.kindsOfActs().last == "lock_login")
        }
    }

    @Test("failures on an account without a password or on an unknown name are no acts")
    func noActs() async throws {
        try await Fixture.with { fixture in
            let acts = try await fixture.kindsOfActs().count
            for account in ["operator", "nobody"] {
                for _ in 1...7 { #expect(try await fixture.opens(account, Self.wrong) == false) }
            }
            #expect(try await fixture.kindsOfActs().count == acts)
        }
    }

    private func fail(_ fixture: Fixture, _ times: Int) async throws {
        for _ in 0..<times { #expect(try await fixture.opens("g1.desk", Self.wrong) == false) }
    }
}
