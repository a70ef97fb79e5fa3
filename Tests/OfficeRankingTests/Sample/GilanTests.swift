import Foundation
import OfficeRanking
import RankingRules
import Testing

@Suite("Gilan, first half of 1400, from files to ranks")
struct GilanTests {
    @Test("the synthetic Gilan comes to the figures that were published for the real one")
    func publishedFigures() async throws {
        let counts = try await RankedSample.make().counts
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

    @Test("without the decisions of the committees these offices would have another rank")
    func effectOfViolations() async throws {
        let (with, without) = (
            try await RankedSample.make(), try await RankedSample.make(without: [.violations])
        )
        let moved = with.places.filter { without.places[$0]?.rank != $1.rank }
        print(moved.keys.sorted())
        #expect(without.places.count == with.places.count)
        #expect(with[46]?.rank == 3 && without[46]?.rank == 2)
    }

    @Test("offices stand at each limit and one step beside it", arguments: limits)
    func limits(_ limit: Limit) async throws {
        let sample = try await Self.ranked.value
        #expect(limit.offices.map { sample[$0]?.total } == limit.totals)
        #expect(limit.offices.map { sample[$0]?.rank } == limit.ranks)
    }

    @Test("floor area gives its points from the breakpoint on", arguments: [25, 34])
    func breakpoints(first: Int) async throws {
        let sample = try await Self.ranked.value
        let points = (first..<first + 9).map { sample[$0]?.floorAreaPoints }
        #expect(points == [0, 4_000, 4_000, 4_000, 8_000, 8_000, 8_000, 12_000, 12_000])
    }

    @Test("every finding of the import is a notice, and what the files hold arrives whole")
    func findings() async throws {
        let sample = try await Self.ranked.value
        #expect(sample.imported.effect == .stored)
        #expect(sample.findings.keys.allSatisfy { $0.severity == .notice })
        #expect(Set(sample.findings.keys) == [.placeNew, .rowBlank, .floorAreaBelowMinimum])
        #expect(sample.imported.files.allSatisfy { $0.rowsRead == $0.inserted })
    }

    @Test("the files are the same bytes every time")
    func sameBytes() async throws {
        let sample = try await Self.ranked.value
        print(sample.imported.files.map { ($0.file, $0.digest ?? "") })
        let folders = (0..<2).map { _ in FileManager.default.temporaryDirectory.appending(path: "\(UUID())").path() }
        defer { for folder in folders { try? FileManager.default.removeItem(atPath: folder) } }
        for name in try GilanSample.write(to: folders[0]) {
            try GilanSample.write(to: folders[1])
            #expect(FileManager.default.contentsEqual(atPath: "\(folders[0])/\(name)", andPath: "\(folders[1])/\(name)"))
        }
    }

    @Test("a second import of the same files changes nothing")
    func secondImport() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: Fixture.sampleScheme())
            _ = try await fixture.importSample(report: FindingReport())
            let second = try await fixture.importSample(report: FindingReport())
            #expect(second.effect == .unchanged)
            #expect(second.files.allSatisfy { $0.unchanged == $0.rowsRead })
        }
    }

    private static let ranked = Task { try await RankedSample.make() }
    static let limits: [Limit] = []
}

/// Offices in order and what they come to; totals in thousandths.
struct Limit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let offices: [Int]
    let totals: [Int?]
    let ranks: [Int?]
}
