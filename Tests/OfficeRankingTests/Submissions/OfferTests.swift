import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Values offered to a declaration")
struct OfferTests {
    private let second = halfYear("1400-H2")

    @Test("what counted in the last half-year is offered beside what the register holds, and nothing of it is stored")
    func offers() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            let none = try await accounts.office.offeredValues(to: "G-1", in: Fixture.firstHalf)
            #expect(none.count == 7 && none.allSatisfy { $0.earlier == nil && $0.earlierHalfYear == nil })
            _ = try await fixture.ranking.setOffice(
                "G-1", ["staff_count": "5", "is_accessible": "بله"], effectiveOn: Fixture.today, reason: "x",
                today: Fixture.today)
            try await accounts.office.saveDraft(of: "G-1", in: Fixture.firstHalf, Fixture.declaredValues)
            try await accounts.office.submitDeclaration(of: "G-1", in: Fixture.firstHalf, basedOn: 0)
            let reviewer = try await fixture.account("reviewer", role: "headquarters")
            try await fixture.take(.reviews, "office_code,staff_count_confirmed\nG-1,4\n", as: reviewer)
            try await fixture.close()
            try await fixture.openNext(second)
            let offers = try await accounts.office.offeredValues(to: "G-1", in: second)
            #expect(offers.map(\.earlier) == [1205, 4, 1, 75, 3, 1, 1])
            #expect(offers.allSatisfy { $0.earlierHalfYear == Fixture.firstHalf })
            #expect(offers[1].registered == 5 && offers[6].registered == 1 && offers[2].registered == nil)
            let form = try await accounts.office.declaration(of: "G-1", in: second)
            #expect(form.state == .nothing && form.items.allSatisfy { $0.value == nil && !$0.isDrafted })
            let refusals: [(RankingDatabase, RankingError)] = [
                (accounts.other, .unknownOffice("G-1")),
                (accounts.association, .permissionMissing(permission: "read_facts")),
            ]
            for (account, error) in refusals {
                await expectRefusal(error) { try await account.offeredValues(to: "G-1", in: second) }
            }
        }
    }

    @Test("an office that continues another one is offered the other's values; after a merger it is not")
    func continued() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            try await fixture.take(.declarations, "office_code,staff_count\nG-1,4\nG-2,6\n")
            try await fixture.close()
            try await fixture.openNext(second)
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    OfficeLine(code: "G-7", holder: legalID(1), predecessor: "G-1", predecessorKind: "move"),
                    OfficeLine(code: "G-8", holder: legalID(2), predecessor: "G-2", predecessorKind: "merger")))
            let moved = try await fixture.account("g7.desk", role: "office", offices: ["G-7"])
            #expect(try await moved.offeredValues(to: "G-7", in: second)[1].earlier == 4)
            #expect(try await fixture.ranking.offeredValues(to: "G-8", in: second)[1].earlier == nil)
        }
    }

    @Test("an option is offered by its code, and a value that the new scheme does not admit is not offered")
    func anotherScheme() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            try await accounts.office.saveDraft(of: "G-1", in: Fixture.firstHalf, Fixture.declaredValues)
            try await accounts.office.submitDeclaration(of: "G-1", in: Fixture.firstHalf, basedOn: 0)
            try await fixture.close()
            let main = "- {code: main_street, title: {fa: بر خیابان یا میدان اصلی, en: on a main street or square}}\n"
            let sample = try Fixture.sampleScheme()
            let changed = sample.replacing("  version: 1 ", with: "  version: 2 ")
                .replacing("            \(main)", with: "")
                .replacing("options: {main_street: 8, side_street: 6,", with: "options: {side_street: 8,")
                .replacing(
                    "value: {type: decimal, places: 1, least: 0, most: 1000}",
                    with: "value: {type: decimal, places: 1, least: 0, most: 100}")
            #expect(changed.count < sample.count)
            try await fixture.ranking.adoptScheme(document: changed)
            try await fixture.openNext(second)
            let offers = try await accounts.office.offeredValues(to: "G-1", in: second)
            #expect(offers[0].earlier == nil && offers[2].earlier == 0 && offers[1].earlier == 6)
        }
    }
}
