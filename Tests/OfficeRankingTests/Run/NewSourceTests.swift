import OfficeRanking
import RankingRules
import TestDatabase
import Testing

@Suite("A new source is nothing but lines of a scheme")
struct NewSourceTests {
    private let first = Fixture.firstHalf
    private let second = halfYear("1400-H2")

    @Test("a source added by a scheme is imported, ranked and explained, and gone in the scheme's next version")
    func mysteryShopper() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: try withShoppers())
            try await fixture.take(.offices, Fixture.officesOfTwoProvinces)
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\nT-1,4\n")
            let taken = try await visits("office_code,visit_score\nG-1,80\nT-1,25\n", fixture)
            #expect(taken.effect == .stored)
            #expect(taken.files.map(\.inserted) == [2])
            try await fixture.closeAndRank()
            let explained = try await fixture.ranking.explain("G-1", in: first)
            let places = explained.scheme.criteria.indices.filter { explained.scheme.criteria[$0].source == shopper }
            #expect(places.map { explained.explanation.lines[$0].line.points } == [Points(rawValue: 40_000)])
            #expect(explained.scheme.source(shopper)?.title.english == "Mystery shoppers")
            #expect(explained.assessment.total == Points(rawValue: 110_000))
            #expect(try await fixture.ranking.explain("T-1", in: first).assessment.total == Points(rawValue: 52_500))

            try await fixture.ranking.adoptScheme(document: smallScheme.replacing("version: 1", with: "version: 2"))
            try await fixture.openNext(second)
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\nT-1,4\n", period: second)
            try await fixture.closeAndRank(second)
            let without = try await fixture.ranking.explain("G-1", in: second)
            #expect(without.scheme.source(shopper) == nil)
            #expect(without.assessment.total == Points(rawValue: 70_000))
            #expect(try await fixture.ranking.explain("G-1", in: first).assessment == explained.assessment)
        }
    }

    @Test("a half-year does not close when a source covers too few offices")
    func unvisited() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: try withShoppers())
            try await fixture.take(.offices, Fixture.officesOfTwoProvinces)
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\nT-1,4\n")
            try await visits("office_code,visit_score\nT-1,25\n", fixture)
            await expectRefusal(.stepHasObstacles("source_missing: mystery_shopper 1/2")) {
                try await fixture.ranking.closePeriod(first)
            }
        }
    }

    private let shopper = "mystery_shopper"

    @discardableResult
    private func visits(_ text: String, _ fixture: Fixture) async throws -> ImportOutcome {
        let options = ImportOptions(period: first, source: shopper, today: Fixture.today)
        return try await fixture.ranking.importFiles([fixture.file(.scores, text)], options, report: FindingReport())
    }

    /// The small scheme with two sources, and a group of 50 points for what shoppers say.
    private func withShoppers() throws -> String {
        let sources = """
            sources:
              - {code: office, title: {fa: دفتر, en: Office}, kind: values, declaration: yes, review: optional, writers: [office], on_behalf: [headquarters]}
              - {code: mystery_shopper, title: {fa: مشتری پنهان, en: Mystery shoppers}, kind: values, writers: [headquarters]}
            groups:
            """
        let group = """
              - code: visits
                title: {fa: بازدیدها, en: Visits}
                maximum: 50
                criteria:
                  - code: visit_score
                    title: {fa: امتیاز بازدید, en: Visit score}
                    source: mystery_shopper
                    value: {type: count, least: 0, most: 100}
                    maximum: 50
                    clause: "9"
                    points:
                      lines: [[0, 0], [100, 50]]
            penalties:
            """
        return smallScheme.replacing("groups:", with: sources, maxReplacements: 1)
            .replacing("penalties:", with: group, maxReplacements: 1)
    }
}
