import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import RankingRules
import TestDatabase
import Testing

@testable import OfficeRanking
@testable import Web

@Suite("Who may do what, on every route")
struct AccessMatrixTests {
    @Test("every route has its row in the matrix, and every row its route")
    func complete() async throws {
        try await WebFixture.with { fixture in
            let routes = Set(fixture.service.routes.map { "\($0.method.rawValue) \($0.path)" })
            #expect(routes == Set(AccessTable.questions.map { "\($0.method.rawValue) \($0.path)" }))
        }
    }

    @Test("every role has an account in the matrix")
    func everyRole() async throws {
        try await WebFixture.with { fixture in
            let made = AccessRole.allCases.compactMap { $0.made?.role }
            let roles = try await fixture.ranking.roles().map(\.name)
            #expect(Set(roles) == Set(made + ["headquarters", "system", "public"]))
        }
    }

    @Test("each role gets exactly the access of the matrix, on every route", arguments: AccessRole.allCases)
    func roles(role: AccessRole) async throws {
        try await WebFixture.with(proof: Self.proof) { fixture in
            let imports = try await fixture.prepareMatrix()
            let visitor = try await fixture.visitor(as: role)
            for question in AccessTable.questions {
                let uri = question.uri.replacing("{import}", with: "\(imports.first)")
                    .replacing("{own}", with: "\(imports.own)")
                let answer =
                    question.method == .get
                    ? try await visitor.get(uri)
                    : try await visitor.send(question.method, uri, question.body, type: question.type)
                let expected = try #require(question.answers[role])
                #expect(
                    AccessOutcome.of(answer, like: expected) == expected,
                    "\(role) \(question.method) \(uri): \(answer.status.code) \(answer.text.prefix(400))")
            }
        }
    }

    /// A token of this program, an outside identity such as `desk-7`, a token of its issuer that is over or forged, or
    /// an account that is taken for granted.
    private static let proof: @Sendable (String, Authenticator) async throws -> Identity = { token, authenticator in
        if token.hasPrefix("desk-") {
            return try await authenticator.authenticate(issuer: "https://id.example", subject: token)
        }
        if token == "issuer-expired" { throw RankingError.tokenExpired }
        if token == "issuer-forged" { throw RankingError.tokenUnknown }
        guard let role = AccessRole(rawValue: token) else { return try await authenticator.authenticate(token: token) }
        return Identity(account: role.account, role: "", agency: nil, token: nil)
    }

    @Test("the accounts of the system and the public get no token or identity, and others not their roles")
    func fixedAccounts() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.visitor()
            for (account, role) in [("clock", "system"), ("public", "public")] {
                let token = try await headquarters.send(
                    .post, "/v1/accounts/\(account)/tokens", #"{"label": "x", "expires_at": "2100-01-01T00:00:00Z"}"#)
                #expect(token.status == .forbidden && token.code == "account_is_fixed")
                let identity = try await headquarters.send(
                    .post, "/v1/identities",
                    #"{"issuer": "https://id.example", "subject": "s", "account": "\#(account)"}"#)
                #expect(identity.status == .forbidden && identity.code == "account_is_fixed")
                let made = try await headquarters.send(
                    .post, "/v1/accounts", #"{"name": "new", "person": "new", "role": "\#(role)"}"#)
                #expect(made.code == "unknown_role", "\(made.text)")
            }
        }
    }

    @Test("an invalid credential is refused on every route of accounts, and ignored on every public route")
    func credentials() async throws {
        try await WebFixture.with(proof: Self.proof) { fixture in
            _ = try await fixture.prepareMatrix()
            let spent = try await fixture.spentCredentials()
            let application = Application(responder: fixture.service.responder(), logger: TestDatabase.logger)
            try await application.test(.router) { client in
                for question in AccessTable.questions {
                    for (header, code) in spent {
                        var headers: HTTPFields = [.idempotencyKey: UUID().uuidString, .contentType: question.type]
                        headers[.authorization] = header
                        let uri = question.uri.replacing(/\{(import|own)\}/, with: "1")
                        let answer = try await client.execute(
                            uri: uri, method: question.method, headers: headers,
                            body: ByteBuffer(string: question.body))
                        if question.isOpen {
                            #expect(answer.status == .ok, "\(uri) \(code)")
                        } else if question.needsNoAccount {
                            #expect(["login_refused", "invitation_unknown"].contains(answer.code), "\(uri) \(code)")
                        } else {
                            #expect(answer.status == .unauthorized && answer.code == code, "\(uri) \(answer.text)")
                            #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
                        }
                    }
                }
            }
        }
    }
}

extension WebFixture {
    /// - Returns: the numbers of two imports that left a row out: of the headquarters, and of the province's account.
    fileprivate func prepareMatrix() async throws -> (first: Int, own: Int) {
        try await rank(halfYear("1399-H2"))
        try await publish()
        for period in ["1400-H2", "1401-H1"] { try await ranking.planPeriod(halfYear(period)) }
        try await ranking.openPeriod(halfYear("1401-H1"), scheme: "small", version: 1)
        try await take(.agencies, "code,title,effective_on\nA1,یک,1390/01/01\nA2,دو,1390/01/01\n")
        try await take(.services, Self.services)
        try await take(.delegations, Self.delegations)
        try await take(.declarations, "office_code,staff\nG-1,7\nX-9,7\n", halfYear("1401-H1"), acceptsValid: true)
        try await take(
            .mouTargets, "agency_code,sub_indicator,year,first_year,target\nA1,1/8,1400,,5\nA2,1/8,1400,,5\n")
        _ = try await ranking.publishIndicator(of: "A2", year: 1400, cutOff: nil)
        try await prepareWorkList()
        for role in AccessRole.allCases {
            guard let (name, provinces, agency, offices) = role.made else { continue }
            try await ranking.makeAccount(
                name: role.account, person: role.account, role: name, provinces: provinces, agency: agency,
                offices: offices)
        }
        _ = try await ranking.acting(as: AccessRole.committee.account).openCase(
            office: "G-1", number: "1399/1", kind: "overcharging", on: day("1400-01-15"), text: "x")
        try await ranking.makeAccount(name: "spare", person: "four", role: "auditor")
        for label in ["to be rotated", "to be revoked"] {
            _ = try await ranking.issueToken(for: "spare", label: label, expiresAt: .now + 86_400)
        }
        let taken = try await visitor().send(
            .post, "/v1/imports?kind=offices", Self.offices, key: "of-the-operator", type: "text/csv")
        try #require(taken.status == .ok, "\(taken.text)")
        let first = try #require(try await ranking.refusedImports().first?.id)
        try await take(
            .declarations, "office_code,staff\nG-2,7\nX-8,7\n", halfYear("1401-H1"), acceptsValid: true,
            as: "gilan.desk")
        let own = try #require(try await ranking.refusedImports().first { $0.id != first }?.id)
        try await prepareEvidence()
        try await database.execute(obstaclesOverruled("1401-H1") + obstaclesOverruled("1399-H2", step: "publish"))
        return (first, own)
    }

    /// Of G-1 and then of T-1, for a scheme that no half-year has.
    private func prepareEvidence() async throws {
        try await ranking.adoptScheme(
            document: smallScheme.replacing("code: small\n", with: "code: proven\n").replacing(
                "changeable: yes\n", with: "changeable: yes\n        evidence: {required: yes, kinds: [lease]}\n"))
        for office in ["G-1", "T-1"] {
            _ = try await ranking.addEvidence(
                EvidenceFile(
                    criterion: "staff", kind: "lease", issuedOn: day("1400-01-31"), fileName: "a.pdf",
                    bytes: Array("%PDF-\(office)".utf8)), to: office, isScanned: false)
        }
    }

    /// What two closed offices have to hand over, one in each province and of each agency.
    private func prepareWorkList() async throws {
        func offices(_ state: String) -> String {
            let lines = [("G-8", "گیلان,رشت,رشت", 8), ("T-8", "تهران,تهران,تهران", 9)].map { code, place, holder in
                "\(code),urban,\(place),\(legalID(holder)),دارنده \(code),پ-\(code),1395/01/01,,\(state)\n"
            }
            return "code,kind,province,county,locality,holder_national_id,holder_name,licence_number,licensed_on,"
                + "expires_on,state,effective_on\n" + lines.joined()
        }
        try await take(.offices, offices("active,1395/01/01"))
        let since = "1399/05/01"
        try await take(
            .contracts,
            "office_code,service_code,registered_on\nG-8,1001,\(since)\nT-8,2001,\(since)\nG-2,2001,\(since)\n")
        try await take(.offices, offices("closed,1402/01/01"))
    }

    fileprivate func visitor(as role: AccessRole) async throws -> Visitor {
        switch role {
        case .system, .everybody: return Visitor(fixture: self, token: role.rawValue)
        case .identity:
            try await ranking.linkIdentity(issuer: "https://id.example", subject: "desk-7", to: role.account)
            return Visitor(fixture: self, token: "desk-7")
        default: return try await visitor(role.account)
        }
    }

    /// Headers that open nothing, with the code of their refusal.
    fileprivate func spentCredentials() async throws -> [(header: String?, code: String)] {
        let revoked = try await ranking.issueToken(for: "spare", label: "revoked", expiresAt: .now + 86_400)
        try await ranking.revokeToken(revoked.number)
        let expired = try await ranking.issueToken(for: "spare", label: "expired", expiresAt: .now + 15)
        try await ranking.makeAccount(name: "left", person: "five", role: "auditor")
        let disabled = try await ranking.issueToken(for: "left", label: "disabled", expiresAt: .now + 86_400)
        try await ranking.linkIdentity(issuer: "https://id.example", subject: "desk-left", to: "left")
        try await ranking.disableAccount("left", reason: "رفت")
        try await ranking.makeAccount(name: "second", person: "six", role: "headquarters")
        _ = try await ranking.issueToken(for: "second", label: "first", expiresAt: .now + 86_400)
        let waiting = try await ranking.issueToken(for: "second", label: "waiting", expiresAt: .now + 86_400)
        try await ranking.linkIdentity(issuer: "https://id.example", subject: "desk-second", to: "second")
        let wrong = revoked.secret.text.replacing("pishkhan_\(revoked.number)_", with: "pishkhan_1_")
        while Date() < expired.expiresAt { try await Task.sleep(for: .milliseconds(20)) }
        return [
            (nil, "credentials_missing"), ("Basic b3BlcmF0b3I6eA==", "credentials_missing"),
            ("Bearer \(wrong)", "token_unknown"), ("Bearer x", "token_unknown"),
            ("Bearer \(expired.secret.text)", "token_expired"), ("Bearer \(revoked.secret.text)", "token_revoked"),
            ("Bearer \(disabled.secret.text)", "account_disabled"),
            ("Bearer \(waiting.secret.text)", "proof_not_confirmed"), ("Bearer desk-second", "proof_not_confirmed"),
            ("Bearer desk-left", "account_disabled"), ("Bearer desk-nobody", "identity_unknown"),
            ("Bearer issuer-expired", "token_expired"), ("Bearer issuer-forged", "token_unknown"),
        ]
    }

    private static let services = """
        code,title,agency_code,is_sovereign,is_delegable,effective_on
        1001,خدمت یک,A1,خیر,بله,1390/01/01
        2001,خدمت دو,A2,خیر,بله,1390/01/01

        """

    private static let delegations = """
        service_code,mou_number,mou_on,valid_from,withdrawn_on,area,places,confirmed_on
        1001,M-1,1399/01/01,1399/01/01,,country,,1399/02/01
        2001,M-2,1399/01/01,1399/01/01,,country,,1399/02/01

        """
}
