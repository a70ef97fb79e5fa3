import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Absent columns and empty cells of a file")
struct SilentFileTests {
    @Test("a file without a column keeps the known values of that field", arguments: SilentField.all)
    func absentColumn(_ field: SilentField) async throws {
        try await Fixture.with { fixture in
            try await fixture.know(field)
            let report = FindingReport()
            try await fixture.take(field.kind, field.table.without(field.column).text(), report: report)
            #expect(!report.hasErrors && report.counts[.valueCleared] == nil, "\(report.counts)")
            #expect(try await fixture.text(field.state) == field.known)
        }
    }

    @Test(
        "an empty cell clears its field with a notice, is refused, or changes nothing, depending on the field",
        arguments: SilentField.all)
    func emptyCell(_ field: SilentField) async throws {
        try await Fixture.with { fixture in
            try await fixture.know(field)
            let report = FindingReport()
            try await fixture.take(field.kind, field.table.emptied(field.column).text(), report: report)
            #expect(report.first.map(\.code) == (field.finding.map { [$0] } ?? []), "\(report.counts)")
            #expect(report.first.allSatisfy { $0.column == field.column && $0.line == 2 })
            #expect(try await fixture.text(field.state) == field.cleared)
        }
    }

    @Test("an account that may not set a field cannot clear it", arguments: SilentField.all)
    func otherActor(_ field: SilentField) async throws {
        try await Fixture.with { fixture in
            try await fixture.know(field)
            let stranger = try await fixture.provincialAccount("tehran.desk", provinces: ["23"])
            let file = field.table.emptied(field.column).text()
            if [.violations, .contracts].contains(field.kind) {
                let report = FindingReport()
                let outcome = try await fixture.take(field.kind, file, as: stranger, report: report)
                #expect(outcome.effect == .refused && report.counts[.officeUnknown] != nil, "\(report.counts)")
            } else {
                await #expect(throws: RankingError.self) { try await fixture.take(field.kind, file, as: stranger) }
            }
            #expect(try await fixture.text(field.state) == field.known)
        }
    }

    @Test(
        "an older list that undoes a later one is stored with a notice that names the later one",
        arguments: SilentField.lists)
    func olderList(_ field: SilentField) async throws {
        try await Fixture.with { fixture in
            try await fixture.know(field)
            try await fixture.take(field.kind, field.table.filled(field.column, field.later).text())
            let report = FindingReport()
            try await fixture.take(field.kind, field.table.text(), report: report)
            #expect(report.counts[.olderList] == 1, "\(report.counts)")
            #expect(try await fixture.text(field.state) == field.known)
        }
    }

    @Test("a decision loses its finality only by an explicit cell, and with a notice")
    func finality() async throws {
        try await Fixture.with { fixture in
            let field = SilentField.violation
            try await fixture.know(field)
            try await fixture.take(.violations, field.table.filled("is_final", "yes").text())
            try await fixture.take(.violations, field.table.without("is_final").text())
            #expect(try await fixture.text(field.state) == "true")
            let report = FindingReport()
            try await fixture.take(.violations, field.table.text(), report: report)
            #expect(report.counts[.finalityWithdrawn] == 1)
            #expect(try await fixture.text(field.state) == "false")
        }
    }

    @Test("a new decision is final if its file has no column for finality")
    func newDecision() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundOffices()
            try await fixture.take(.violations, SilentField.violation.table.without("is_final").text())
            #expect(try await fixture.text(SilentField.violation.state) == "true")
        }
    }

    @Test("a contract that was ended by an act stays ended when its list is imported again")
    func contractEndedByAct() async throws {
        try await Fixture.with { fixture in
            try await fixture.know(.contract)
            let list = "office_code,service_code,registered_on,ended_on\nG-1,1002,1399/05/01,\n"
            try await fixture.take(.contracts, list)
            try await fixture.ranking.endContract(office: "G-1", service: "1002", on: day("1400-02-01"))
            #expect(try await fixture.take(.contracts, list).effect == .unchanged)
            let report = FindingReport()
            let other = list.replacing("1399/05/01,", with: "1399/05/01,1401/01/01")
            #expect(try await fixture.take(.contracts, other, report: report).effect == .refused)
            #expect(report.first.first?.code == .contractHasEnded)
            #expect(report.first.first?.value == "1401/01/01" && report.first.first?.arguments == ["1400/02/01"])
        }
    }

    @Test("a file that moves a delegation's start past its known withdrawal is refused")
    func movedStart() async throws {
        try await Fixture.with { fixture in
            let field = SilentField.withdrawal
            try await fixture.know(field)
            let report = FindingReport()
            let moved = field.table.without("withdrawn_on").filled("valid_from", "1404/01/01")
            #expect(try await fixture.take(.delegations, moved.text(), report: report).effect == .refused)
            #expect(report.counts == [.daysReversed: 1])
        }
    }

    @Test("a file that names neither area nor places of a delegation keeps its places")
    func places() async throws {
        try await Fixture.with { fixture in
            let field = SilentField.area
            try await fixture.know(field)
            for columns in [["places"], ["area", "places"]] {
                let table = columns.reduce(field.table) { $0.without($1) }
                try await fixture.take(.delegations, table.filled("mou_on", "1398/0\(columns.count)/01").text())
                #expect(try await fixture.text(field.state) == "provinces")
                #expect(
                    try await fixture.number(
                        """
                        select count(*)::integer from registry.delegation_place p
                        where p.revision = (select max(revision) from registry.delegation_version)
                        """) == 2)
            }
        }
    }
}

/// A field that a file of a kind may leave out: a table that fills it in line 2, and what is known after that.
struct SilentField: Sendable, CustomTestStringConvertible {
    let kind: ImportKind
    let column: String
    let table: WrittenTable
    /// The field as a query of one text.
    let state: String
    let known: String
    /// What an empty cell leaves, and the finding that it gets; none where it says nothing either.
    var cleared: String? = nil
    var finding: FindingCode? = .valueCleared
    /// Another value, which a later list has.
    var later = ""

    var testDescription: String { "\(kind.rawValue).\(column)" }

    static let all = [violation, target, withdrawal, evidence, area, confirmation, contract] + services
    static let lists = [violation, withdrawal, confirmation, area, target] + services.prefix(2)

    static let violation = SilentField(
        kind: .violations, column: "is_final",
        table: WrittenTable(
            "office_code,decision_number,kind,decided_on,is_final\nG-1,R-1,overcharging,1400/02/01,no\n"),
        state: "select is_final::text from registry.violation order by revision desc limit 1",
        known: "false", cleared: "false", finding: nil, later: "yes")

    static let target = SilentField(
        kind: .mouTargets, column: "mou_number",
        table: WrittenTable("agency_code,sub_indicator,year,first_year,target,mou_number\nA-1,1/8,1400,1397,4,M-1\n"),
        state: "select mou_number from registry.mou_target where year = 1400 order by revision desc limit 1",
        known: "M-1", later: "M-2")

    static let withdrawal = delegation("withdrawn_on", "2024-03-20", later: "1404/01/01")
    static let evidence = delegation("evidence", "page 1", later: "page 2")
    static let area = delegation("area", "provinces", cleared: "country", later: "country")
    static let confirmation = SilentField(
        kind: .delegations, column: "confirmed_on", table: delegations,
        state: "select confirmed_on::text from registry.delegation_confirmation order by revision desc limit 1",
        known: "2020-05-21", later: "1399/04/01")

    static let contract = SilentField(
        kind: .contracts, column: "ended_on",
        table: WrittenTable("office_code,service_code,registered_on,ended_on\nG-1,1001,1399/05/01,1400/01/01\n"),
        state: "select ended_on::text from registry.contract order by id limit 1",
        known: "2021-03-21", cleared: "2021-03-21", finding: .contractHasEnded)

    static let services = [
        service("phone", "v.phone", "021-1001", later: "021-1002"),
        service("request_counter", "v.stage_counter[2]::text", "true", cleared: "false", later: "no"),
        service("request_channels", "v.stage_channels[2]", "web", cleared: "", later: "paper"),
        service("for_citizens", "array_to_string(v.recipients, '|')", "g2c", cleared: "", later: "no"),
        service("parent_code", "(select p.code from registry.service p where p.id = v.parent_id)", "1001"),
        service("request_url", "v.request_url", "https://services.example/1", later: "https://services.example/2"),
    ]

    private static let delegations = WrittenTable(
        """
        service_code,mou_number,mou_on,valid_from,withdrawn_on,evidence,area,places,confirmed_on
        1001,M-9,1399/01/01,1399/02/01,1403/01/01,page 1,provinces,گیلان|تهران,1399/03/01

        """)

    private static func delegation(
        _ column: String, _ known: String, cleared: String? = nil, later: String
    ) -> SilentField {
        SilentField(
            kind: .delegations, column: column, table: delegations,
            state: "select \(column)::text from registry.delegation_version order by revision desc limit 1",
            known: known, cleared: cleared, later: later)
    }

    private static func service(
        _ column: String, _ expression: String, _ known: String, cleared: String? = nil, later: String = ""
    ) -> SilentField {
        let header = "code,title,agency_code,parent_code,for_citizens,is_sovereign,is_delegable,request_channels"
        return SilentField(
            kind: .services, column: column,
            table: WrittenTable(
                """
                \(header),request_counter,request_url,phone,effective_on
                1009,بخش نهم,A-1,1001,yes,no,yes,web,yes,https://services.example/1,021-1001,1396/01/01

                """),
            state: """
                select \(expression) from registry.service_version v join registry.service s on s.id = v.service_id
                where s.code = '1009' order by v.effective_on desc, v.revision desc limit 1
                """,
            known: known, cleared: cleared, later: later)
    }
}

extension WrittenTable {
    fileprivate func without(_ column: String) -> WrittenTable {
        guard let place = titles.firstIndex(of: column) else { return self }
        var table = self
        table.titles.remove(at: place)
        table.rows = rows.map { cells in cells.enumerated().filter { $0.offset != place }.map(\.element) }
        return table
    }

    fileprivate func emptied(_ column: String) -> WrittenTable { filled(column, "") }

    fileprivate func filled(_ column: String, _ text: String) -> WrittenTable {
        var table = self
        guard let place = titles.firstIndex(of: column) else { return self }
        for row in rows.indices { table.rows[row][place] = text }
        return table
    }
}

extension Fixture {
    /// An open period, and what the field's file needs and says.
    fileprivate func know(_ field: SilentField) async throws {
        try await openWithSoundFiles(before: .contracts)
        let outcome = try await take(field.kind, field.table.text())
        #expect(outcome.effect == .stored)
        #expect(try await text(field.state) == field.known)
    }

    fileprivate func text(_ query: String) async throws -> String? {
        try await administrator { try await $0.query("\(unescaped: query)")[0].decode(String?.self) }
    }
}
