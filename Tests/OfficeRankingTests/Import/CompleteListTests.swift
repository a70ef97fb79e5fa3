import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Offices that are missing from a complete list")
struct CompleteListTests {
    private static let tehran = OfficeLine(
        code: "T-1", province: "تهران", county: "تهران", locality: "تهران", holder: legalID(3))

    @Test("offices missing from a complete list are listed by code with their state, and do not change")
    func named() async throws {
        try await Self.withOffices { fixture in
            let before = try await fixture.number("select max(revision)::integer from registry.office")
            let report = FindingReport()
            let outcome = try await fixture.takeList([.init(code: "G-1")], report)
            #expect(outcome.effect == .unchanged && !report.hasErrors)
            #expect(
                report.first.map(\.code) == [.officeMissingFromFile, .officeMissingFromFile, .officeMissingFromFile])
            #expect(report.first.map(\.value) == ["G-10", "G-2", "G-3"])
            #expect(report.first.allSatisfy { $0.file == "offices.csv" && $0.line == nil && $0.column == nil })
            #expect(
                report.first.map(\.arguments) == [["فعال", "active"], ["معلق", "suspended"], ["منقضی", "expired"]])
            #expect(report.first[1].reason(in: .persian).contains("«معلق»"))
            #expect(report.first[1].reason(in: .english).contains("suspended"))
            #expect(try await fixture.number("select max(revision)::integer from registry.office") == before)
        }
    }

    @Test("a missing office is reported only for a complete list, and only in provinces that have a row in it")
    func silent() async throws {
        try await Self.withOffices { fixture in
            let report = FindingReport()
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")), report: report)
            #expect(report.total == 0)
            try await fixture.takeList([Self.tehran], report)
            #expect(report.total == 0)
            try await fixture.takeList([Self.tehran, .init(code: "G-2", state: "suspended")], report)
            #expect(report.first.map(\.value) == ["G-1", "G-10", "G-3"])
        }
    }

    @Test("an office is missing by its state on the day of the complete list, whatever happens later")
    func dayOfTheList() async throws {
        try await Self.withOffices { fixture in
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(code: "G-10", state: "closed", effectiveOn: "1401/01/01"),
                    .init(code: "G-5", state: "active", effectiveOn: "1401/01/01"),
                    .init(code: "G-7", licensedOn: "1400/02/02")))
            for (from, missing) in [
                ("1400-02-01", ["G-10", "G-2", "G-3"]), ("1400-02-02", ["G-10", "G-2", "G-3", "G-7"]),
                ("1400-12-29", ["G-10", "G-2", "G-3", "G-7"]), ("1401-01-01", ["G-2", "G-3", "G-5", "G-7"]),
            ] {
                let report = FindingReport()
                try await fixture.takeList([.init(code: "G-1")], on: day(from), report)
                #expect(report.first.map(\.value) == missing, "\(from)")
            }
        }
    }

    @Test(
        "a faulty row of a complete list counts as its office, but not as a row of its province",
        arguments: [false, true])
    func faultyRows(acceptsValid: Bool) async throws {
        try await Self.withOffices { fixture in
            var faulty = OfficeLine(code: "G-2", state: "asleep")
            var report = FindingReport()
            try await fixture.takeList([.init(code: "G-1"), faulty], acceptsValid: acceptsValid, report)
            #expect(report.counts == [.choiceUnknown: 1, .officeMissingFromFile: 2])
            #expect(report.first.compactMap(\.value) == ["G-10", "G-3", "asleep"])
            faulty.state = "active"
            report = FindingReport()
            try await fixture.takeList([.init(code: "G-1"), faulty], acceptsValid: acceptsValid, report)
            #expect(report.counts == [.stateIsByDecision: 1, .officeMissingFromFile: 2])
            for lines in [[], [faulty], [.init(code: "G 2"), .init(code: "G-1")]] as [[OfficeLine]] {
                report = FindingReport()
                try await fixture.takeList(lines, acceptsValid: acceptsValid, report)
                #expect(report.counts[.officeMissingFromFile] == nil && report.hasErrors)
            }
            report = FindingReport()
            let mistaken = OfficeLine(
                code: "G-3", province: "تهران", county: "تهران", locality: "تهران", state: "expired")
            try await fixture.takeList([.init(code: "G-1"), mistaken], acceptsValid: acceptsValid, report)
            #expect(report.counts == [.officeOfOtherProvince: 1, .officeMissingFromFile: 2])
        }
    }

    @Test("a truncated file is not a complete list")
    func brokenOff() async throws {
        try await Self.withOffices { fixture in
            let whole = OfficeLine.file(.init(code: "G-1"), .init(code: "G-2"))
            let report = FindingReport()
            try await fixture.take(
                .offices, String(whole.dropLast(40)), acceptsValid: true, isComplete: true, report: report)
            #expect(report.hasErrors && report.counts[.officeMissingFromFile] == nil, "\(report.first)")
        }
    }

    @Test("files imported together are one complete list; a missing office is reported in the first of its province")
    func together() async throws {
        try await Self.withOffices { fixture in
            let files = [
                try fixture.file(.offices, OfficeLine.file(Self.tehran, .init(code: "G-1")), name: "offices-1.csv"),
                try fixture.file(
                    .offices, OfficeLine.file(.init(code: "G-3", state: "expired"), .init(code: "G-9")),
                    name: "offices-2.csv"),
                try fixture.file(.agencies, ServiceFiles.agencies("A1")),
            ]
            let report = FindingReport()
            let options = ImportOptions(today: Fixture.today, isComplete: true)
            _ = try await fixture.ranking.importFiles(files, options, report: report)
            #expect(report.first.map(\.value) == ["G-10", "G-2"])
            #expect(report.first.map(\.file) == ["offices-1.csv", "offices-1.csv"])
        }
    }

    @Test("only offices files can be a complete list")
    func otherKinds() async throws {
        try await Fixture.with { fixture in
            await expectRefusal(.invalid([ImportOptions.completeIsOfOffices])) {
                try await fixture.take(.agencies, ServiceFiles.agencies("A1"), isComplete: true)
            }
            let agencies = try await fixture.number("select count(*) from registry.agency")
            #expect(agencies == 0)
        }
    }

    @Test("a provincial account's complete list reports missing offices of its own province only")
    func scope() async throws {
        try await Self.withOffices { fixture in
            let gilan = try await fixture.provincialAccount()
            let report = FindingReport()
            let file = try fixture.file(.offices, OfficeLine.file(Self.tehran, .init(code: "G-1")))
            let options = ImportOptions(today: Fixture.today, acceptsValid: true, isComplete: true)
            _ = try await gilan.importFiles([file], options, report: report)
            #expect(report.counts == [.officeOutOfScope: 1, .officeMissingFromFile: 3])
        }
    }

    @Test("a report shows errors before the missing offices, however many there are")
    func errorsFirst() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file((1...30).map { .init(code: "G-\($0)") }))
            let report = FindingReport()
            try await fixture.takeList([.init(code: "G-1"), .init(code: "G-2", state: "asleep")], report)
            #expect(report.total == 29)
            #expect(report.foremost.count == 20 && report.foremost.first?.code == .choiceUnknown)
        }
    }

    /// In Gilan G-1 and G-10 active, G-2 suspended, G-3 expired, G-5 closed and G-6 revoked; T-1 in Tehran.
    private static func withOffices(_ body: (Fixture) async throws -> Void) async throws {
        try await Fixture.with { fixture in
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(code: "G-1"), .init(code: "G-10"), .init(code: "G-2", state: "suspended"),
                    .init(code: "G-3", state: "expired"), .init(code: "G-5", state: "closed"),
                    .init(code: "G-6", state: "revoked"), tehran))
            try await body(fixture)
        }
    }
}

extension Fixture {
    @discardableResult
    fileprivate func takeList(
        _ lines: [OfficeLine], on day: Day? = nil, acceptsValid: Bool = false, _ report: FindingReport
    ) async throws -> ImportOutcome {
        try await take(
            .offices, OfficeLine.file(lines), acceptsValid: acceptsValid, effectiveOn: day, isComplete: true,
            report: report)
    }
}
