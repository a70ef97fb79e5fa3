import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@testable import Web

@Suite("Log-in over HTTP")
struct LoginRouteTests {
    private static let password = "چهار اسب آبی ۱۲ بار"
    private static let next = "another long sentence"

    @Test("an invited account sets its password, logs in, changes the password and logs out")
    func story() async throws {
        try await WebFixture.with(Self.settings()) { fixture in
            let desk = try await fixture.inviter()
            let invitation = try await desk.send(
                .post, "/v1/invitations", #"{"account": "g1.desk", "person": "سارا", "office": "G-1"}"#, key: "i-1")
            let secret = try #require(try invitation.json["secret"] as? String)
            #expect(invitation.status == .created && invitation.headers[.cacheControl] == "no-store")
            let again = try await desk.send(
                .post, "/v1/invitations", #"{"account": "g1.desk", "person": "سارا", "office": "G-1"}"#, key: "i-1")
            #expect(again.status == .created && !again.text.contains(secret))
            let accept = "/v1/invitations/accept"
            let weak = try await fixture.post(accept, ["secret": secret, "password": "short"])
            #expect(weak.code == "password_is_weak" && weak.status == .unprocessableContent)
            #expect(try await fixture.post(accept, ["secret": secret, "password": Self.password]).status == .ok)
            let used = try await fixture.post(accept, ["secret": secret, "password": Self.password])
            #expect(used.code == "invitation_ended" && used.status == .unauthorized)
            let office = try await fixture.logIn("g1.desk", Self.password)
            #expect(try await office.get("/v1/me").rows("accounts").first?["name"] as? String == "g1.desk")
            let change = #"{"old_password": "\#(Self.password)", "new_password": "\#(Self.next)"}"#
            let other = try await fixture.logIn("g1.desk", Self.password)
            #expect(try await office.send(.put, "/v1/me/password", change).status == .ok)
            #expect(try await office.send(.put, "/v1/me/password", change).code == "login_refused")
            #expect(try await other.get("/v1/me").code == "token_revoked")
            #expect(try await office.send(.delete, "/v1/sessions/current").status == .ok)
            #expect(try await office.get("/v1/me").code == "token_revoked")
            #expect(try await fixture.session("g1.desk", Self.password).code == "login_refused")
            #expect(try await fixture.session("g1.desk", Self.next).status == .ok)
        }
    }

    @Test("a wrong password and an unknown account get the same answer")
    func alike() async throws {
        try await WebFixture.with(Self.settings()) { fixture in
            try await fixture.acceptedOffice(Self.password)
            let answers = [
                try await fixture.session("g1.desk", "no such sentence"),
                try await fixture.session("g9.desk", Self.password),
                try await fixture.session("operator", Self.password),
            ]
            for answer in answers {
                #expect(answer.status == .unauthorized && answer.code == "login_refused")
                var (one, first) = (try answer.json, try answers[0].json)
                (one["request_id"], first["request_id"]) = (nil, nil)
                #expect(NSDictionary(dictionary: one) == NSDictionary(dictionary: first))
                #expect(answer.headers.map(\.name) == answers[0].headers.map(\.name))
            }
        }
    }

    @Test("from an address with too many wrong passwords none is checked any more, with whatever token beside it")
    func rate() async throws {
        var settings = Self.settings()
        settings.failureRate = RateLimit(burst: 2, onceEvery: .seconds(3_600))
        settings.trustedProxies = try #require(TrustedProxies(["unix"]))
        try await WebFixture.with(settings) { fixture in
            try await fixture.acceptedOffice(Self.password)
            for _ in 1...2 {
                #expect(
                    try await fixture.session("g1.desk", "no such sentence", from: "192.0.2.1").code == "login_refused")
            }
            for token in [nil, "pishkhan_1_x"] {
                let answer = try await fixture.session("g1.desk", Self.password, from: "192.0.2.1", token: token)
                #expect(answer.status == .tooManyRequests && answer.code == "too_many_failures")
            }
            #expect(try await fixture.session("g1.desk", Self.password, from: "192.0.2.2").status == .ok)
        }
    }

    @Test("nothing of a password is kept with the answers to requests")
    func kept() async throws {
        try await WebFixture.with(Self.settings()) { fixture in
            try await fixture.acceptedOffice(Self.password)
            let office = try await fixture.logIn("g1.desk", Self.password)
            let before = try await fixture.answeredRequests()
            let change = #"{"old_password": "\#(Self.password)", "new_password": "\#(Self.next)"}"#
            #expect(try await office.send(.put, "/v1/me/password", change, key: "k").status == .ok)
            _ = try await fixture.session("g1.desk", Self.next)
            #expect(try await fixture.answeredRequests() == before)
        }
    }

    @Test("a body that is no log-in is refused without a look at any account")
    func malformed() async throws {
        try await WebFixture.with(Self.settings()) { fixture in
            for body in [[:], ["account": "x"], ["account": "x", "password": "y", "more": "z"]] {
                let answer = try await fixture.post("/v1/sessions", body)
                #expect(answer.status == .unprocessableContent && answer.code == "wrong_parameters", "\(body)")
            }
            let long = String(repeating: "x", count: 70_000)
            let answer = try await fixture.post("/v1/sessions", ["account": long, "password": "y"])
            #expect(answer.status == .contentTooLarge)
        }
    }

    private static func settings() -> WebSettings {
        var settings = WebSettings()
        settings.passwordWork = PasswordWork(cost: PasswordCost(rounds: 1_024, blockSize: 8, parallelism: 1))
        return settings
    }
}

extension WebFixture {
    /// The provincial regulator of Gilan, with its offices in the register.
    fileprivate func inviter() async throws -> Visitor {
        try await take(.offices, Self.offices)
        return try await provincialVisitor()
    }

    fileprivate func acceptedOffice(_ password: String) async throws {
        _ = try await inviter()
        let invitation = try await ranking.acting(as: "gilan.desk").inviteAccount(
            "g1.desk", person: "سارا", office: "G-1")
        _ = try await post("/v1/invitations/accept", ["secret": invitation.secret.text, "password": password])
    }

    fileprivate func session(
        _ account: String, _ password: String, from address: String? = nil, token: String? = nil
    ) async throws -> TestResponse {
        var headers = HTTPFields()
        headers[.authorization] = token.map { "Bearer \($0)" }
        if let address { headers[.xForwardedFor] = address }
        return try await post("/v1/sessions", ["account": account, "password": password], headers)
    }

    fileprivate func logIn(_ account: String, _ password: String) async throws -> Visitor {
        let answer = try await session(account, password)
        return Visitor(fixture: self, token: (try answer.json["token"] as? String) ?? "")
    }

    fileprivate func post(
        _ path: String, _ body: [String: String], _ headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        let bytes = try JSONSerialization.data(withJSONObject: body)
        let application = Application(responder: service.responder(), logger: TestDatabase.logger)
        return try await application.test(.router) { client in
            try await client.execute(
                uri: path, method: .post, headers: headers.with(.contentType, "application/json"),
                body: ByteBuffer(bytes: bytes))
        }
    }

    fileprivate func answeredRequests() async throws -> Int {
        let connection = try await PostgresConnection.connect(
            TestDatabase.patient(database.address()), logger: TestDatabase.logger)
        let count = try await connection.query("select count(*) from registry.answered_request")[0].decode(Int.self)
        await connection.close()
        return count
    }
}
