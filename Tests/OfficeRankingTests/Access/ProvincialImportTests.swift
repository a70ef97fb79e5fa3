import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("What an account of one province may import")
struct ProvincialImportTests {
    @Test("a provincial account cannot import an office of another province")
    func officesElsewhere() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let gilan = try await fixture.provincialAccount()
            let line = OfficeLine(
                code: "T-2", province: "تهران", county: "تهران", locality: "تهران", holder: legalID(4))
            let report = FindingReport()
            let outcome = try await fixture.take(.offices, OfficeLine.file(line), as: gilan, report: report)
            #expect(outcome.effect == .refused)
            #expect(report.first.map(\.code) == [.officeOutOfScope])
            #expect(try await fixture.number("select count(*) from registry.office") == 3)
        }
    }

    @Test("a provincial account cannot take over an office by writing its code with a place of its own")
    func takingOver() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let gilan = try await fixture.provincialAccount()
            let report = FindingReport()
            let file = OfficeLine.file(OfficeLine(code: "T-1", holder: legalID(3)))
            let outcome = try await fixture.take(.offices, file, as: gilan, report: report)
            #expect(outcome.effect == .refused)
            #expect(report.first.map(\.code) == [.officeOfOtherProvince])
            #expect(report.first.map(\.line) == [2])
            let kept = try await fixture.take(.offices, file, as: gilan, acceptsValid: true)
            #expect(kept.files[0].refused == 1)
            #expect(
                try await fixture.number("select province_id from registry.office where code = 'T-1'") == 23)
        }
    }

    @Test("facts that a provincial account imports about another province are of an unknown office")
    func factsElsewhere() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let gilan = try await fixture.provincialAccount()
            for (kind, text) in [
                (ImportKind.declarations, "office_code,staff\nT-1,9\n"),
                (.violations, "office_code,decision_number,kind,decided_on\nT-1,R-9,overcharging,1400/02/01\n"),
            ] {
                let report = FindingReport()
                let outcome = try await fixture.take(kind, text, as: gilan, report: report)
                #expect(outcome.effect == .refused)
                #expect(report.first.map(\.code) == [.officeUnknown])
            }
            #expect(try await fixture.number("select count(*) from registry.submission") == 2)
            #expect(try await fixture.number("select count(*) from registry.violation") == 1)
        }
    }

    @Test("the rows that an import refused are seen by its own account and by the headquarters")
    func refusedRows() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let gilan = try await fixture.provincialAccount()
            let tehran = try await fixture.provincialAccount("tehran.desk", provinces: ["23"])
            try await fixture.take(
                .declarations, "office_code,staff\nG-1,8\nG-2,x\n", as: gilan, acceptsValid: true)
            #expect(try await gilan.refusedRows().map(\.text) == ["G-2,x"])
            #expect(try await fixture.ranking.refusedRows().map(\.text) == ["G-2,x"])
            #expect(try await tehran.refusedRows().isEmpty)
        }
    }

    @Test("a provincial account's imports stand in the record under its name, and it reads no other acts")
    func record() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            let gilan = try await fixture.provincialAccount()
            try await fixture.take(.declarations, "office_code,staff\nG-1,8\n", as: gilan)
            #expect(try await fixture.ranking.acts(limit: 1).map(\.actor) == ["gilan.desk"])
            #expect(try await gilan.acts().map(\.kind) == ["import"])
            await expectRefusal(.permissionMissing(permission: "read_record")) { try await gilan.checkRecord() }
        }
    }
}
