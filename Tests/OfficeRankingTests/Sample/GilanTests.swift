import Foundation
import OfficeRanking
import Postgres
import RankingRules
import Testing

@Suite("Gilan, first half of 1400")
struct GilanTests {
    @Test("tuning")
    func tuning() async throws {
        try await Fixture.with { fixture in
            let scheme = try await fixture.open(scheme: Fixture.sampleScheme())
            try GilanSample.write(to: fixture.folder.path())
            try GilanSample.write(to: "/tmp/gilan")
            let report = FindingReport()
            let files = try ImportFile.inFolder(fixture.folder.path())
            print(files.missing, files.unknown)
            let outcome = try await fixture.ranking.importFiles(
                files.files, ImportOptions(period: Fixture.firstHalf, today: Fixture.today), report: report)
            print(outcome.effect, outcome.files)
            print(report.counts)
            for f in report.first { print(f.line as Any, f.column as Any, f.value as Any, f.code) }
            try await fixture.ranking.closePeriod(Fixture.firstHalf)
            let run = try await fixture.ranking.rank(Fixture.firstHalf)
            print(scheme.ranks.count, run.counts.ranks.map { "\($0.key.rank) \($0.key.origin) \($0.value)" }, run.counts.standings)
            let rows = try await fixture.administrator { try await $0.query("select code, kind, rank, rank_origin, total, penalty, standing from ranking.assessment order by code") }
            var text = ""
            for row in rows {
                let (code, kind, rank, origin, total, penalty, standing) = try row.decode((String, String, Int?, String?, Int?, Int?, String).self)
                text += "\(code),\(kind),\(rank ?? 0),\(origin ?? ""),\(total ?? -1),\(penalty ?? 0),\(standing)\n"
            }
            try text.write(toFile: "/tmp/gilan.out.csv", atomically: true, encoding: .utf8)
        }
    }
}
