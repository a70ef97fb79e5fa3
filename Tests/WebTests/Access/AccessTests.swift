import Foundation
import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import Testing

@testable import Web

@Suite("Who is let in over HTTP")
struct AccessTests {
    /// Every path that only accounts have, with a method it takes.
    private func accountRoutes(_ fixture: WebFixture) -> [Route] {
        let service = fixture.service
        return service.periodRoutes + service.periodCommands + service.registryRoutes + service.contractRoutes
            + service.recordRoutes + service.importRoutes + service.folderImportRoutes + service.accountRoutes
            + service.scheduleRoutes
            + service.serviceDutyRoutes + service.schemeCommands + service.adoptionRoutes
    }

    @Test("every route of accounts answers 401 without a token and with a wrong one, each with its code")
    func closedDoors() async throws {
        try await WebFixture.with { fixture in
            let routes = accountRoutes(fixture)
            #expect(routes.count > 35)
            for route in routes {
                let path = route.path.replacing(/\{[a-z]+\}/, with: "1400-H1")
                let missing = try await fixture.get(path, method: route.method)
                #expect(missing.status == .unauthorized && missing.code == "credentials_missing", "\(path)")
                #expect(missing.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
                let wrong = try await fixture.get(
                    path, method: route.method, headers: [.authorization: "Bearer pishkhan_1_x"])
                #expect(wrong.status == .unauthorized && wrong.code == "token_unknown", "\(path)")
            }
        }
    }

    @Test("a revoked token, or one of a disabled account, is refused")
    func spentTokens() async throws {
        try await WebFixture.with { fixture in
            let desk = try await fixture.provincialVisitor()
            #expect(try await desk.get("/v1/me").status == .ok)
            try await fixture.ranking.disableAccount("gilan.desk", reason: "رفت")
            #expect(try await desk.get("/v1/me").code == "account_disabled")
            try await fixture.ranking.enableAccount("gilan.desk", reason: "آمد")
            let number = try #require(try await fixture.ranking.tokens(of: "gilan.desk").first?.number)
            try await fixture.ranking.revokeToken(number)
            #expect(try await desk.get("/v1/me").code == "token_revoked")
            #expect(try await desk.get("/v1/me").status == .unauthorized)
        }
    }

    @Test("an act outside a role's permissions is refused with 403")
    func roles() async throws {
        try await WebFixture.with { fixture in
            try await fixture.rank()
            let desk = try await fixture.provincialVisitor()
            try await fixture.ranking.makeAccount(name: "auditor", person: "auditor", role: "auditor")
            let auditor = try await fixture.visitor("auditor")
            for visitor in [desk, auditor] {
                for (path, body) in Self.callsOfHeadquarters {
                    let answer = try await visitor.send(.post, path, body)
                    // A region disables accounts of its own offices; every other account is unknown to it.
                    let isHidden = visitor.token == desk.token && path.hasSuffix("/disable")
                    #expect(answer.status == (isHidden ? .notFound : .forbidden), "\(path): \(answer.text)")
                }
            }
            #expect(try await auditor.get("/v1/acts").rows("acts").count > 3)
            #expect(try await desk.get("/v1/accounts").rows("accounts").count == 1)
        }
    }

    private static let callsOfHeadquarters = [
        ("/v1/periods", #"{"period": "1400-H2"}"#), ("/v1/periods/1400-H1/publish", ""),
        ("/v1/periods/1400-H1/reopen", #"{"reason": "x"}"#), ("/v1/periods/1400-H1/rank", ""),
        ("/v1/accounts", #"{"name": "x", "person": "x", "role": "auditor"}"#),
        ("/v1/accounts/operator/disable", #"{"reason": "x"}"#),
        ("/v1/accounts/operator/tokens", #"{"label": "x", "expires_at": "2100-01-01T00:00:00Z"}"#),
    ]

    @Test("an unknown account in the path is not found")
    func unknownAccount() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.visitor()
            let token = #"{"label": "x", "expires_at": "2100-01-01T00:00:00Z"}"#
            for (path, body) in [("disable", #"{"reason": "x"}"#), ("enable", #"{"reason": "x"}"#), ("tokens", token)] {
                let answer = try await headquarters.send(.post, "/v1/accounts/nobody/\(path)", body)
                #expect(answer.status == .notFound && answer.code == "unknown_account", "\(path): \(answer.text)")
            }
        }
    }

    @Test("an account of a province sees its own offices, ranked but not published, and no other's")
    func scope() async throws {
        try await WebFixture.with { fixture in
            try await fixture.rank()
            let desk = try await fixture.provincialVisitor()
            let own = try await desk.get("/v1/periods/1400-H1/offices")
            #expect(try own.rows("offices").map { $0["code"] as? String } == ["G-1", "G-2"])
            #expect(own.headers[.cacheControl] == "private, no-cache")
            #expect(try await desk.get("/v1/periods/1400-H1/offices/T-1").status == .notFound)
            #expect(try await desk.get("/v1/periods/1400-H1/offices/G-1").status == .ok)
            #expect(try await desk.get("/v1/offices/T-1").status == .notFound)
            let office = try await desk.get("/v1/offices/G-1")
            #expect(office.status == .ok && office.text.contains("دارنده یک"))
            let all = try await fixture.visitor().get("/v1/periods/1400-H1/offices")
            #expect(try all.rows("offices").count == 3)
        }
    }

    @Test("a token is shown once: the same request again tells everything but the secret")
    func shownOnce() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.visitor()
            let body = #"{"label": "دبیرخانه", "expires_at": "2100-01-01T00:00:00Z"}"#
            let first = try await headquarters.send(.post, "/v1/accounts/operator/tokens", body, key: "t-1")
            let secret = try #require(try first.json["token"] as? String)
            #expect(first.status == .created)
            #expect(try await Visitor(fixture: fixture, token: secret).get("/v1/me").status == .ok)
            let again = try await headquarters.send(.post, "/v1/accounts/operator/tokens", body, key: "t-1")
            #expect(again.status == .created && again.headers[.idempotencyReplayed] == "true")
            #expect(!again.text.contains(secret))
            #expect(try again.json["number"] as? Int == first.json["number"] as? Int)
            #expect(try await !headquarters.get("/v1/tokens").text.contains(secret))
        }
    }
}
