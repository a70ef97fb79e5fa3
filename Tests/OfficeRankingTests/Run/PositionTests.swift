import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Positions are stored when a period is ranked")
struct PositionTests {
    @Test("a position is one more than the offices of the province with a greater total, in every list and explanation")
    func naive() async throws {
        let seed = printedSeed()
        try await Fixture.with { fixture in
            _ = try await fixture.openRandomPeriod(offices: 120, seed: seed)
            try await fixture.closeAndRank()
            let offices = try await fixture.allOffices(in: Fixture.firstHalf)
            #expect(offices.count == 120)
            for office in offices {
                let greater = offices.filter {
                    $0.provinceCode == office.provinceCode && $0.rank != nil && isGreater($0.total, office.total)
                }
                #expect(office.position == (office.rank == nil ? nil : greater.count + 1), "\(office.code)")
            }
            for office in offices.prefix(5) + offices.suffix(5) {
                let explained = try await fixture.ranking.explain(office.code, in: Fixture.firstHalf)
                #expect(explained.position == office.position)
            }
            let publication = try await fixture.published()
            var lines = fixture.ranking.lines(of: publication)
            while let line = try await lines.next() {
                #expect(offices.contains(line.office), "\(line.office.code)")
            }
        }
    }

    @Test("a list has the offices with a rank first, then by total, then by code, whatever the size of its pages")
    func order() async throws {
        let seed = printedSeed()
        try await Fixture.with { fixture in
            _ = try await fixture.openRandomPeriod(offices: 120, seed: seed)
            try await fixture.closeAndRank()
            let offices = try await fixture.allOffices(in: Fixture.firstHalf)
            let sorted = offices.sorted { one, other in
                if (one.rank == nil) != (other.rank == nil) { return one.rank != nil }
                if one.total != other.total { return isGreater(one.total, other.total) }
                return one.code.utf8.lexicographicallyPrecedes(other.code.utf8)
            }
            #expect(offices == sorted)
            for limit in [1, 7] {
                #expect(try await fixture.allOffices(in: Fixture.firstHalf, by: limit) == sorted)
            }
        }
    }

    @Test("a run that says a wrong position is not kept, in one statement or in two")
    func guarded() async throws {
        try await Fixture.with { fixture in
            _ = try await fixture.openRandomPeriod(offices: 40, seed: 7)
            try await fixture.closeAndRank()
            let columns = copiedColumns.joined(separator: ", ")
            let first = "position is not distinct from 1"
            for (position, parts) in [("position", ["true"]), ("position", [first, "not \(first)"])] {
                await #expect(throws: Never.self) { try await fixture.copyRun(columns, position, parts) }
            }
            let swapped = "case when position is not null then 1 end"
            for parts in [["true"], [first, "not \(first)"]] {
                try await expectAnswer("23514 position_follows_the_total") {
                    try await fixture.copyRun(columns, swapped, parts)
                }
            }
        }
    }
}

private func isGreater(_ one: Points?, _ other: Points?) -> Bool {
    (one?.rawValue ?? Int64(Int32.min)) > (other?.rawValue ?? Int64(Int32.min))
}

private let copiedColumns = [
    "census_id", "office_id", "province_id", "code", "standing", "rank_origin", "rank", "rank_before_caps", "total",
    "penalty", "minimum_total", "full_maximum", "available_maximum", "value", "points", "line_state", "group_points",
    "penalty_decision", "penalty_kind", "penalty_occurrence", "penalty_points",
]

extension Fixture {
    /// Every office of a period, page by page.
    fileprivate func allOffices(in halfYear: HalfYear, by limit: Int = 500) async throws -> [RankedOffice] {
        var offices: [RankedOffice] = []
        var cursor: PageCursor?
        repeat {
            let page = try await ranking.offices(in: halfYear, limit: limit, after: cursor)
            offices += page.items
            cursor = page.next
        } while cursor != nil
        return offices
    }

    fileprivate func published() async throws -> Publication {
        try await ranking.publishPeriod(Self.firstHalf)
        guard let publication = try await ranking.publications().first else {
            throw RankingError.failed("nothing is published")
        }
        return publication
    }

    /// The first run once more, in statements of some of its offices each, with another expression for the position.
    fileprivate func copyRun(_ columns: String, _ position: String, _ parts: [String]) async throws {
        try await owner { connection in
            try await connection.query(
                """
                insert into registry.run (period_id, census_id, scheme_id, digest, actor_id, ran_at)
                select period_id, census_id, scheme_id, digest, actor_id, now() from registry.run order by id limit 1
                """)
            for part in parts {
                try await connection.query(
                    """
                    insert into registry.assessment (run_id, \(unescaped: columns), position)
                    select (select max(id) from registry.run), \(unescaped: columns), \(unescaped: position)
                    from registry.assessment a
                    where run_id = (select min(id) from registry.run) and \(unescaped: part)
                    """)
            }
        }
    }
}
