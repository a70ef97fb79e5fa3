import Postgres
import RankingRules
import TestDatabase
import Testing

@testable import OfficeRanking

@Suite("The effect of a scheme on what is published")
struct SchemeSimulationTests {
    @Test("a scheme with the same rules moves nobody, whatever takes place among the offices")
    func identical() async throws {
        try await Fixture.with { fixture in
            let sample = try Fixture.sampleScheme()
            let files = RandomPeriod(try #require(SchemeDocument.read(sample).scheme), offices: 60, seed: 11)
            try await fixture.open(scheme: sample)
            for kind in ImportKind.ofRanking { try await fixture.take(kind, files.files[kind] ?? "") }
            try await fixture.closeAndRank()
            try await fixture.ranking.publishPeriod(Fixture.firstHalf)
            let next = sample.replacing("version: 1\n", with: "version: 2\n")
            let simulation = try #require(try await fixture.ranking.proposeScheme(document: next).simulation)
            #expect(simulation.counts.offices == 60 && simulation.counts.ranked > 20)
            #expect(simulation.counts.moved == 0 && simulation.counts.entered == 0)
            #expect(simulation.moves.isEmpty && simulation.lines.isEmpty && simulation.missing.isEmpty)
        }
    }

    @Test("another threshold moves exactly the offices between the two")
    func threshold() async throws {
        try await Fixture.with { fixture in
            // Ranks 1, 2, 2, 3 and the default of a silent office.
            try await fixture.publish(scheme: smallScheme, staff: [7, 6, 4, 3], silent: 1)
            try await fixture.ranking.proposeScheme(document: nextScheme(first: "60.001", second: "40.001"))
            let name = SchemeVersion(code: "small", version: 2)
            let simulation = try #require(try await fixture.ranking.schemeSimulation(name))
            #expect(simulation.halfYear == Fixture.firstHalf && simulation.number == 1)
            #expect(simulation.counts == .init(offices: 5, ranked: 5, moved: 1, entered: 0))
            #expect(
                simulation.moves == [.init(province: "01", kind: .urban, before: 2, after: 3, offices: 1)])
            let moves = try await fixture.ranking.simulatedMoves(name).items
            #expect(moves.map(\.office) == ["G-102"])
            #expect(moves.first?.totalBefore == moves.first?.totalAfter)
            #expect(simulation.lines.isEmpty)
        }
    }

    @Test("the lines of the moving offices show the points that they gain and lose")
    func lines() async throws {
        try await Fixture.with { fixture in
            try await fixture.publish(scheme: smallScheme, staff: [7, 6, 4])
            // Twice the points up to five: 6 staff have 100 instead of 60, 4 have 80 instead of 40.
            let text = nextScheme().replacing("[[0, 0], [10, 100]]", with: "[[0, 0], [5, 100]]")
            let simulation = try #require(try await fixture.ranking.proposeScheme(document: text).simulation)
            #expect(simulation.counts.moved == 2)
            #expect(simulation.moves == [.init(province: "01", kind: .urban, before: 2, after: 1, offices: 2)])
            #expect(
                simulation.lines == [
                    .init(criterion: "staff", offices: 2, gained: Points(rawValue: 80_000), lost: .zero)
                ])
        }
    }

    @Test("a criterion that the frozen facts lack is missing, and counted")
    func missing() async throws {
        try await Fixture.with { fixture in
            try await fixture.publish(scheme: smallScheme, staff: [7])
            let text = nextScheme().replacing("code: staff", with: "code: people")
            let simulation = try #require(try await fixture.ranking.proposeScheme(document: text).simulation)
            #expect(simulation.missing == ["people"])
            #expect(simulation.moves == [.init(province: "01", kind: .urban, before: 1, after: 3, offices: 1)])
            #expect(
                simulation.lines == [
                    .init(criterion: "staff", offices: 1, gained: .zero, lost: Points(rawValue: 70_000))
                ])
        }
    }

    @Test("the same scheme on the same publication gives the same bytes, and a trial stores nothing")
    func sameBytes() async throws {
        try await Fixture.with { fixture in
            try await fixture.publish(scheme: smallScheme)
            let text = nextScheme(first: "50")
            let trial = try await fixture.ranking.simulateScheme(document: text, on: Fixture.firstHalf)
            #expect(try await fixture.number("select count(*) from registry.scheme_simulation") == 0)
            let stored = try await fixture.ranking.proposeScheme(document: text).simulation
            #expect(stored == trial)
            #expect(try await fixture.ranking.simulateScheme(document: text, on: Fixture.firstHalf) == trial)
            let name = SchemeVersion(code: "small", version: 2)
            #expect(try await fixture.ranking.schemeSimulation(name) == trial)
            let digest = try await fixture.administrator {
                try await $0.query("select encode(sha256(text), 'hex') from registry.scheme_simulation")[0]
                    .decode(String.self)
            }
            #expect(digest == trial.digest)
            let bytes = try #require(try await fixture.ranking.simulationText(name))
            #expect(bytes.hasPrefix("pishkhan-simulation\t1\nscheme\tsmall\t2\t"))
            #expect(bytes.hasSuffix("office\tG-108\t01\turban\t2\t1\t50000\t50000\n"))
            await expectRefusal(.unknownPublication("1399-H2")) {
                try await fixture.ranking.simulateScheme(document: text, on: halfYear("1399-H2"))
            }
        }
    }

    @Test("a province sees the moving offices of its own; accounts that read only what is published see none")
    func scope() async throws {
        try await Fixture.with { fixture in
            try await fixture.publish(scheme: smallScheme)
            try await fixture.ranking.proposeScheme(document: nextScheme(first: "50"))
            let name = SchemeVersion(code: "small", version: 2)
            let gilan = try await fixture.provincialAccount()
            let tehran = try await fixture.provincialAccount("tehran.desk", provinces: ["07"])
            #expect(try await gilan.simulatedMoves(name).items.map(\.office) == ["G-107", "G-108"])
            #expect(try await gilan.simulatedMoves(name, limit: 1).next == "G-107")
            #expect(try await gilan.simulatedMoves(name, limit: 1, after: "G-107").items.map(\.office) == ["G-108"])
            #expect(try await tehran.simulatedMoves(name).items.isEmpty)
            #expect(try await tehran.schemeSimulation(name)?.counts.moved == 2)
            await expectRefusal(.unknownScheme("small@2")) {
                try await fixture.ranking.acting(as: "public").schemeSimulation(name)
            }
        }
    }

    @Test("a simulation counts the moves that are stored with it, and these begin at the published ranks")
    func guarded() async throws {
        try await Fixture.with { fixture in
            try await fixture.publish(scheme: smallScheme)
            try await fixture.ranking.proposeScheme(document: nextScheme(first: "50"))
            let copied = { (statements: String) in
                """
                do $$ declare before registry.scheme_simulation;
                begin
                    select * into before from registry.scheme_simulation;
                    \(statements)
                end $$
                """
            }
            let copy = """
                insert into registry.scheme_simulation overriding system value
                select (jsonb_populate_record(before, jsonb_build_object('id', 4711,
                    'scheme_id', (select id from registry.scheme where version = 1),
                    'made_in', pg_current_xact_id()::text))).*;
                """
            let move = { (rank: String) in
                """
                insert into registry.simulated_move
                select 4711, m.office_id, m.province_id, m.code, m.kind, \(rank), 3, m.total_before, m.total_after
                from registry.simulated_move m;
                """
            }
            let later = """
                insert into registry.simulated_move
                select before.id, c.office_id, c.province_id, c.code, c.kind, a.rank, 3, a.total, a.total
                from registry.census_office c join registry.assessment a using (census_id, office_id)
                where c.code = 'G-100';
                """
            let attempts = [
                (copy, "23514 simulation_counts_its_moves"),
                (copy + move("m.rank_before"), "accepted"),
                (copy + move("1"), "23514 simulated_move_starts_from_the_publication"),
                (later, "23514 simulated_move_starts_from_the_publication"),
            ]
            for (statement, expected) in attempts {
                try await expectAnswer(expected, "\(statement)") {
                    try await fixture.owner { try await $0.query("\(unescaped: copied(statement))") }
                }
            }
        }
    }
}
