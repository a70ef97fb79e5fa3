import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import Postgres
import TestDatabase
import Testing

@testable import Web

@Suite("What a run would give, over HTTP")
struct DryRunTests {
    private static let path = "/v1/periods/1400-H1/rank"
    private static let dry = #"{"dry_run": true}"#

    @Test("an auditor makes a dry run, which stores no run and no act, but not a run")
    func auditor() async throws {
        try await WebFixture.with { fixture in
            let auditor = try await fixture.auditor()
            let acts = try await fixture.ranking.acts(limit: 500).count
            let answer = try await auditor.send(.post, Self.path, Self.dry)
            #expect(answer.status == .ok, "\(answer.text)")
            #expect(try answer.json["effect"] as? String == "dry_run" && answer.json["offices"] as? Int == 3)
            let digest = try await fixture.ranking.period(firstHalf).digest
            #expect(try answer.json["digest"] as? String == digest)
            #expect(try await auditor.send(.post, Self.path).code == "permission_missing")
            #expect(try await fixture.ranking.acts(limit: 500).count == acts)
            #expect(try await fixture.number("select count(*) from registry.run") == 1)
        }
    }

    @Test("a dry run does not wait for changes of its period, and an account makes one at a time")
    func locks() async throws {
        try await WebFixture.with { fixture in
            let auditor = try await fixture.auditor()
            let other = try await PostgresConnection.connect(
                PostgresConfiguration(connectionString: fixture.database.address()), logger: TestDatabase.logger)
            try await other.execute(script: "begin; lock table registry.evaluation_period in exclusive mode")
            #expect(try await auditor.send(.post, Self.path, Self.dry).status == .ok)
            try await other.query(
                """
                select pg_advisory_xact_lock(hashtext('registry.dry_run'), id) from registry.account
                where name = 'auditor'
                """
            )
            let second = try await auditor.send(.post, Self.path, Self.dry)
            #expect(second.status == .conflict && second.code == "another_run_is_under_way")
            let headquarters = try await fixture.visitor()
            #expect(try await headquarters.send(.post, Self.path, Self.dry).status == .ok)
            try await other.execute(script: "rollback")
            #expect(try await auditor.send(.post, Self.path, Self.dry).status == .ok)
            await other.close()
        }
    }
}

extension WebFixture {
    /// After a run of the first half-year.
    fileprivate func auditor() async throws -> Visitor {
        try await rank()
        try await ranking.makeAccount(name: "auditor", person: "auditor", role: "auditor")
        return try await visitor("auditor")
    }

    /// One number, asked by the superuser.
    fileprivate func number(_ query: PostgresQuery) async throws -> Int {
        let connection = try await PostgresConnection.connect(
            PostgresConfiguration(connectionString: database.address()), logger: TestDatabase.logger)
        let number = try await connection.query(query)[0].decode(Int.self)
        await connection.close()
        return number
    }
}
