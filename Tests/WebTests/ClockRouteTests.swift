import HTTPTypes
import HummingbirdTesting
import Postgres
import RankingRules
import TestDatabase
import Testing

@testable import OfficeRanking
@testable import Web

@Suite("Due steps taken over HTTP, where no daemon keeps the clock")
struct ClockRouteTests {
    @Test("a request takes the due steps once; a step that fails gives its reason and delays no other half-year")
    func taken() async throws {
        try await WebFixture.with { fixture in
            let headquarters = try await fixture.visitor()
            try await fixture.planWithDays()
            try await fixture.database.execute(silenceOverruled("1399-H2"))
            let first = try await headquarters.send(.post, "/v1/clock", key: "k")
            #expect(first.status == .ok, "\(first.text)")
            let steps = try first.rows("steps").map { row in
                ["period", "step", "standing"].compactMap { row[$0] as? String }.joined(separator: " ")
            }
            #expect(steps == ["1399-H2 opens taken", "1400-H1 opens taken", "1399-H2 closes failing"])
            let error = try first.rows("steps").last?["error"] as? [String: String]
            #expect(error?["en"]?.contains("3 ≠ 2") == true && error?["fa"]?.isEmpty == false)
            #expect(try first.json["next_instant"] as? String != nil)
            #expect(try await fixture.ranking.failedSteps().map(\.step) == [.closes])
            #expect(try await fixture.ranking.period(halfYear("1399-H2")).state == .open)
            let acts = try await fixture.ranking.acts(limit: 500).count
            let again = try await headquarters.send(.post, "/v1/clock", key: "k")
            #expect(again.text == first.text && again.headers[.idempotencyReplayed] == "true")
            #expect(try await headquarters.send(.post, "/v1/clock").rows("steps").isEmpty)
            #expect(try await fixture.ranking.acts(limit: 500).count == acts)
        }
    }

    @Test("an account without the permission for the clock is refused even if nothing is due")
    func refused() async throws {
        try await WebFixture.with { fixture in
            try await fixture.ranking.makeAccount(name: "auditor.desk", person: "one", role: "auditor")
            let province = try await fixture.provincialVisitor().send(.post, "/v1/clock")
            #expect(province.status == .forbidden && province.code == "not_allowed", "\(province.text)")
            let auditor = try await fixture.visitor("auditor.desk").send(.post, "/v1/clock")
            #expect(auditor.status == .forbidden && auditor.code == "permission_missing", "\(auditor.text)")
        }
    }
}

extension WebFixture {
    /// Two half-years of the small scheme that are due to open, the earlier one also to close, which is refused.
    fileprivate func planWithDays() async throws {
        try await ranking.adoptScheme(document: smallScheme)
        let scheme = SchemeVersion(code: "small", version: 1)
        let days: [(String, [PeriodStep: Day?])] = [
            ("1399-H2", [.opens: day("1399-07-01"), .closes: day("1399-07-20")]),
            ("1400-H1", [.opens: day("1400-01-01"), .closes: day("1450-01-01")]),
        ]
        for (period, days) in days {
            try await ranking.planPeriod(halfYear(period))
            let change = ScheduleChange(days: days, scheme: scheme, allowPast: true)
            try await ranking.schedulePeriod(halfYear(period), change, reason: "days of 1400")
        }
        let connection = try await PostgresConnection.connect(
            PostgresConfiguration(connectionString: database.address()), logger: TestDatabase.logger)
        try await connection.execute(
            script: """
                create function public.refuse_census() returns trigger language plpgsql as $$
                begin raise exception using errcode = 'RK401', message = 'totals_do_not_reconcile', detail = '3 ≠ 2'; end $$;
                create trigger refuse_census before insert on registry.census
                    for each statement execute function public.refuse_census()
                """)
        await connection.close()
    }
}
