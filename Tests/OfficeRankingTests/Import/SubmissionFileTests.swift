import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

private let declared =
    "office_code,floor_area,staff_count,location,holder_experience,insured_staff,disabled_staff,accessibility\n"

@Suite("Files of declarations, scores and reviews")
struct SubmissionFileTests {
    /// GL-001 … GL-004, active offices of Rasht, in an open half-year of the sample scheme.
    private func withOffices(_ body: (Fixture, _ reviewer: RankingDatabase) async throws -> Void) async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: Fixture.sampleScheme())
            let lines = (1...4).map { OfficeLine(code: "GL-00\($0)", holder: legalID($0)) }
            try await fixture.take(.offices, OfficeLine.file(lines))
            try await body(fixture, try await fixture.account("reviewer", role: "headquarters"))
        }
    }

    private func take(
        _ fixture: Fixture, _ kind: ImportKind, _ text: String, as ranking: RankingDatabase? = nil,
        source: String? = nil, report: FindingReport = FindingReport()
    ) async throws -> ImportOutcome {
        let options = ImportOptions(period: Fixture.firstHalf, source: source, today: Fixture.today)
        return try await (ranking ?? fixture.ranking)
            .importFiles([fixture.file(kind, text)], options, report: report)
    }

    private func facts(_ fixture: Fixture, _ code: String) async throws -> OfficeFacts {
        try await fixture.close()
        _ = try await fixture.ranking.rank(Fixture.firstHalf)
        return try await fixture.ranking.explain(code, in: Fixture.firstHalf).facts
    }

    @Test("a declarations file without the columns of confirmed values keeps the confirmed values")
    func absentConfirmedColumns() async throws {
        try await withOffices { fixture, reviewer in
            let row = "GL-001,120,6,side_street,7.5,3,1,yes"
            _ = try await take(fixture, .declarations, declared + row + "\n")
            let reviewed = try await take(
                fixture, .declarations,
                declared.dropLast() + ",floor_area_confirmed,staff_count_confirmed,data_completeness_confirmed\n" + row
                    + ",70,3,90\n", as: reviewer)
            #expect(reviewed.effect == .stored)
            let again = try await take(
                fixture, .declarations, declared + row + "\nGL-002,120,6,side_street,7.5,3,1,yes\n")
            #expect(again.files.map(\.inserted) == [1] && again.files.map(\.unchanged) == [1])
            let facts = try await facts(fixture, "GL-001")
            #expect(facts.values[0] == 700 && facts.values[1] == 3 && facts.values[6] == 90)
            #expect(facts.values.declared(at: 0) == 1_200 && facts.values.verdict(at: 0) == .corrected)
        }
    }

    @Test("a new value for an item removes its verdict, and no other item's")
    func reopened() async throws {
        try await withOffices { fixture, reviewer in
            _ = try await take(fixture, .declarations, "office_code,floor_area,staff_count\nGL-001,120,6\n")
            _ = try await take(
                fixture, .reviews, "office_code,floor_area_confirmed,staff_count_confirmed\nGL-001,70,3\n", as: reviewer
            )
            _ = try await take(fixture, .declarations, "office_code,floor_area,staff_count\nGL-001,130,6\n")
            let facts = try await facts(fixture, "GL-001")
            #expect(facts.values[0] == 1_300 && facts.values.verdict(at: 0) == nil)
            #expect(facts.values[1] == 3 && facts.values.verdict(at: 1) == .corrected)
        }
    }

    @Test("a declared value is checked against the value declared earlier for the criterion that bounds it")
    func boundsAcrossFiles() async throws {
        try await withOffices { fixture, _ in
            _ = try await take(
                fixture, .declarations, "office_code,staff_count,insured_staff\nGL-001,5,3\nGL-002,5,3\n")
            for (text, code, value) in [
                ("office_code,insured_staff\nGL-001,6\n", FindingCode.valueAboveAnother, "6"),
                ("office_code,staff_count\nGL-001,2\n", .valueBelowAnother, "2"),
            ] {
                let report = FindingReport()
                let outcome = try await take(fixture, .declarations, text, report: report)
                #expect(outcome.effect == .refused)
                #expect(report.first.map(\.code) == [code] && report.first.map(\.value) == [value])
                let other = code == .valueAboveAnother ? "number of staff" : "staff with an insurance record"
                #expect(report.first.first?.reason(in: .english).contains(other) == true, "\(report.first)")
            }
            // At the bound itself, and where the other is taken back.
            for text in [
                "office_code,insured_staff\nGL-001,5\n", "office_code,staff_count,floor_area\nGL-002,,100\n",
                "office_code,insured_staff\nGL-002,9\n",
            ] { #expect(try await take(fixture, .declarations, text).effect == .stored) }
        }
    }

    @Test("a corrected value is checked against the counting value of the criterion that bounds it")
    func boundsOfReviews() async throws {
        try await withOffices { fixture, reviewer in
            _ = try await take(
                fixture, .declarations, "office_code,staff_count,insured_staff\nGL-001,5,4\nGL-002,5,4\n")
            for (text, code, column) in [
                (
                    "office_code,staff_count_confirmed\nGL-001,3\n", FindingCode.valueBelowAnother,
                    "staff_count_confirmed"
                ),
                ("office_code,insured_staff_confirmed\nGL-001,6\n", .valueAboveAnother, "insured_staff_confirmed"),
            ] {
                let report = FindingReport()
                let outcome = try await take(fixture, .reviews, text, as: reviewer, report: report)
                #expect(outcome.effect == .refused && report.first.map(\.code) == [code], "\(column): \(report.first)")
            }
            // Both together, and one after the other where the first makes room.
            for text in [
                "office_code,staff_count_confirmed,insured_staff_confirmed\nGL-001,2,2\n",
                "office_code,insured_staff_confirmed\nGL-002,1\n", "office_code,staff_count_confirmed\nGL-002,1\n",
            ] { #expect(try await take(fixture, .reviews, text, as: reviewer).effect == .stored, "\(text)") }
        }
    }

    @Test("a declared value that differs from the register is stored with a finding that names both")
    func register() async throws {
        try await withOffices { fixture, _ in
            _ = try await fixture.ranking.setOffice(
                "GL-001", ["floor_area": "95.5", "is_accessible": "no"], effectiveOn: day("1400-05-01"), reason: "seen",
                today: Fixture.today)
            let report = FindingReport()
            let outcome = try await take(
                fixture, .declarations,
                "office_code,floor_area,staff_count,accessibility\nGL-001,120,6,yes\nGL-002,120,6,yes\n", report: report
            )
            #expect(outcome.effect == .stored)
            let told = report.first.filter { $0.code == .differsFromRegister }
            #expect(told.map(\.line) == [2, 2] && told.map(\.value) == ["بله", "120"])
            #expect(told.map(\.arguments) == [["خیر"], ["95.5"]])
        }
    }

    @Test("a person cannot confirm his own declaration, in one file or two, from any of his accounts")
    func fourEyes() async throws {
        try await withOffices { fixture, _ in
            _ = try await take(fixture, .declarations, "office_code,floor_area\nGL-001,120\n")
            try await fixture.administrator { connection in
                try await connection.query(
                    """
                    insert into registry.account (name, person, role)
                    select 'operator.two', person, role from registry.account where name = 'operator'
                    """)
            }
            for ranking in [fixture.ranking, fixture.ranking.acting(as: "operator.two")] {
                let report = FindingReport()
                let outcome = try await take(
                    fixture, .reviews, "office_code,floor_area_confirmed\nGL-001,70\n", as: ranking, report: report)
                #expect(outcome.effect == .refused && report.first.map(\.code) == [.reviewerIsDeclarer])
            }
            let report = FindingReport()
            _ = try await take(
                fixture, .declarations, "office_code,floor_area,floor_area_confirmed\nGL-002,120,100\n", report: report)
            #expect(report.first.map(\.code) == [.reviewerIsDeclarer])
        }
    }

    @Test("a row of blanks, dashes or only the region's cells is no declaration")
    func blankDeclaration() async throws {
        try await withOffices { fixture, _ in
            let report = FindingReport()
            _ = try await take(
                fixture, .declarations,
                declared.dropLast() + ",data_completeness\nGL-001,120,6,side_street,7.5,3,1,yes,90\nGL-002,,,,,,,,\n"
                    + "GL-003,-,—,,_,N/A,,,\nGL-004,,,,,,,,80\n", report: report)
            #expect(report.first.map(\.code) == [.rowSaysNothing, .rowSaysNothing])
            #expect(report.first.map(\.line) == [3, 4])
            try await fixture.close()
            _ = try await fixture.ranking.rank(Fixture.firstHalf)
            let offices = try await fixture.ranking.offices(in: Fixture.firstHalf).items
            #expect(offices.filter { $0.origin == .defaulted }.map(\.code).sorted() == ["GL-002", "GL-003", "GL-004"])
        }
    }

    @Test("a file with fewer columns keeps the other values; an empty cell clears its value with a notice")
    func columns() async throws {
        try await withOffices { fixture, _ in
            _ = try await take(fixture, .declarations, "office_code,floor_area,staff_count\nGL-001,120,6\n")
            _ = try await take(fixture, .declarations, "office_code,staff_count\nGL-001,5\n")
            let report = FindingReport()
            _ = try await take(
                fixture, .declarations, "office_code,staff_count,accessibility\nGL-001,,yes\n", report: report)
            #expect(report.first.map(\.code) == [.valueCleared] && report.first.map(\.line) == [2])
            let facts = try await facts(fixture, "GL-001")
            #expect(facts.values[0] == 1_200 && facts.values[1] == nil && facts.values[7] == 1)
        }
    }

    @Test("a survey with zero respondents is a sound row without a value; a mean without respondents is a fault")
    func nobodyAnswered() async throws {
        try await withOffices { fixture, _ in
            let report = FindingReport()
            let outcome = try await take(
                fixture, .satisfactionScores,
                "کد دفتر,میانگین رضایت,تعداد پاسخ‌دهندگان\nGL-001,4.2,30\nGL-002,,0\nGL-003,-,0\nGL-004,#DIV/0!,0\n",
                report: report)
            #expect(outcome.effect == .stored && !report.hasErrors)
            #expect(outcome.files.map(\.inserted) == [1])
            let faults = FindingReport()
            _ = try await take(
                fixture, .satisfactionScores, "office_code,mean,respondents\nGL-002,4.1,0\nGL-003,,5\nGL-004,4.1,\n",
                report: faults)
            #expect(faults.first.map(\.code) == [.meanOfNobody, .valueMissing, .respondentsMissing])
        }
    }

    @Test("only the accounts that the scheme names may submit or review for a source")
    func writers() async throws {
        try await withOffices { fixture, _ in
            let gilan = try await fixture.provincialAccount()
            let report = FindingReport()
            let outcome = try await take(
                fixture, .declarations, "office_code,floor_area,data_completeness\nGL-001,120,90\n", as: gilan,
                report: report)
            #expect(outcome.effect == .refused && report.first.map(\.code) == [.sourceOfAnother])
            let own = try await take(fixture, .declarations, "office_code,floor_area\nGL-001,120\n", as: gilan)
            #expect(own.effect == .stored)
            let reviews = FindingReport()
            _ = try await take(
                fixture, .reviews, "office_code,floor_area_confirmed\nGL-001,70\n", as: gilan, report: reviews)
            #expect(reviews.first.map(\.code) == [.reviewOfAnother])
        }
    }

    @Test("a declarations file without a column of any criterion is refused")
    func noColumns() async throws {
        try await withOffices { fixture, _ in
            let report = FindingReport()
            let outcome = try await take(fixture, .declarations, "office_code\nGL-001\n", report: report)
            #expect(outcome.effect == .refused && report.first.map(\.code) == [.columnMissing])
        }
    }
}
