import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

private let numberless = "alter table registry.act drop constraint act_is_numbered_from_one;"
private let others =
    "kind, actor_id, account_name, person, role, recorded_at, subject, reason, detail, previous_hash, hash"

@Suite("The record of acts")
struct RecordTests {
    @Test("every act has one row in the record, in order, with its account")
    func acts() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            try await fixture.ranking.publishPeriod(Fixture.firstHalf)
            let acts = try await fixture.ranking.acts()
            #expect(
                acts.reversed().map(\.kind) == [
                    "propose_scheme", "confirm_scheme", "plan_period", "open_period", "import", "import", "import",
                    "close_period", "rank", "publish",
                ])
            #expect(acts.reversed().map(\.id) == Array(1...10))
            #expect(Set(acts.map(\.actor)) == ["operator", confirmer])
            let check = try await fixture.ranking.checkRecord()
            #expect(check.count == 10 && check.firstBroken == nil && check.head == acts[0].hash)
        }
    }

    @Test("the record of a correction holds no personal data")
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

    @Test("a refused act leaves no row in the record")
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
        "a change to the record that bypasses the guards of the database is detected",
        arguments: [
            ("update registry.act set reason = 'x' where id = 3", 3),
            ("update registry.act set subject = '1401-H1' where id = 2", 2),
            ("update registry.act set recorded_at = recorded_at + interval '1 microsecond' where id = 4", 4),
            ("update registry.act set detail = detail || '{\"x\": 1}' where id = 5", 5),
            ("delete from registry.act where id = 4", 4), ("delete from registry.act where id = 7", 7),
            ("delete from registry.act", 1), ("update registry.act set id = 100 where id = 7", 7),
            ("update registry.act set id = 100 where id = 3", 3),
            ("update registry.act_head set hash = sha256('x')", 8), ("update registry.act_head set act_count = 6", 7),
            ("update registry.act_head set act_count = 12", 9),
            ("update registry.act set account_name = 'clock' where id = 4", 4),
            ("update registry.act set role = 'auditor' where id = 5", 5),
            ("update registry.account set name = 'another' where name = 'operator'", 1),
            ("update registry.account set person = 'another' where name = 'operator'", 1),
            (
                "alter table registry.act drop constraint instants_are_of_the_calendar; "
                    + "update registry.act set recorded_at = '0044-03-15 12:00:00+00 BC' where id = 6", 6
            ),
            (
                "alter table registry.act drop constraint act_instant_is_finite, "
                    + "drop constraint instants_are_of_the_calendar; "
                    + "update registry.act set recorded_at = 'infinity' where id = 6", 6
            ),
            ("\(numberless) insert into registry.act select 0, \(others) from registry.act where id = 3", 0),
            ("\(numberless) insert into registry.act select -7, \(others) from registry.act where id = 3", -7),
            ("\(numberless) update registry.act set id = -id where id = 2", -2),
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
            #expect(try await fixture.ranking.checkRecord().count == 8)
            try await fixture.administrator { connection in
                try await connection.query("set session_replication_role = replica")
                try await connection.execute(script: statement)
            }
            let reader = fixture.ranking.acting(as: statement.contains("set name = 'another'") ? "another" : "operator")
            #expect(try await reader.checkRecord().firstBroken == found)
            #expect(try await reader.checkRecord(partLength: 2).firstBroken == found)
        }
    }

    @Test("the hash of an act depends on its instant and era, and not on the time zone")
    func chained() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await fixture.administrator { connection in
                // The same act of two eras is two acts, and an instant is the same in every zone.
                let hashes = try await connection.query(
                    """
                    with one as (select a from registry.act a where id = 1), era as (
                        select jsonb_populate_record((select a from one), '{"recorded_at": "0044-03-15T12:00:00 BC"}') a
                        union all
                        select jsonb_populate_record((select a from one), '{"recorded_at": "0044-03-15T12:00:00"}')
                    )
                    select count(distinct registry.act_hash(a)) from era
                    """)[0].decode(Int.self)
                #expect(hashes == 2)
                try await connection.query("set timezone = 'Asia/Tehran'")
                let zoned = try await connection.query(
                    "select bool_and(registry.act_hash(a) = a.hash) from registry.act a")[0].decode(Bool.self)
                #expect(zoned)
            }
        }
    }

    @Test("a checkpoint keeps agreeing with its own record, and never agrees with a rewritten one")
    func checkpoints() async throws {
        try await Fixture.with { fixture in
            let none = try await fixture.ranking.checkRecord().checkpoint
            try await fixture.openWithOffices()
            let kept = try await fixture.ranking.checkRecord().checkpoint
            try await fixture.close(Fixture.firstHalf)
            for known in [none, kept] {
                #expect(RecordCheckpoint("\(known)") == known)
                #expect(try await fixture.ranking.checkRecord(against: known).agrees == true)
            }
            let wrong = RecordCheckpoint(count: kept.count - 1, hash: kept.hash)
            let ahead = RecordCheckpoint(count: 100, hash: kept.hash)
            for other in [wrong, ahead] {
                let check = try await fixture.ranking.checkRecord(against: other)
                #expect(check.agrees == false && check.firstBroken == nil && !check.holds)
            }
            // Whoever rewrites the whole chain makes one that holds in itself.
            try await fixture.administrator { try await $0.execute(script: rewritten) }
            let check = try await fixture.ranking.checkRecord(partLength: 2, against: kept)
            #expect(check.firstBroken == nil && check.agrees == false)
        }
    }

    @Test("the record's chain can be checked in parts from any act on")
    func parts() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let hashes = try await fixture.ranking.acts().reversed().map(\.hash)
            let first = try await fixture.ranking.checkRecord(after: 0, length: 4)
            #expect(first.checkedUntil == 4 && first.next == 4 && first.hashBefore == nil && first.firstBroken == nil)
            let second = try await fixture.ranking.checkRecord(after: 4, length: 4)
            #expect(second.checkedUntil == 7 && second.next == nil && second.hashBefore == hashes[3])
            let end = try await fixture.ranking.checkRecord(after: 7, length: 1)
            #expect(end.firstBroken == nil && end.hashBefore == end.head && end.head == hashes[6])
            // Somebody has kept an act that is not there any more.
            #expect(try await fixture.ranking.checkRecord(after: 8, length: 1).firstBroken == 8)
            #expect(try await fixture.ranking.checkRecord(after: 100, length: 1).firstBroken == 8)
        }
    }
}

/// The second act has another reason, and every later link follows it.
private let rewritten = """
    set session_replication_role = replica;
    do $$
    declare
        a registry.act;
        before bytea := sha256('');
    begin
        for a in select * from registry.act order by id loop
            if a.id = 2 then a.reason := 'another'; end if;
            a.previous_hash := before;
            before := registry.act_hash(a);
            update registry.act o set reason = a.reason, previous_hash = a.previous_hash, hash = before where o.id = a.id;
        end loop;
        update registry.act_head set hash = before;
    end
    $$;
    """
