import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Answers about a random period agree with what is stored")
struct AnswerTests {
    private let period = Fixture.firstHalf

    @Test("every office is explained as it was stored, its penalties, caps and totals adding up")
    func explanations() async throws {
        try await ranked(offices: 60) { fixture, random in
            let listed = try await fixture.ranking.offices(in: period, limit: 1_000).items
            #expect(listed.count == random.codes.count)
            for office in listed {
                let explained = try await fixture.ranking.explain(office.code, in: period)
                let assessment = explained.assessment
                #expect(assessment.total == office.total && assessment.rank == office.rank)
                #expect(assessment.origin == office.origin && assessment.standing == office.standing)
                #expect(explained.position == office.position)
                #expect(explained.office.province == office.province && explained.office.kind == office.kind)
                #expect((office.rank == nil) == (office.position == nil))
            }
            await expectRefusal(.unknownOffice("X-1")) { try await fixture.ranking.explain("X-1", in: period) }
        }
    }

    @Test("the summary counts every office of the census once, in every province and in all, and its shares add up")
    func summary() async throws {
        try await ranked(offices: 150) { fixture, random in
            let summary = try await fixture.ranking.summary(of: period)
            for row in summary.provinces + [summary.total] {
                #expect(row.parts.map(\.offices).reduce(0, +) == row.active)
                #expect(row.parts.map(\.tenths).reduce(0, +) == (row.active == 0 ? 0 : 1_000))
                #expect(row.tookPart <= row.active)
                let earned = row.parts.filter { $0.origin == .earned || $0.standing == .insufficient }
                #expect(earned.map(\.offices).reduce(0, +) == row.tookPart)
            }
            let listed = summary.provinces.map { $0.active + $0.otherStandings.values.reduce(0, +) }
            #expect(listed.reduce(0, +) == random.codes.count)
            #expect(summary.provinces.map(\.active).reduce(0, +) == summary.total.active)
            #expect(summary.provinces.map(\.tookPart).reduce(0, +) == summary.total.tookPart)
            let counted = try await fixture.number(
                "select count(*) from registry.census_office where province_id = 1")
            #expect(listed[0] == counted)
        }
    }

    @Test("pages of any size show every office once, in one order")
    func paging() async throws {
        try await ranked(offices: 60) { fixture, random in
            let whole = try await fixture.ranking.offices(in: period, limit: 1_000).items.map(\.code)
            #expect(Set(whole) == Set(random.codes) && whole.count == random.codes.count)
            for size in [1, 7, 59, 60, 61, 0, -5] {
                var codes: [String] = []
                var cursor: OfficeCursor?
                repeat {
                    let page = try await fixture.ranking.offices(in: period, limit: size, after: cursor)
                    codes += page.items.map(\.code)
                    cursor = page.next.flatMap { OfficeCursor($0.description) }
                    #expect(page.next == nil || cursor == page.next)
                } while cursor != nil
                #expect(codes == whole, "pages of \(size)")
            }
        }
    }

    @Test(
        "offices are listed by rank, then by adjusted total; equal ones share a position in their province"
    )
    func positions() async throws {
        try await ranked(offices: 60) { fixture, _ in
            let offices = try await fixture.ranking.offices(in: period, limit: 1_000).items
            let ranked = offices.filter { $0.rank != nil }
            #expect(offices.prefix(ranked.count).map(\.code) == ranked.map(\.code))
            for (one, next) in zip(ranked, ranked.dropFirst()) {
                let (first, second) = (one.rank ?? 0, next.rank ?? 0)
                #expect(first <= second)
                // Nothing was available to whoever took no part.
                if first == second && next.origin != .defaulted {
                    #expect((one.adjustedTotal ?? .zero) >= (next.adjustedTotal ?? .zero))
                }
            }
            for (_, theirs) in Dictionary(grouping: ranked, by: \.provinceCode) {
                for (place, office) in theirs.enumerated() {
                    let isTied = place > 0 && theirs[place - 1].position == office.position
                    #expect(office.position == (isTied ? theirs[place - 1].position : place + 1))
                }
            }
        }
    }

    @Test("each filter of offices keeps exactly the offices it names")
    func filters() async throws {
        try await ranked(offices: 60) { fixture, _ in
            let all = try await fixture.ranking.offices(in: period, limit: 1_000).items
            for (change, keeps) in filters {
                var filter = OfficeFilter()
                change(&filter)
                let kept = try await fixture.ranking.offices(in: period, filter, limit: 1_000).items
                #expect(kept == all.filter(keeps), "\(filter)")
            }
            for change in unknownPlaces {
                var filter = OfficeFilter()
                change(&filter)
                let name = filter.locality ?? filter.county ?? filter.province ?? ""
                await expectRefusal(.unknownPlace(name)) { try await fixture.ranking.offices(in: period, filter) }
            }
        }
    }

    @Test("a comparison lists who moved and by which lines, and counts the others")
    func comparison() async throws {
        try await ranked(offices: 60) { fixture, random in
            let second = halfYear("1400-H2")
            try await fixture.openNext(second)
            for kind in [ImportKind.declarations, .associationScores] {
                let other = RandomPeriod(
                    try await fixture.sampleScheme(), offices: random.codes.count, seed: 99)
                try await fixture.take(kind, other.files[kind] ?? "", period: second)
            }
            try await fixture.closeAndRank(second)
            let compared = try await fixture.ranking.compare(second, period)
            #expect(compared.earlier.halfYear == period && compared.later.halfYear == second)
            let (before, after) = try await (fixture.places(period), fixture.places(second))
            let moved = before.keys.filter { before[$0] != after[$0] }
            #expect(compared.moves.map(\.office) == moved.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            #expect(compared.moves.count + compared.unmoved == random.codes.count)
            for move in compared.moves { try await expectLines(of: move, fixture, second) }
        }
    }

    /// The sum of the changed lines is the change of what the lines of both periods add up to.
    private func expectLines(
        of move: PeriodComparison.Move, _ fixture: Fixture, _ second: HalfYear
    ) async throws {
        let sums = try await fixture.administrator { connection in
            try await connection.query(
                """
                select coalesce(sum(points) filter (where half_year = '1400-H2'), 0)
                    - coalesce(sum(points) filter (where half_year = '1400-H1'), 0)
                from (select p.half_year, unnest(a.points) as points
                      from registry.evaluation_period p join registry.assessment a on a.run_id = p.run_id
                      join registry.office o on o.id = a.office_id where o.code = \(move.office)) line
                """)[0].decode(Int64.self)
        }
        let changed = move.lines.map { ($0.after?.rawValue ?? 0) - ($0.before?.rawValue ?? 0) }.reduce(0, +)
        #expect(changed == sums)
    }

    private func ranked(
        offices: Int, test: String = #function, _ body: (Fixture, RandomPeriod) async throws -> Void
    ) async throws {
        let seed = printedSeed(test)
        try await Fixture.with { fixture in
            let random = try await fixture.openRandomPeriod(offices: offices, seed: seed)
            try await fixture.closeAndRank()
            try await body(fixture, random)
        }
    }

    private var filters: [(@Sendable (inout OfficeFilter) -> Void, @Sendable (RankedOffice) -> Bool)] {
        [
            ({ $0.province = "گيلان" }, { $0.provinceCode == "01" }),
            ({ $0.province = "1" }, { $0.provinceCode == "01" }),
            ({ $0.province = "tehran" }, { $0.provinceCode == "23" }), ({ $0.county = "رشت" }, { $0.county == "رشت" }),
            ({ $0.county = "لاهیجان" }, { $0.county == "لاهیجان" }),
            ({ $0.locality = "روستای‌ قم" }, { $0.locality == "روستای قم" }),
            ({ $0.kind = .rural }, { $0.kind == .rural }), ({ $0.rank = 2 }, { $0.rank == 2 }),
            ({ $0.rank = 9 }, { $0.rank == 9 }), ({ $0.origin = .defaulted }, { $0.origin == .defaulted }),
            ({ $0.standing = .suspended }, { $0.standing == .suspended }),
            (
                { ($0.province, $0.kind, $0.rank) = ("01", .urban, 3) },
                { $0.provinceCode == "01" && $0.kind == .urban && $0.rank == 3 }
            ),
        ]
    }

    private var unknownPlaces: [@Sendable (inout OfficeFilter) -> Void] {
        [
            { $0.province = "011" }, { $0.province = "گیلانات" }, { $0.county = "رشتک" },
            { ($0.province, $0.county) = ("قم", "رشت") }, { $0.locality = "نا‌کجا" },
            { ($0.province, $0.locality) = ("قم", "رشت") },
        ]
    }
}

extension Fixture {
    fileprivate func sampleScheme() async throws -> Scheme {
        let text = try Self.sampleScheme()
        return try await ranking.adoptScheme(document: text).scheme
    }
}
