import Foundation
import OfficeRanking
import RankingRules
import SyntheticSample
import Testing

@Suite("The synthetic register of services")
struct ServiceSampleTests {
    @Test("the synthetic register of 170 agencies and 1,662 services is imported without a finding")
    func takenIn() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: Fixture.sampleScheme())
            _ = try await fixture.importSample(report: FindingReport())
            let path = fixture.folder.appending(path: "services").path(percentEncoded: false)
            try ServiceSample.write(to: path)
            let found = try ImportFile.inFolder(path)
            #expect(found.missing.isEmpty && found.unknown.isEmpty)
            let report = FindingReport()
            let outcome = try await fixture.ranking.importFiles(
                found.files, ImportOptions(today: Fixture.today), report: report)
            #expect(outcome.effect == .stored && report.counts.isEmpty)
            #expect(outcome.files.prefix(2).map(\.inserted) == [170, 1_662])
            let agencies = try await fixture.ranking.agencies(on: Fixture.today, limit: 1_000).items
            #expect(agencies.map(\.services).reduce(0, +) == 1_662)
            for agency in agencies.prefix(12) {
                let indicator = try await fixture.ranking.indicator(of: agency.code, year: 1400)
                #expect((indicator.chosen.points == nil) == (indicator.chosen.applicability != .applicable))
            }
            let reasons = Set(try await fixture.ranking.workList(on: day("1400-07-01")).map(\.reason))
            #expect(reasons.contains(.aboveCeiling) && reasons.contains(.officeNotActive))
        }
    }

    @Test("the synthetic register of services is written with the same bytes each time")
    func sameBytes() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "services-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let names = try ServiceSample.write(to: folder.appending(path: "a").path(percentEncoded: false))
        try ServiceSample.write(to: folder.appending(path: "b").path(percentEncoded: false))
        for name in names {
            let texts = try ["a", "b"].map { try Data(contentsOf: folder.appending(path: "\($0)/\(name)")) }
            #expect(texts[0] == texts[1] && !texts[0].isEmpty)
        }
    }
}
