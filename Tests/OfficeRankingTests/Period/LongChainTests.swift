import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Long chains of offices and services")
struct LongChainTests {
    private let second = halfYear("1400-H2")

    @Test(
        "the last office of a chain of nine hundred successors carries the first one's declaration",
        arguments: [false, true])
    func offices(isChained: Bool) async throws {
        let count = 900
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme.replacing("default_last_rank", with: "carry_forward"))
            try await fixture.take(.offices, OfficeLine.file(.init(code: "N-1")))
            try await fixture.take(.declarations, "office_code,staff\nN-1,10\n")
            try await fixture.closeAndRank()
            let lines = (2...count).map {
                OfficeLine(
                    code: "N-\($0)", predecessor: isChained ? "N-\($0 - 1)" : "",
                    predecessorKind: isChained ? "move" : "")
            }
            try await fixture.take(.offices, OfficeLine.file(lines))
            try await fixture.openNext(second)
            try await fixture.overruleObstacles(second)
            try await fixture.ranking.closePeriod(second)
            _ = try await fixture.ranking.rank(second)
            #expect(try await fixture.places(second)["N-\(count)"] == (isChained ? "1 carried_forward" : "3 defaulted"))
        }
    }

    @Test("the predecessor of an office is found in any tangle of successions")
    func tangle() async throws {
        let seed = Int(printedSeed() % 1_000_000)
        try await Fixture.with { fixture in
            try await fixture.administrator { connection in
                try await connection.query("set session_replication_role = replica")
                try await connection.query("select setseed(\(seed)::float8 / 1000000)")
                for _ in 0..<60 {
                    try await connection.query("truncate registry.office_predecessor")
                    try await connection.query(
                        """
                        insert into registry.office_predecessor
                        select distinct on (office, predecessor) office, predecessor,
                            (array['move', 'code_change', 'merger'])[1 + floor(random() * 3)], '2021-01-01'::date, 1
                        from (select 1 + floor(random() * 10) as office, 1 + floor(random() * 10) as predecessor
                              from generate_series(1, 1 + floor(random() * 14)::integer)) pair
                        where office <> predecessor
                        """)
                    #expect(try await connection.query(differences).decode(Int.self) == [])
                }
            }
        }
    }

    /// Offices for which going every way finds another ancestor than the database does.
    private let differences: PostgresQuery = """
        with recursive asked as (
            select array[7, 3, 5, 1, 9, 10]::bigint[] as ancestors
        ), continued as (
            select office_id, predecessor_id from registry.office_predecessor where kind <> 'merger'
        ), way as (
            select office_id, office_id as reached from continued
            union select predecessor_id, predecessor_id from continued
            union select way.office_id, continued.predecessor_id
            from way join continued on continued.office_id = way.reached
        ), expected as (
            select distinct on (way.office_id) way.office_id, way.reached
            from way, asked where way.reached = any (asked.ancestors)
            order by way.office_id, array_position(asked.ancestors, way.reached)
        ), found as (
            select f.* from asked, ranking.first_continued(asked.ancestors) f
        )
        select coalesce(e.office_id, f.office_id)::integer
        from expected e full join found f on f.office_id = e.office_id and f.ancestor_id = e.reached
        where e.office_id is null or f.office_id is null
        """

    @Test("a chain of two thousand services, each a part of the one before, is stored; closing a circle is refused")
    func services() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.agencies, ServiceFiles.agencies("A1"))
            let lines = (0..<2_000).map { ServiceLine(code: "\(10_000 + $0)", parent: $0 == 0 ? "" : "\(9_999 + $0)") }
            let duration = try await ContinuousClock().measure {
                let outcome = try await fixture.take(.services, ServiceFiles.services(lines))
                #expect(outcome.effect == .stored && outcome.files[0].inserted == 2_000)
            }
            #expect(duration < .seconds(20))
            let report = FindingReport()
            try await fixture.take(
                .services, ServiceFiles.services(.init(code: "10000", parent: "11999")), report: report)
            #expect(report.first.map(\.code) == [.parentIsSelf] && report.first.map(\.line) == [2])
        }
    }
}
