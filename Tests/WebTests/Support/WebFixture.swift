import Foundation
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

    static func with<T: Sendable>(
        _ settings: WebSettings = WebSettings(), _ body: (WebFixture) async throws -> T
    ) async throws -> T {
        try await TestDatabase.with { database in
            let client = database.client()
            let ranking = RankingDatabase(client: client, logger: TestDatabase.logger)
            let fixture = WebFixture(
                database: database, ranking: ranking, service: WebService(database: ranking, settings: settings))
            do {
                let value = try await body(fixture)
                await client.close()
                return value
            } catch {
                await client.close()
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
