import HTTPTypes
import HummingbirdTesting
import OfficeRanking
import Postgres
import Synchronization
import TestDatabase
import Testing

@testable import Web

@Suite("What happened to a half-year, over HTTP")
struct TimelineTests {
    @Test("a timeline has state, steps and acts of one moment, even during publishing")
    func oneMoment() async throws {
        try await WebFixture.with { fixture in
            try await fixture.rank()
            let headquarters = try await fixture.visitor()
            let text = Mutex("")
            _ = try await fixture.ranking.rank(firstHalf, dryRun: true) { piece in text.withLock { $0 += piece } }
            let other = try await PostgresConnection.connect(
                TestDatabase.patient(fixture.database.address()), logger: TestDatabase.logger)
            try await other.query("begin")
            try await other.query("lock table registry.act in access exclusive mode")
            async let asked = headquarters.get("/v1/periods/1400-H1/timeline")
            try await other.waiters(1)
            try await other.query("select ranking.act_as('operator')")
            try await other.query(
                "select ranking.publish_period('1400-H1', \(Array(text.withLock { $0 }.utf8)))")
            try await other.query("commit")
            let answer = try await asked
            let acts = try answer.rows("acts").map { $0["kind"] as? String }
            let steps = try answer.rows("steps").compactMap { $0["taken_at"] as? String }
            #expect(try answer.json["state"] as? String == "ranked")
            #expect(acts.last == "rank" && steps.count == 3, "\(answer.text)")
            let later = try await headquarters.get("/v1/periods/1400-H1/timeline")
            #expect(try later.json["state"] as? String == "published")
            #expect(try later.rows("acts").last?["kind"] as? String == "publish")
            await other.close()
        }
    }

    @Test("a timeline shows the obstacles of the next step only to accounts that read the facts of the country")
    func obstacles() async throws {
        try await WebFixture.with { fixture in
            try await fixture.ranking.adoptScheme(document: smallScheme)
            try await fixture.ranking.planPeriod(firstHalf)
            try await fixture.ranking.openPeriod(firstHalf, scheme: "small", version: 1)
            let shown = try await fixture.visitor().get("/v1/periods/1400-H1/timeline")
            #expect(try shown.rows("obstacles").map { $0["code"] as? String } == ["nobody_declared"])
            try await fixture.ranking.makeAccount(name: "gilan", person: "gilan", role: "provincial", provinces: ["01"])
            let ofProvince = try await fixture.visitor("gilan").get("/v1/periods/1400-H1/timeline")
            #expect(ofProvince.status == .ok, "\(ofProvince.text)")
            #expect(try ofProvince.json["obstacles"] == nil)
        }
    }
}

extension PostgresConnection {
    /// Returns when so many sessions wait for a lock in this database.
    fileprivate func waiters(_ count: Int) async throws {
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            let rows = try await query(
                """
                select count(*) from pg_locks l join pg_database d on d.oid = l.database
                where d.datname = current_database() and not l.granted
                """)
            if try rows[0].decode(Int.self) == count { return }
            guard .now < deadline else { throw CancellationError() }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
