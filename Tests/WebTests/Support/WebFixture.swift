import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase

@testable import Web

/// A database of its own with the service before it.
struct WebFixture: Sendable {
    let database: TestDatabase
    let ranking: RankingDatabase
    let service: WebService

    /// The account behind a token of this program.
    static let byToken: @Sendable (String, Authenticator) async throws -> Identity = { token, authenticator in
        try await authenticator.authenticate(token: token)
    }

    /// - Parameter proof: how the account behind a token is found.
    static func with<T: Sendable>(
        _ settings: WebSettings = WebSettings(), lockTimeout: Duration? = nil,
        proof: @escaping @Sendable (String, Authenticator) async throws -> Identity = byToken,
        publicQuestions: (@Sendable (inout PostgresConfiguration) -> Void)? = nil,
        _ body: (WebFixture) async throws -> T
    ) async throws -> T {
        try await TestDatabase.with { database in
            let client = database.client()
            var configuration = database.configuration()
            publicQuestions?(&configuration)
            let publicClient = PostgresClient(configuration: configuration, logger: TestDatabase.logger)
            let ranking = RankingDatabase(client: client, logger: TestDatabase.logger, lockTimeout: lockTimeout)
            let authenticator = Authenticator(client: client)
            let credentials = Credentials { try await proof($0, authenticator) }
            let publicRanking = RankingDatabase(client: publicClient, logger: TestDatabase.logger)
            let service = WebService(
                database: ranking, publicDatabase: publicQuestions == nil ? nil : publicRanking,
                credentials: credentials, settings: settings)
            let fixture = WebFixture(database: database, ranking: ranking, service: service)
            do {
                let value = try await body(fixture)
                await client.close()
                await publicClient.close()
                return value
            } catch {
                await client.close()
                await publicClient.close()
                throw error
            }
        }
    }

    /// One request, by the router alone.
    func get(
        _ uri: String, method: HTTPRequest.Method = .get, headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        try await Application(responder: service.responder(), logger: TestDatabase.logger).test(.router) { client in
            try await client.execute(uri: uri, method: method, headers: headers)
        }
    }
}

/// Requests of an account, by a token of its own.
struct Visitor {
    let fixture: WebFixture
    let token: String

    func get(_ uri: String, headers: HTTPFields = [:]) async throws -> TestResponse {
        try await fixture.get(uri, headers: headers.with(.authorization, "Bearer \(token)"))
    }

    /// A write with a key of its own unless one is given.
    func send(
        _ method: HTTPRequest.Method = .post, _ uri: String, _ body: String = "", key: String? = nil,
        type: String = "application/json", headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        let headers = headers.with(.authorization, "Bearer \(token)")
            .with(.idempotencyKey, key ?? UUID().uuidString).with(.contentType, type)
        let application = Application(responder: fixture.service.responder(), logger: TestDatabase.logger)
        return try await application.test(.router) { client in
            try await client.execute(uri: uri, method: method, headers: headers, body: ByteBuffer(string: body))
        }
    }
}

extension WebFixture {
    /// The headquarters' own account unless another is named.
    func visitor(_ account: String = "operator") async throws -> Visitor {
        let token = try await ranking.issueToken(
            for: account, label: "test", expiresAt: Date(timeIntervalSinceNow: 86_400))
        return Visitor(fixture: self, token: token.secret.text)
    }

    func provincialVisitor(_ name: String = "gilan.desk", province: String = "01") async throws -> Visitor {
        try await ranking.makeAccount(name: name, person: name, role: "provincial", provinces: [province])
        return try await visitor(name)
    }
}

extension HTTPFields {
    func with(_ name: HTTPField.Name, _ value: String) -> HTTPFields {
        var fields = self
        fields[name] = value
        return fields
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }

    var json: [String: Any] {
        get throws {
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
        }
    }

    /// The stable word of a problem.
    var code: String? { try? json["code"] as? String }

    func rows(_ key: String) throws -> [[String: Any]] {
        try json[key] as? [[String: Any]] ?? []
    }
}

let firstHalf = halfYear("1400-H1")
let secondHalf = halfYear("1400-H2")

func halfYear(_ text: String) -> HalfYear {
    guard let value = HalfYear(text) else { preconditionFailure("\(text) is no half-year") }
    return value
}

func day(_ text: String) -> Day {
    guard let date = JalaliDate(text) else { preconditionFailure("\(text) is no day") }
    return date.dayNumber
}
