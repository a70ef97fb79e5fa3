import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Positions are stored when a period is ranked")
struct PositionTests {
    @Test("an office's position is one more than the offices before it in the province, in lists and explanations")
    func naive() async throws {
        let seed = printedSeed()
        try await Fixture.with { fixture in
            _ = try await fixture.openRandomPeriod(offices: 120, seed: seed)
            try await fixture.closeAndRank()
            let offices = try await fixture.allOffices(in: Fixture.firstHalf)
            #expect(offices.count == 120)
            let shares = try await fixture.shares()
            for office in offices {
                let before = offices.filter {
                    $0.provinceCode == office.provinceCode && shares.isBefore($0, office)
                }
                #expect(office.position == (office.rank == nil ? nil : before.count + 1), "\(office.code)")
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

    @Test("a list of offices is ordered by rank, share of the attainable points and code, in pages of any size")
    func order() async throws {
        let seed = printedSeed()
        try await Fixture.with { fixture in
            _ = try await fixture.openRandomPeriod(offices: 120, seed: seed)
            try await fixture.closeAndRank()
            let offices = try await fixture.allOffices(in: Fixture.firstHalf)
            let shares = try await fixture.shares()
            let sorted = offices.sorted { one, other in
                if shares.isBefore(one, other) || shares.isBefore(other, one) { return shares.isBefore(one, other) }
                return one.code.utf8.lexicographicallyPrecedes(other.code.utf8)
            }
            #expect(offices == sorted)
            for limit in [1, 7] {
                #expect(try await fixture.allOffices(in: Fixture.firstHalf, by: limit) == sorted)
            }
        }
    }

    @Test("a run with a wrong position is refused, stored in one statement or in two")
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

/// Total and available maximum of each office, and the order of the ranking made from them without a key.
private struct Shares {
    var parts: [String: (total: Int64, available: Int64)]

    /// By rank, then by total ÷ available, crosswise; without a rank last, and without a total after those.
    func isBefore(_ one: RankedOffice, _ other: RankedOffice) -> Bool {
        let classes = [one, other].map { $0.rank ?? ($0.total == nil ? .max : .max - 1) }
        guard classes[0] == classes[1] else { return classes[0] < classes[1] }
        guard let first = parts[one.code], let second = parts[other.code] else { return false }
        return first.total * second.available > second.total * first.available
    }
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
        var cursor: OfficeCursor?
        repeat {
            let page = try await ranking.offices(in: halfYear, limit: limit, after: cursor)
            offices += page.items
            cursor = page.next
        } while cursor != nil
        return offices
    }

    /// An office of which nothing could be reached has the share 0.
    fileprivate func shares() async throws -> Shares {
        let rows = try await administrator { connection in
            try await connection.query(
                """
                select code, case when available_maximum > 0 then coalesce(total, 0) else 0 end::bigint,
                    greatest(available_maximum, 1)::bigint from registry.assessment
                """
            ).decode((String, Int64, Int64).self)
        }
        return Shares(parts: Dictionary(uniqueKeysWithValues: rows.map { ($0.0, ($0.1, $0.2)) }))
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
