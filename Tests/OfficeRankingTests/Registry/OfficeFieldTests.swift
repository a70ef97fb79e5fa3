import Postgres
import RankingRules
import TestDatabase
import Testing

@testable import OfficeRanking

/// A value of each field as a file has it, and another one.
private let samples: [OfficeField: (first: String, second: String)] = [
    .code: ("G-1", "G-1"), .kind: ("urban", "urban"), .province: ("گیلان", "گیلان"), .county: ("رشت", "رشت"),
    .locality: ("رشت", "خمام"), .holderNationalID: (legalID(1), legalID(2)), .holderName: ("یکم", "دوم"),
    .licenceNumber: ("P-1", "P-2"), .licensedOn: ("1395/01/01", "1395/01/02"),
    .expiresOn: ("1410/01/01", "1410/01/02"), .state: ("active", "expired"), .managerName: ("مدیر", "مدیر دو"),
    .deputyName: ("جانشین", "جانشین دو"), .address: ("خیابان", "کوچه"), .postalCode: ("4133333333", "4133333334"),
    .tenure: ("ملکی", "استیجاری"), .floorArea: ("62.5", "70"), .equipment: ("رایانه", "چاپگر"),
    .hasSignboard: ("yes", "no"), .isAccessible: ("no", "yes"), .postsTariff: ("yes", "no"), .staffCount: ("4", "5"),
    .insuredStaffCount: ("3", "2"), .disabledStaffCount: ("1", "2"), .effectiveOn: ("1400/01/01", "1400/01/02"),
    .predecessorCode: ("", ""), .predecessorKind: ("", ""),
]

/// Fields that a file may leave out.
private let optionalFields = OfficeField.settable.filter { !$0.field.column.isRequired }

@Suite("The fields of an office, one list for files, corrections and records")
struct OfficeFieldTests {
    private func file(_ changed: OfficeField?, without left: [OfficeField] = []) -> String {
        let fields = OfficeField.allCases.filter { !left.contains($0) }
        let cells = fields.map { field in
            samples[field].map { field == changed ? $0.second : $0.first } ?? ""
        }
        return fields.map(\.name).joined(separator: ",") + "\n" + cells.joined(separator: ",") + "\n"
    }

    @Test("every field of an office has a column of its name in the landing table, in the same order")
    func landingTable() async throws {
        try await Fixture.with { fixture in
            let columns = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select attname::text from pg_attribute
                    where attrelid = 'staging.office_row'::regclass and attnum > 4 and attname <> 'made_in'
                    order by attnum
                    """
                ).decode(String.self)
            }
            #expect(columns == OfficeField.allCases.map(\.name))
        }
    }

    @Test("the database and the program agree on the fields that may be corrected or left out")
    func fieldsOfTheDatabase() async throws {
        try await Fixture.with { fixture in
            let (settable, optional) = try await fixture.administrator { connection in
                try await connection.query("select ranking.office_fields(), ranking.optional_office_fields()")[0]
                    .decode(([String], [String]).self)
            }
            #expect(Set(settable + ["locality"]) == Set(OfficeField.settable.map(\.name)))
            #expect(optional == optionalFields.map(\.name))
        }
    }

    @Test("every field of an offices file is stored, shown and changed by the next file", arguments: OfficeField.shown)
    func everyFieldByFile(field: OfficeField) async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, file(nil))
            let before = try await fixture.ranking.office("G-1")
            #expect(Set(before.values.keys) == Set(OfficeRecord.fields))
            let isIdentity = samples[field].map { $0.first == $0.second } ?? true
            let outcome = try await fixture.take(.offices, file(field))
            let after = try await fixture.ranking.office("G-1")
            let differing = OfficeRecord.fields.filter { after.values[$0] != before.values[$0] }
            // A day of effect alone is no change; a holder's other name makes no version, all else does.
            let versioned: [OfficeField] = field == .holderName ? [field] : [field, .effectiveOn]
            #expect(differing == (isIdentity || field == .effectiveOn ? [] : versioned))
            #expect((outcome.effect == .stored) == !differing.isEmpty)
        }
    }

    @Test("a field without a column in an offices file stays unchanged", arguments: optionalFields)
    func absentField(field: OfficeField) async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, file(nil))
            let before = try await fixture.ranking.office("G-1")
            let report = FindingReport()
            let outcome = try await fixture.take(.offices, file(nil, without: [field]), report: report)
            #expect(outcome.effect == .unchanged && report.total == 0)
            #expect(try await fixture.ranking.office("G-1") == before)
        }
    }

    @Test("an empty cell of an offices file clears its field with a notice", arguments: optionalFields)
    func emptyCell(field: OfficeField) async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, file(nil))
            let cells = OfficeField.allCases.map { $0 == field ? "" : samples[$0]?.first ?? "" }
            let text = OfficeField.allCases.map(\.name).joined(separator: ",") + "\n" + cells.joined(separator: ",")
            let report = FindingReport()
            try await fixture.take(.offices, text + "\n", report: report)
            #expect(report.first.map(\.code) == [.valueCleared] && report.first.first?.column == field.name)
            #expect(try await fixture.ranking.office("G-1").values[field] == nil)
        }
    }

    @Test(
        "a field corrected by hand stays corrected when the last file is imported again",
        arguments: OfficeField.settable)
    func everyFieldByHand(field: OfficeField) async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, file(nil))
            let before = try await fixture.ranking.office("G-1")
            let value = try #require(samples[field]?.second)
            let isChanged = try await fixture.ranking.setOffice(
                "G-1", [field.name: value], effectiveOn: day("1402-01-01"), reason: "x", today: Fixture.today)
            let corrected = try await fixture.ranking.office("G-1")
            let differing = OfficeRecord.fields.filter { corrected.values[$0] != before.values[$0] }
            #expect(isChanged && differing == [field, .effectiveOn])
            try await fixture.take(.offices, file(nil, without: [.effectiveOn]), effectiveOn: day("1402-01-02"))
            #expect(try await fixture.ranking.office("G-1").values[field] == corrected.values[field])
        }
    }
}
