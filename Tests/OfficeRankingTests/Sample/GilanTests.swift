import Foundation
import OfficeRanking
import Postgres
import RankingRules
import SyntheticSample
import Testing

@Suite("Gilan, first half of 1400, from files to ranks")
struct GilanTests {
    @Test("the synthetic Gilan comes to the figures that were published for the real one")
    func publishedFigures() async throws {
        let counts = try await RankedSample.shared.value.counts
        let tookPart = (1...3).reduce(0) { $0 + counts[$1, .earned] }
        // «از مجموع 734 دفتر پیشخوان خدمات دولت و ICT روستایی فعال در استان» (seed 4)
        #expect(counts.standings[.ranked] == 734)
        // «394 دفتر پیشخوان اطلاعات خود را … ثبت کرده‌اند» (seed 4)
        #expect(tookPart == 394)
        // «284 دفتر پیشخوان شهری حائز رتبه یک» (seed 4)
        #expect(counts[1, .earned] == 284)
        // «109 دفتر حائز رتبه دو» (seed 4)
        #expect(counts[2, .earned] == 109)
        // «یک دفتر رتبه سه» (seed 4)
        #expect(counts[3, .earned] == 1)
        // 734 − 394: «مشارکت نکرده‌اند حداقل امتیاز در نظر گرفته شده و رتبه سه را کسب می‌کنند» (seed 4, subtraction)
        #expect(counts[3, .defaulted] == 340)
        // 1 + 340 (seed 4, subtraction)
        #expect(counts[3, .earned] + counts[3, .defaulted] == 341)
    }

    @Test("the synthetic Gilan's decisions lower the ranks of exactly the listed offices")
    func effectOfViolations() async throws {
        let with = try await RankedSample.shared.value
        let without = try await RankedSample.make(without: [.violations])
        let moved = with.places.filter { without.places[$0]?.rank != $1.rank }
        #expect(without.places.count == with.places.count)
        #expect(moved.keys.sorted() == Self.placedByDecisions.map(RankedSample.code))
        #expect(with[46]?.rank == 3 && without[46]?.rank == 2)
        let others = Self.placedByDecisions.filter { $0 != 46 }
        let otherwise = others.filter { with[$0]?.rank != 2 || without[$0]?.rank != 1 }
        #expect(otherwise == [])
    }

    @Test("the synthetic Gilan has offices at each limit and one step beside it", arguments: SampleLimit.all)
    func limits(_ limit: SampleLimit) async throws {
        let sample = try await RankedSample.shared.value
        #expect(limit.offices.map { sample[$0]?.total } == limit.totals)
        #expect(limit.offices.map { sample[$0]?.rank } == limit.ranks)
    }

    @Test("the floor area of an office gives the points of a step from its breakpoint on", arguments: [25, 34])
    func breakpoints(first: Int) async throws {
        let sample = try await RankedSample.shared.value
        let points = (first..<first + 9).map { sample[$0]?.floorAreaPoints }
        #expect(points == [0, 4_000, 4_000, 4_000, 8_000, 8_000, 8_000, 12_000, 12_000])
    }

    @Test("the import of the synthetic Gilan gives only notices and stores every row")
    func findings() async throws {
        let sample = try await RankedSample.shared.value
        #expect(sample.imported.effect == .stored)
        #expect(sample.findings.keys.allSatisfy { $0.severity == .notice })
        #expect(Set(sample.findings.keys) == [.placeNew, .rowBlank, .floorAreaBelowMinimum])
        #expect(sample.imported.files.allSatisfy { $0.rowsRead == $0.inserted })
    }

    @Test("the files of the synthetic Gilan are written with the same bytes each time")
    func sameBytes() async throws {
        let sample = try await RankedSample.shared.value
        #expect(sample.imported.files.map(\.digest) == Self.digests)
        let folders = (0..<2).map { _ in
            FileManager.default.temporaryDirectory.appending(path: "\(UUID())").path(percentEncoded: false)
        }
        defer { for folder in folders { try? FileManager.default.removeItem(atPath: folder) } }
        for name in try GilanSample.write(to: folders[0]) {
            try GilanSample.write(to: folders[1])
            let paths = folders.map { "\($0)/\(name)" }
            #expect(FileManager.default.contentsEqual(atPath: paths[0], andPath: paths[1]))
        }
    }

    @Test("a second import of the synthetic Gilan changes nothing")
    func secondImport() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: Fixture.sampleScheme())
            _ = try await fixture.importSample(report: FindingReport())
            let second = try await fixture.importSample(report: FindingReport())
            #expect(second.effect == .unchanged)
            #expect(second.files.allSatisfy { $0.unchanged == $0.rowsRead })
        }
    }

    @Test("offices that are not active are listed with their standing and not ranked")
    func notActive() async throws {
        let sample = try await RankedSample.shared.value
        // Suspended though it declared, licence ended a day before the census date, licensed on the day after it.
        #expect([735, 752, 753].map { sample[$0]?.standing } == ["suspended", "closed", "awaiting"])
        #expect((735...758).allSatisfy { sample[$0]?.rank == nil })
        #expect(sample.places.count == 758)
    }

    @Test("every record of the synthetic Gilan is marked synthetic, and the spellings of a place are one place")
    func marksAndPlaces() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: Fixture.sampleScheme())
            _ = try await fixture.importSample(report: FindingReport())
            let unmarked = try await fixture.number(
                """
                select count(*)::integer from registry.office o join registry.licence_holder h on h.id = o.holder_id
                join registry.locality l on l.id = o.locality_id
                where o.code not like 'SYN-%' or h.name not like '%(ساختگی)' or h.national_id not like '990000%'
                    or l.kind = 'village' and l.name_fa not like '%(ساختگی)'
                """)
            let (city, village) = try await (
                fixture.number(localities(from: 1, to: 5)), fixture.number(localities(from: 6, to: 11))
            )
            let predecessors = try await fixture.number("select count(*)::integer from registry.office_predecessor")
            #expect(unmarked == 0)
            #expect(city == 1 && village == 1)
            #expect(predecessors == 4)
        }
    }

    private func localities(from first: Int, to last: Int) -> PostgresQuery {
        """
        select count(distinct locality_id)::integer from registry.office
        where code between \(RankedSample.code(first)) and \(RankedSample.code(last))
        """
    }

    /// Offices that a decision keeps from a better rank.
    private static let placedByDecisions = [
        46, 49, 50, 54, 55, 57, 58, 59, 60, 61, 85, 200, 215, 249, 275, 374, 388, 437, 675,
    ]

    /// SHA-256 of the five files in the order of an import, and of the reviews.
    private static let digests = [
        "efc9530854bf667ad8a2206a728c739f73d838f614a37445048022d43692d6fe",
        "fdaa7229d0854b6eed8223962f5fce438393820bdff6bc5a5c162ea193f5e5f0",
        "10c84ce65ddf9dc7e882ebd0a9adebbe4ba8b677bddf42b3bc57206776ffd6ca",
        "fcb1aadd2f18f81189fc1e4e94f769d147d1cfebe27ed3f24e10e82024865943",
        "cb9d4fc00c98d44733fb15fab1d088645d9b4bdba2c5cc6161a9a9b8bb0bda34",
        "1e48e13ccb10b7de5cb891c0332c5ba3651759ed03d77b4544043e357da7307f",
    ]
}
