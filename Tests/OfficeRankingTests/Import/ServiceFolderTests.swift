import Foundation
import OfficeRanking
import Postgres
import RankingRules
import Testing

@Suite("Folders of agencies and services")
struct ServiceFolderTests {
    @Test("importing the same service file twice changes nothing, with or without refused rows")
    func twice() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundOffices()
            for (kind, text) in SoundFiles.inOrder(of: .services) {
                let withFault = text + String(repeating: "x,", count: WrittenTable(text).titles.count - 1) + "x\n"
                #expect(try await fixture.take(kind, withFault, acceptsValid: true).files[0].refused == 1, "\(kind)")
                let before = try await fixture.fingerprint()
                let again = try await fixture.take(kind, withFault, acceptsValid: true)
                #expect(again.files[0].inserted + again.files[0].changed == 0 && again.files[0].refused == 1)
                #expect(again.files[0].unchanged == WrittenTable(text).rows.count)
                #expect(try await fixture.fingerprint() == before)
                #expect(try await fixture.take(kind, text).effect == .unchanged)
                #expect(try await fixture.fingerprint() == before)
            }
        }
    }

    @Test("checking files of services reports their findings and changes nothing", arguments: [true, false])
    func checkOnly(acceptsValid: Bool) async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundOffices()
            let before = try await fixture.fingerprint()
            let files = try SoundFiles.inOrder(of: .services).map { try fixture.file($0.0, $0.1 + "x\n") }
            let report = FindingReport()
            let options = ImportOptions(today: Fixture.today, acceptsValid: acceptsValid, isCheckOnly: true)
            let outcome = try await fixture.ranking.importFiles(files, options, report: report)
            #expect(outcome.effect == .checked)
            #expect(report.counts == [.cellsTooFew: 5])
            #expect(outcome.files.map(\.rowsRead) == [3, 3, 3, 3, 3])
            #expect(try await fixture.fingerprint() == before)
        }
    }

    @Test("a folder of five service files is imported as a whole: a fault in one file keeps all of them out")
    func folder() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundOffices()
            try fixture.write(SoundFiles.inOrder(of: .services))
            let before = try await fixture.fingerprint()
            let contracts = SoundFiles.texts[.contracts] ?? ""
            _ = try fixture.file(.contracts, contracts + "R-1,1002,1400/13/01,\n")
            let refused = try await fixture.takeFolder()
            #expect(refused.outcome.effect == .refused && refused.report.counts == [.dayNotInCalendar: 1])
            #expect(try await fixture.fingerprint() == before)
            _ = try fixture.file(.contracts, contracts)
            let listed = try ImportFile.inFolder(fixture.folder.path(percentEncoded: false))
            // The offices lie in the same folder.
            let kinds: [ImportKind] = [.offices, .agencies, .services, .mouTargets, .delegations, .contracts]
            #expect(listed.files.map(\.kind) == kinds)
            #expect(listed.missing.allSatisfy { $0.family == .ranking } && listed.unknown.isEmpty)
            #expect(try await fixture.takeFolder().outcome.effect == .stored)
            #expect(try await fixture.takeFolder().outcome.effect == .unchanged)
        }
    }

    @Test("a faulty row of an agency is reported once, not again in every file that names it or its services")
    func noCascade() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundOffices()
            try fixture.write(SoundFiles.inOrder(of: .services), faultyAgency: true)
            let (outcome, report) = try await fixture.takeFolder()
            #expect(outcome.effect == .refused && report.counts == [.dayNotInCalendar: 1])
        }
    }

    @Test("an import of the sound rows refuses and lists the rows that name a refused agency or service")
    func refusedTogether() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundOffices()
            try fixture.write(SoundFiles.inOrder(of: .services), faultyAgency: true)
            let (outcome, _) = try await fixture.takeFolder(acceptsValid: true)
            #expect(outcome.files.map(\.refused) == [1, 2, 1, 2, 2])
            let reasons = try await fixture.ranking.refusedRows().map(\.reason)
            #expect(
                reasons == [
                    "day_not_in_calendar", "agency_unknown", "agency_unknown", "agency_unknown", "service_unknown",
                    "service_unknown", "service_unknown", "service_unknown",
                ])
            #expect(try await fixture.number("select count(*)::integer from registry.service") == 0)
        }
    }

    @Test(
        "an unreadable agencies or services file is reported once, not for each code in other files", arguments: [0, 1])
    func noCascadeOfTheFile(place: Int) async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundOffices()
            var files = SoundFiles.inOrder(of: .services)
            files[place].1 = ""
            try fixture.write(files)
            let (outcome, report) = try await fixture.takeFolder()
            #expect(outcome.effect == .refused && report.counts == [.fileEmpty: 1])
        }
    }

    @Test("services that are parts of each other in a circle are found, also across known services")
    func circles() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.agencies, ServiceFiles.agencies("A1"))
            try await fixture.take(
                .services, ServiceFiles.services(.init(code: "1001"), .init(code: "1002", parent: "1001")))
            let report = FindingReport()
            let circles = ServiceFiles.services(
                .init(code: "1001", parent: "1002"), .init(code: "2001", parent: "2003"),
                .init(code: "2002", parent: "2001"), .init(code: "2003", parent: "2002"),
                .init(code: "2004", parent: "2001"))
            #expect(try await fixture.take(.services, circles, report: report).effect == .refused)
            #expect(report.counts == [.parentIsSelf: 4] && report.first.map(\.line) == [2, 3, 4, 5])
        }
    }

    @Test(
        "a link of another kind than a web address is refused",
        arguments: ["javascript:alert(1)", "www.example", "http://"])
    func links(link: String) async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundFiles(before: .services)
            let text = (SoundFiles.texts[.services] ?? "").replacing("https://services.example/1001", with: link)
            let report = FindingReport()
            #expect(try await fixture.take(.services, text, report: report).effect == .refused)
            #expect(report.counts == [.linkInvalid: 1] && report.first[0].column == "request_url")
        }
    }

    @Test("a service's record is returned as it was imported")
    func record() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundFiles(before: .mouTargets)
            let services = try await fixture.ranking.services(on: Fixture.today).items
            #expect(services.map(\.record.mode) == ["غیرحضوری", "حضوری"])
            #expect(services[0].record.requestPage == "https://services.example/1001")
            #expect(services[0].record.phone == "021-1001" && services[1].record.requestPage == nil)
        }
    }
}

extension Fixture {
    fileprivate func write(_ files: [(ImportKind, String)], faultyAgency: Bool = false) throws {
        for (kind, text) in files {
            let isFaulty = faultyAgency && kind == .agencies
            _ = try file(kind, isFaulty ? text.replacing("یکم,1390/01/01", with: "یکم,1390/13/01") : text)
        }
    }

    fileprivate func takeFolder(
        acceptsValid: Bool = false
    ) async throws -> (outcome: ImportOutcome, report: FindingReport) {
        let report = FindingReport()
        let files = try ImportFile.inFolder(folder.path(percentEncoded: false)).files
            .filter { $0.kind.family == .services }
        let options = ImportOptions(today: Self.today, acceptsValid: acceptsValid)
        return (try await ranking.importFiles(files, options, report: report), report)
    }
}
