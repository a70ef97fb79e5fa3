import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("The record of acts")
struct RecordTests {
    @Test("every act leaves one row, in order, with its subject and its account")
    func acts() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            try await fixture.ranking.publishPeriod(Fixture.firstHalf)
            let acts = try await fixture.ranking.acts()
            #expect(
                acts.reversed().map(\.kind) == [
                    "adopt_scheme", "plan_period", "open_period", "import", "import", "import", "close_period", "rank",
                    "publish",
                ])
            #expect(acts.reversed().map(\.id) == Array(1...9))
            #expect(Set(acts.map(\.actor)) == ["operator"])
            let check = try await fixture.ranking.checkRecord()
            #expect(check.count == 9 && check.firstBroken == nil && check.head == acts[0].hash)
        }
    }

    @Test("nothing personal stands in the record of a correction")
    func personal() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            _ = try await fixture.ranking.setOffice(
                "G-1", ["manager_name": "شخص معین"], effectiveOn: Fixture.today, reason: "نامه", today: Fixture.today)
            let act = try #require(try await fixture.ranking.acts(limit: 1).first)
            #expect(act.kind == "correct_office" && act.reason == "نامه")
            #expect(act.detail.contains("manager_name") && !act.detail.contains("شخص"))
        }
    }

    @Test("a refused act leaves no row")
    func refused() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let before = try await fixture.ranking.checkRecord()
            try await fixture.take(.declarations, "office_code,staff\nG-1,x\n")
            await expectRefusal(.reasonIsRequired) {
                try await fixture.ranking.reopenPeriod(Fixture.firstHalf, reason: "")
            }
            #expect(try await fixture.ranking.checkRecord() == before)
        }
    }

    @Test(
        "whoever changes the record past the guards of the database is found out",
        arguments: [
            ("update registry.act set reason = 'x' where id = 3", 3),
            ("update registry.act set subject = '1401-H1' where id = 2", 2),
            ("update registry.act set recorded_at = recorded_at + interval '1 microsecond' where id = 4", 4),
            ("update registry.act set detail = detail || '{\"x\": 1}' where id = 5", 5),
            ("delete from registry.act where id = 4", 5), ("delete from registry.act where id = 7", 7),
            ("delete from registry.act", 7), ("update registry.act set id = 100 where id = 7", 100),
            ("update registry.act_head set hash = sha256('x')", 7), ("update registry.act_head set act_count = 6", 6),
            (
                """
                with forged as (select id, sha256(previous_hash || 'x') as hash from registry.act where id = 7)
                update registry.act a set hash = forged.hash from forged where a.id = forged.id
                """, 7
            ),
        ])
    func tampering(statement: String, found: Int) async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await fixture.close(Fixture.firstHalf)
            #expect(try await fixture.ranking.checkRecord().count == 7)
            try await fixture.administrator { connection in
                try await connection.query("set session_replication_role = replica")
                try await connection.query("\(unescaped: statement)")
            }
            #expect(try await fixture.ranking.checkRecord().firstBroken == found)
            #expect(try await fixture.ranking.checkRecord(partLength: 2).firstBroken == found)
        }
    }

    @Test("the chain is followed from any act on, in parts, and its own hash is told to whoever has kept it")
    func parts() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let hashes = try await fixture.ranking.acts().reversed().map(\.hash)
            let first = try await fixture.ranking.checkRecord(after: 0, length: 4)
            #expect(first.checkedUntil == 4 && first.next == 4 && first.hashBefore == nil && first.firstBroken == nil)
            let second = try await fixture.ranking.checkRecord(after: 4, length: 4)
            #expect(second.checkedUntil == 6 && second.next == nil && second.hashBefore == hashes[3])
            let end = try await fixture.ranking.checkRecord(after: 6, length: 1)
            #expect(end.firstBroken == nil && end.hashBefore == end.head && end.head == hashes[5])
            // Somebody has kept an act that is not there any more.
            #expect(try await fixture.ranking.checkRecord(after: 7, length: 1).firstBroken == 7)
            #expect(try await fixture.ranking.checkRecord(after: 100, length: 1).firstBroken == 7)
        }
    }
}
