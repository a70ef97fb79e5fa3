import Postgres
import RankingRules
import Synchronization
import TestDatabase
import Testing

@testable import OfficeRanking

@Suite("A run of a period")
struct RunTests {
    private let period = Fixture.firstHalf

    @Test("the canonical text made by SQL from the stored rows has the digest of the run")
    func canonicalText() async throws {
        let seed = printedSeed()
        try await Fixture.with { fixture in
            _ = try await fixture.openRandomPeriod(offices: 60, seed: seed)
            let written = Mutex("")
            try await fixture.close(period)
            let outcome = try await fixture.ranking.rank(
                period,
                canonicalText: { text in
                    written.withLock { $0 += text }
                })
            let (stored, digest) = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    with made as (\(unescaped: canonicalTextFromRows))
                    select text, encode(sha256(convert_to(text, 'UTF8')), 'hex') from made
                    """)[0].decode((String, String).self)
            }
            #expect(stored == written.withLock { $0 })
            #expect(digest == outcome.digest)
            #expect(try await fixture.ranking.period(period).digest == digest)
        }
    }

    @Test("a second run of the same facts stores nothing, reports no change and leaves no act")
    func again() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            let before = try await fixture.fingerprint()
            guard case .unchanged = try await fixture.ranking.rank(period).effect else {
                Issue.record("a second run was stored")
                return
            }
            #expect(try await fixture.fingerprint() == before)
        }
    }

    @Test("a run's counts are those of its stored results")
    func counts() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let outcome = try await fixture.closeAndRank()
            #expect(outcome.counts.offices == 3)
            #expect(outcome.counts[2, .earned] == 2 && outcome.counts[3, .defaulted] == 1)
            #expect(outcome.counts.standings == [.ranked: 3])
            #expect(try await fixture.places() == ["G-1": "2 earned", "T-1": "2 earned", "G-2": "3 defaulted"])
        }
    }

    @Test("a dry run stores nothing and lists what would change since the run that a reopening superseded")
    func dryRun() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await fixture.close(period)
            let closed = try await fixture.fingerprint()
            let first = try await fixture.ranking.rank(period, dryRun: true)
            #expect(first.effect == .dryRun && first.changes.isEmpty && first.counts.offices == 3)
            #expect(try await fixture.fingerprint() == closed)
            _ = try await fixture.ranking.rank(period)
            try await fixture.ranking.reopenPeriod(period, reason: "اصلاح")
            await expectRefusal(.wrongPeriodState(change: "open → ranked")) {
                try await fixture.ranking.rank(period, dryRun: true)
            }
            try await fixture.take(.declarations, "office_code,staff\nG-1,9\nG-2,1\n")
            try await fixture.take(.offices, OfficeLine.file(.init(code: "A-9")))
            try await fixture.close(period)
            let again = try await fixture.fingerprint()
            let second = try await fixture.ranking.rank(period, dryRun: true)
            #expect(
                second.changes == [
                    RankChange(office: "A-9", before: .notListed, after: .ranked(3, .defaulted)),
                    RankChange(office: "G-1", before: .ranked(2, .earned), after: .ranked(1, .earned)),
                    RankChange(office: "G-2", before: .ranked(3, .defaulted), after: .ranked(3, .earned)),
                ])
            #expect(try await fixture.fingerprint() == again)
            #expect(try await fixture.ranking.rank(period).digest == second.digest)
        }
    }

    @Test(
        "results that do not cover the census exactly once are refused, and the difference is named",
        arguments: [
            ("where code <> 'G-2'", "01: 2 ≠ 1, Σ: 3 ≠ 2"), ("where false", "01: 2 ≠ 0, 23: 1 ≠ 0, Σ: 3 ≠ 0"),
            ("where code <> 'T-1'", "23: 1 ≠ 0, Σ: 3 ≠ 2"),
            ("cross join generate_series(1, 2) twice where code = 'G-1' or twice = 1", "01: 2 ≠ 1, Σ: 3 ≠ 2"),
            ("cross join generate_series(1, 2) twice where code = 'G-1'", "01: 2 ≠ 0, 23: 1 ≠ 0, Σ: 3 ≠ 0"),
        ])
    func reconciliation(rows: String, difference: String) async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            let refused = try await detail {
                try await fixture.application(as: "operator") { try await store($0, rows: rows) }
            }
            #expect(refused == "RK401 \(difference)")
            #expect(try await fixture.number("select count(*) from registry.run") == 1)
        }
    }

    @Test("results for an office that the census does not list are refused")
    func foreignOffice() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-9")))
            let office = try await fixture.number("select id from registry.office where code = 'G-9'")
            let refused = try await detail {
                try await fixture.application(as: "operator") { connection in
                    try await store(connection, rows: "", extra: "union all \(staged("\(office)")) where code = 'G-1'")
                }
            }
            #expect(refused == "RK401 -: 0 ≠ 1, Σ: 3 ≠ 4")
        }
    }

    @Test("results staged by another transaction are not stored")
    func foreignRows() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            try await fixture.administrator { connection in
                try await connection.query("insert into staging.assessment_row \(unescaped: staged("office_id"))")
            }
            let refused = try await detail {
                try await fixture.application(as: "operator") { connection in
                    try await connection.query(
                        """
                        select ranking.store_run('1400-H1', \(runKey)::uuid,
                            (select census_id from ranking.period), repeat('0', 64))
                        """)
                }
            }
            #expect(refused == "RK401 01: 2 ≠ 0, 23: 1 ≠ 0, Σ: 3 ≠ 0")
        }
    }

    private func detail(_ body: () async throws -> some Sendable) async throws -> String {
        do {
            _ = try await body()
            return "accepted"
        } catch let error as PostgresError {
            return "\(error.sqlState ?? "") \(error.detail ?? "")"
        }
    }

    /// Stages results as a run does, from those that are stored, and stores them.
    private func store(_ connection: PostgresConnection, rows: String, extra: String = "") async throws {
        let columns = stagedColumns.joined(separator: ", ")
        try await connection.query("select ranking.begin_run('1400-H1')")
        try await connection.query(
            "insert into staging.assessment_row (\(unescaped: columns)) \(unescaped: staged("office_id") + rows + " " + extra)"
        )
        try await connection.query(
            """
            select ranking.store_run('1400-H1', \(runKey)::uuid, (select census_id from ranking.period),
                repeat('0', 64))
            """)
    }

    private func staged(_ office: String) -> String {
        let columns = stagedColumns.dropFirst(2).joined(separator: ", ")
        return "select '\(runKey)'::uuid, \(office), \(columns) from ranking.assessment "
    }

    private let runKey = "8b4e0f4e-0000-4000-8000-000000000002"

    private let stagedColumns = [
        "run_key", "office_id", "standing", "rank_origin", "rank", "rank_before_caps", "total", "penalty",
        "full_maximum", "available_maximum", "value", "points", "line_state", "group_points", "penalty_decision",
        "penalty_kind", "penalty_occurrence", "penalty_points",
    ]
}

/// The canonical text of the one ranked period, from the tables alone.
private let canonicalTextFromRows = """
    select E'pishkhan-ranking\\t1\\nperiod\\t1400-H1\\tcensus\\t1400-06-31\\nscheme\\t' || s.code || E'\\t' || s.version
        || E'\\t' || s.hash || E'\\n'
        || string_agg(
            concat_ws(E'\\t', 'office', c.code, a.standing, coalesce(a.rank_origin, '-'),
                coalesce(a.rank::text, '-'), coalesce(a.total::text, '-'), a.penalty, a.full_maximum,
                a.available_maximum) || E'\\n' || coalesce(lines.text, '') || coalesce(penalties.text, ''),
            '' order by c.code collate "C") as text
    from registry.evaluation_period p
    join registry.scheme s on s.id = p.scheme_id
    join registry.assessment a on a.run_id = p.run_id
    join registry.census_office c on c.census_id = a.census_id and c.office_id = a.office_id
    left join lateral (
        select string_agg(concat_ws(E'\\t', 'line', k.code, line.state, coalesce(line.value::text, '-'), line.points)
                || E'\\n', '' order by k.code collate "C") as text
        from unnest(a.line_state, a.value, a.points) with ordinality as line (state, value, points, place)
        join registry.criterion k on k.scheme_id = s.id and k.position = line.place - 1
    ) lines on true
    left join lateral (
        select string_agg(concat_ws(E'\\t', 'penalty', d.decision, d.kind, d.occurrence, d.points) || E'\\n', ''
                order by d.place) as text
        from unnest(a.penalty_decision, a.penalty_kind, a.penalty_occurrence, a.penalty_points)
            with ordinality as d (decision, kind, occurrence, points, place)
    ) penalties on true
    group by s.code, s.version, s.hash
    """
