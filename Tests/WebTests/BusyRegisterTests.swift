import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import Postgres
import TestDatabase
import Testing

@testable import Web

@Suite("Requests that wait for others")
struct BusyRegisterTests {
    @Test("a correction and a contract of a locked office get 503 in time and change nothing")
    func heldOffice() async throws {
        try await WebFixture.with(lockTimeout: .milliseconds(100)) { fixture in
            try await fixture.take(.offices, WebFixture.offices)
            let headquarters = try await fixture.visitor()
            let acts = try await fixture.ranking.acts().count
            try await fixture.holding("select 1 from registry.office for update") {
                let corrected = try await headquarters.send(
                    .patch, "/v1/offices/G-1", #"{"values": {"staff_count": "3"}, "reason": "x"}"#)
                let registered = try await headquarters.send(
                    .post, "/v1/contracts", #"{"office": "G-1", "service": "1001"}"#)
                for answer in [corrected, registered] {
                    #expect(answer.status == .serviceUnavailable && answer.code == "others_are_under_way")
                    #expect(answer.headers[.retryAfter] != nil)
                    #expect(try answer.json["title"] as? String != answer.json["title_en"] as? String)
                }
            }
            #expect(try await fixture.ranking.acts().count == acts)
            let again = try await headquarters.send(
                .patch, "/v1/offices/G-1", #"{"values": {"staff_count": "3"}, "reason": "x"}"#)
            #expect(again.status == .ok)
        }
    }

    @Test("the days of a period get 503 in time while it is closed or ranked, and can be set during imports")
    func heldPeriod() async throws {
        try await WebFixture.with(lockTimeout: .milliseconds(100)) { fixture in
            try await fixture.ranking.planPeriod(firstHalf)
            let headquarters = try await fixture.visitor()
            let dates = #"{"publishes": "1450-08-01"}"#
            try await fixture.holding("select 1 from registry.evaluation_period for no key update") {
                let refused = try await headquarters.send(.patch, "/v1/periods/1400-H1/dates", dates)
                #expect(
                    refused.status == .serviceUnavailable && refused.code == "others_are_under_way", "\(refused.text)")
            }
            try await fixture.holding("select 1 from registry.evaluation_period for share") {
                let dated = try await headquarters.send(.patch, "/v1/periods/1400-H1/dates", dates)
                #expect(dated.status == .ok, "\(dated.text)")
            }
        }
    }
}

extension WebFixture {
    /// Runs the body while another session holds what a statement locks.
    fileprivate func holding(_ statement: PostgresQuery, _ body: () async throws -> Void) async throws {
        let connection = try await PostgresConnection.connect(
            TestDatabase.patient(database.address()), logger: TestDatabase.logger)
        do {
            try await connection.query("begin")
            try await connection.query(statement)
            try await body()
            try await connection.query("rollback")
        } catch {
            await connection.close()
            throw error
        }
        await connection.close()
    }
}
