import RankingRules
import TestDatabase
import Testing

@testable import OfficeRanking

@Suite("Changes from one publication to another")
struct PublicationChangeTests {
    /// In chunks of so many offices, few enough that most offices stand at the edge of one.
    private static let chunkSizes = [1, 2, 3, 5]

    @Test("the changes between two publications, applied to one, give the other, in both directions")
    func draws() async throws {
        try await Fixture.with { fixture in
            let seed = printedSeed()
            var random = SeededGenerator(seed: seed)
            let publications = try await fixture.publish(halfYears: 26, &random)
            let whole = try await fixture.wholes(of: publications)
            var kinds: Set<String> = []
            for place in 1..<publications.count {
                for (from, to) in [(place - 1, place), (place, place - 1)] {
                    let changes = try await fixture.changes(
                        publications[from], publications[to], Self.chunkSizes.randomElement(using: &random) ?? 1)
                    kinds.formUnion(changes.map(\.kind))
                    #expect(applied(changes, to: whole[from]) == whole[to], "\(from) → \(to), seed \(seed)")
                }
            }
            // Otherwise the draws would say nothing.
            #expect(kinds == ["added", "changed", "removed"])
            #expect(whole.contains { $0.values.contains { $0.office.penalty > .zero } })
            for size in Self.chunkSizes + [whole[25].count, 2_000] {
                let all = try await fixture.changes(nil, publications[25], size)
                #expect(applied(all, to: [:]) == whole[25] && all.count == whole[25].count, "\(size), seed \(seed)")
                #expect(try await fixture.changes(publications[25], publications[25], size).isEmpty)
            }
        }
    }

    private func applied(
        _ changes: [PublicationChange], to earlier: [String: PublishedLine]
    ) -> [String: PublishedLine] {
        changes.reduce(into: earlier) { known, change in
            switch change {
            case .added(let line):
                #expect(known.updateValue(line, forKey: line.office.code) == nil)
            case .changed(let line):
                let old = known.updateValue(line, forKey: line.office.code)
                #expect(old != nil && old != line)
            case .removed(let code): #expect(known.removeValue(forKey: code) != nil)
            }
        }
    }
}

extension PublicationChange {
    fileprivate var kind: String {
        switch self {
        case .added: "added"
        case .changed: "changed"
        case .removed: "removed"
        }
    }
}

extension Fixture {
    fileprivate func changes(
        _ earlier: Publication?, _ later: Publication, _ chunkSize: Int
    ) async throws -> [PublicationChange] {
        let before = earlier.map { PublishedLines($0, ranking, chunkSize: chunkSize) }
        var reading = PublicationChanges(
            before, PublishedLines(later, ranking, chunkSize: chunkSize), hasSameCriteria: true)
        var changes: [PublicationChange] = []
        while let change = try await reading.next() { changes.append(change) }
        return changes
    }

    /// Each by the codes of its offices, in one chunk.
    fileprivate func wholes(of publications: [Publication]) async throws -> [[String: PublishedLine]] {
        var wholes: [[String: PublishedLine]] = []
        for publication in publications {
            var (lines, whole) = (ranking.lines(of: publication), [String: PublishedLine]())
            while let line = try await lines.next() { whole[line.office.code] = line }
            wholes.append(whole)
        }
        return wholes
    }

    /// Half-years one after the other, in each of which some offices begin, some declare and some have overcharged.
    fileprivate func publish(halfYears count: Int, _ random: inout SeededGenerator) async throws -> [Publication] {
        try await ranking.adoptScheme(document: smallScheme.replacing("1390-H1", with: "1370-H1"))
        var codes: [String] = []
        for number in 0..<count {
            let period = halfYear("\(1388 + number / 2)-H\(number % 2 + 1)")
            try await openNext(period)
            let new = (0..<Int.random(in: number == 0 ? 3...4 : 0...2, using: &random)).map { place in
                OfficeLine(
                    code: "N-\(Int.random(in: 10...99, using: &random))-\(number)-\(place)",
                    holder: legalID(100 + number * 4 + place), licensedOn: "1380/01/01")
            }
            if !new.isEmpty {
                try await take(.offices, OfficeLine.file(new), effectiveOn: period.firstDay.dayNumber)
            }
            codes += new.map(\.code)
            try await report(codes, in: period, &random)
            try await closeAndRank(period)
            try await ranking.publishPeriod(period)
        }
        return try await ranking.publications()
    }

    private func report(_ codes: [String], in period: HalfYear, _ random: inout SeededGenerator) async throws {
        let declared = codes.filter { _ in Bool.random(using: &random) }
            .map { "\($0),\(Int.random(in: 0...10, using: &random))\n" }
        try await take(.declarations, "office_code,staff\n" + declared.joined(), period: period)
        let day = "\(period.firstDay)".replacing("-", with: "/")
        let decisions = codes.filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
            .map { "\($0),R-\(period)-\($0),overcharging,\(day)\n" }
        try await take(
            .violations, "office_code,decision_number,kind,decided_on\n" + decisions.joined(), period: period)
    }
}
