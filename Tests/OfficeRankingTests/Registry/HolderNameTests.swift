import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("New names of licence holders")
struct HolderNameTests {
    private let name = "دارنده \(legalID(3).suffix(4))"

    @Test("a provincial account cannot rename a holder with an office elsewhere, and gets a notice")
    func elsewhere() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, shared)
            let gilan = try await fixture.provincialAccount()
            let report = FindingReport()
            let renaming = OfficeLine.file(.init(code: "G-1", holder: legalID(3))).replacing(name, with: "ایکس")
            let outcome = try await fixture.take(.offices, renaming, as: gilan, report: report)
            #expect(outcome.effect == .unchanged)
            #expect(report.first.map(\.code) == [.holderNameKept] && !report.hasErrors)
            #expect(try await holderName(fixture) == name)
            #expect(try await fixture.number("select count(*)::integer from registry.holder_rename") == 0)
        }
    }

    @Test("a provincial account cannot learn from a file whether a holder of another province exists")
    func foreign() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, shared)
            let region = try await fixture.provincialAccount("region.desk", provinces: ["02"])
            let line = OfficeLine(
                code: "M-1", province: "مازندران", county: "ساری", locality: "ساری", holder: legalID(3))
            let known = OfficeLine.file(line).replacing(name, with: "ایکس")
            let unknown = known.replacing(legalID(3), with: legalID(90))
            var reports: [[FindingCode]] = []
            for file in [known, unknown] {
                let report = FindingReport()
                let options = ImportOptions(period: nil, today: Fixture.today, isCheckOnly: true)
                _ = try await region.importFiles([fixture.file(.offices, file)], options, report: report)
                reports.append(report.first.map(\.code))
            }
            #expect(reports[0] == reports[1] && !reports[0].contains(.holderNameKept))
        }
    }

    @Test("a provincial account cannot rename a holder who once had an office elsewhere")
    func earlierElsewhere() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, shared)
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(
                        code: "T-1", province: "تهران", county: "تهران", locality: "تهران", holder: legalID(4),
                        effectiveOn: "1400/01/01")))
            let gilan = try await fixture.provincialAccount()
            let own = OfficeLine.file(
                .init(code: "G-1", holder: legalID(3)), .init(code: "G-2", holder: legalID(3)))
            let renaming = own.replacing(name, with: "ایکس")
            let outcome = try await fixture.take(.offices, renaming, as: gilan)
            #expect(outcome.files[0].inserted == 1 && outcome.files[0].unchanged == 1)
            #expect(try await holderName(fixture) == name)
        }
    }

    @Test("a province renames its own holders and the headquarters every one, with an act and the earlier name kept")
    func renamed() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, shared)
            let tehran = try await fixture.provincialAccount("tehran.desk", provinces: ["23"])
            let own = OfficeLine(
                code: "T-2", province: "تهران", county: "تهران", locality: "تهران", holder: legalID(5))
            try await fixture.take(.offices, OfficeLine.file(own), as: tehran)
            let said = OfficeLine.file(own).replacing("دارنده", with: "شرکت")
            let outcome = try await fixture.take(.offices, said, as: tehran)
            #expect(outcome.effect == .stored && outcome.files[0].changed == 1)
            #expect(try await fixture.ranking.acts(limit: 1).map(\.actor) == ["tehran.desk"])
            let country = try await fixture.take(.offices, shared.replacing(name, with: "ایکس"))
            #expect(country.effect == .stored && country.files[0].changed == 2)
            #expect(try await holderName(fixture) == "ایکس")
            let earlier = try await fixture.administrator { connection in
                try await connection.query("select earlier_name from registry.holder_rename order by revision")
                    .decode(String.self)
            }
            #expect(earlier == ["دارنده \(legalID(5).suffix(4))", name])
            #expect(try await fixture.take(.offices, shared.replacing(name, with: "ایکس")).effect == .unchanged)
        }
    }

    /// An office in Gilan and one in Tehran of one holder.
    private var shared: String {
        OfficeLine.file(
            .init(code: "G-1", holder: legalID(3)),
            .init(code: "T-1", province: "تهران", county: "تهران", locality: "تهران", holder: legalID(3)))
    }

    private func holderName(_ fixture: Fixture) async throws -> String {
        try await fixture.administrator { connection in
            try await connection.query(
                "select name from registry.licence_holder where national_id = \(legalID(3))")[0].decode(String.self)
        }
    }
}
