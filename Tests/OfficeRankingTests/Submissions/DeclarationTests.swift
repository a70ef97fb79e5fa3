import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Self-declarations by form")
struct DeclarationTests {
    private let first = Fixture.firstHalf

    @Test("an office drafts, submits, changes and withdraws its declaration, and each item tells who said it and when")
    func story() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            let office = accounts.office
            #expect(try await office.declaration(of: "G-1", in: first).state == .nothing)
            try await office.saveDraft(of: "G-1", in: first, Fixture.declaredValues)
            let drafted = try await office.declaration(of: "G-1", in: first)
            #expect(drafted.state == .draft && drafted.number == 0 && drafted.isComplete)
            #expect(drafted.items.map(\.draftValue) == [1205, 6, 1, 75, 3, 1, 1] && drafted.draft?.version == 1)
            #expect(try await office.submitDeclaration(of: "G-1", in: first, basedOn: 0) == 1)
            try await office.saveDraft(of: "G-1", in: first, ["staff_count": "8"])
            #expect(try await office.submitDeclaration(of: "G-1", in: first, basedOn: 1) == 2)
            let submitted = try await office.declaration(of: "G-1", in: first)
            #expect(submitted.state == .submitted && submitted.draft == nil && !submitted.isOnBehalf)
            #expect(submitted.items.map(\.value) == [1205, 8, 1, 75, 3, 1, 1])
            #expect(submitted.items.map(\.said?.number) == [1, 2, 1, 1, 1, 1, 1])
            #expect(submitted.items.allSatisfy { $0.said?.account == "g1.desk" && $0.said?.file == nil })
            try await office.withdrawDeclaration(of: "G-1", in: first, basedOn: 2, reason: "اشتباه")
            let withdrawn = try await office.declaration(of: "G-1", in: first)
            #expect(withdrawn.state == .withdrawn && withdrawn.number == 3 && withdrawn.missing.count == 7)
            let acts = try await fixture.ranking.acts().map(\.kind)
            #expect(acts.count { $0 == "submit" } == 2 && acts.contains("withdraw") && acts.contains("save_draft"))
        }
    }

    @Test("the same values by file and by form give the same submissions")
    func sameByFile() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            let names = Fixture.declaredValues.keys.sorted()
            let changes = Fixture.declaredValues.merging(["staff_count": "8", "accessibility": ""]) { $1 }
            for values in [Fixture.declaredValues, changes] {
                let cells = names.map { "\"\(values[$0] ?? "")\"" }.joined(separator: ",")
                let text = "office_code,\(names.joined(separator: ","))\nG-2,\(cells)\n"
                #expect(try await fixture.take(.declarations, text, as: accounts.other).effect == .stored)
            }
            for (number, values) in [Fixture.declaredValues, changes].enumerated() {
                try await accounts.office.saveDraft(of: "G-1", in: first, values)
                try await accounts.office.submitDeclaration(of: "G-1", in: first, basedOn: number, withGaps: true)
            }
            let byForm = try await fixture.submissions(of: "G-1")
            #expect(try await byForm == fixture.submissions(of: "G-2") && byForm.count == 2)
        }
    }

    @Test("values are read as in a file, and all faults are told at once")
    func faults() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            let wrong = [
                "floor_area": "بزرگ", "staff_count": "2", "insured_staff": "3", "location": "کوه", "colour": "red",
                "holder_experience": "70",
            ]
            do {
                try await accounts.office.saveDraft(of: "G-1", in: first, wrong)
                Issue.record("it was not refused")
            } catch let error as RankingError {
                let told = error.faults.map(\.english)
                for name in ["floor_area", "insured_staff", "location", "colour", "holder_experience"] {
                    #expect(told.contains { $0.hasPrefix("\(name): ") }, "\(name): \(told)")
                }
            }
            #expect(try await accounts.office.declaration(of: "G-1", in: first).draft == nil)
            // One above the other that was saved before: found when it is checked, and refused when it is submitted.
            try await accounts.office.saveDraft(of: "G-1", in: first, ["insured_staff": "3"])
            try await accounts.office.saveDraft(of: "G-1", in: first, ["staff_count": "2"])
            let form = try await accounts.office.declaration(of: "G-1", in: first)
            #expect(form.faults.map(\.code) == [.valueAboveAnother] && form.faults.first?.column == "insured_staff")
            await expectRefusal(.invalid(form.faults.map(\.sentence))) {
                try await accounts.office.submitDeclaration(of: "G-1", in: first, basedOn: 0, withGaps: true)
            }
        }
    }

    @Test("a value for another kind of office is refused, and a form has only the criteria of its office's kind")
    func kinds() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithSoundOffices()
            let form = try await fixture.ranking.score("survey", of: "R-1", in: first)
            #expect(form.items.count == 1 && form.items[0].isMissing)
            await #expect(throws: RankingError.self) {
                try await fixture.ranking.enterScore(
                    "association", of: "R-1", in: first, ["cooperation": "3"], basedOn: 0)
            }
            #expect(try await fixture.submissions(of: "R-1", source: 1).isEmpty)
        }
    }

    @Test("gaps pass only if the office says so, and a declaration without any value never")
    func gaps() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            try await accounts.office.saveDraft(
                of: "G-1", in: first, Fixture.declaredValues.merging(["location": "", "accessibility": "-"]) { $1 })
            let missing = try await accounts.office.declaration(of: "G-1", in: first).missing.map(\.code)
            #expect(missing == ["location", "accessibility"])
            await expectRefusal(.declarationIncomplete(missing: "location, accessibility")) {
                try await accounts.office.submitDeclaration(of: "G-1", in: first, basedOn: 0)
            }
            try await accounts.office.submitDeclaration(of: "G-1", in: first, basedOn: 0, withGaps: true)
            // The gaps are said, so that a reviewer can correct them.
            let items = try await accounts.office.declaration(of: "G-1", in: first).items
            #expect(items.allSatisfy { $0.said?.number == 1 })
            let all = items.map(\.criterion.code).joined(separator: ", ")
            await expectRefusal(.declarationIncomplete(missing: all)) {
                try await accounts.other.submitDeclaration(of: "G-2", in: first, basedOn: 0, withGaps: true)
            }
        }
    }

    @Test("an office's account knows no other office, and no account of another role declares as the office")
    func foreign() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            for other in ["G-2", "T-1", "X"] {
                await expectRefusal(.unknownOffice(other)) {
                    try await accounts.office.saveDraft(of: other, in: first, ["staff_count": "3"])
                }
                await expectRefusal(.unknownOffice(other)) {
                    try await accounts.office.submitDeclaration(of: other, in: first, basedOn: 0)
                }
                await expectRefusal(.unknownOffice(other)) {
                    try await accounts.office.withdrawDeclaration(of: other, in: first, basedOn: 0, reason: "x")
                }
                await expectRefusal(.unknownOffice(other)) {
                    try await accounts.office.declaration(of: other, in: first)
                }
            }
            await expectRefusal(.sourceOfAnother("office")) {
                try await accounts.association.saveDraft(of: "G-1", in: first, ["staff_count": "3"])
            }
            let auditor = try await fixture.account("audit.desk", role: "auditor")
            await expectRefusal(.permissionMissing(permission: "save_draft")) {
                try await auditor.saveDraft(of: "G-1", in: first, ["staff_count": "3"])
            }
        }
    }

    @Test("after its window an office can still draft, but neither submit nor withdraw")
    func afterWindow() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            try await accounts.office.saveDraft(of: "G-1", in: first, Fixture.declaredValues)
            try await accounts.office.submitDeclaration(of: "G-1", in: first, basedOn: 0)
            try await fixture.closeWindow(of: "office")
            try await accounts.office.saveDraft(of: "G-1", in: first, ["staff_count": "9"])
            let closed = RankingError.windowClosed(window: "office 2021-09-23 2021-10-12")
            await expectRefusal(closed) {
                try await accounts.office.submitDeclaration(of: "G-1", in: first, basedOn: 1)
            }
            await expectRefusal(closed) {
                try await accounts.office.withdrawDeclaration(of: "G-1", in: first, basedOn: 1, reason: "x")
            }
            #expect(try await accounts.office.declaration(of: "G-1", in: first).draft?.version == 3)
        }
    }

    @Test("of two submissions based on the same one, the second is refused, also at the same time")
    func twice() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            try await accounts.province.saveDraft(of: "G-1", in: first, Fixture.declaredValues)
            try await accounts.office.saveDraft(of: "G-1", in: first, Fixture.declaredValues)
            async let one = outcome { try await accounts.office.submitDeclaration(of: "G-1", in: first, basedOn: 0) }
            async let two = outcome { try await accounts.province.submitDeclaration(of: "G-1", in: first, basedOn: 0) }
            async let three = outcome { try await accounts.office.submitDeclaration(of: "G-1", in: first, basedOn: 0) }
            let outcomes = await [one, two, three]
            #expect(outcomes.count { $0 == nil } == 1, "\(outcomes)")
            #expect(outcomes.count { $0 == .saidMeanwhile } == 2, "\(outcomes)")
            await expectRefusal(.saidMeanwhile) {
                try await accounts.office.withdrawDeclaration(of: "G-1", in: first, basedOn: 0, reason: "x")
            }
        }
    }

    @Test("once an office has spoken, neither a file nor a form of its province changes its declaration")
    func ownerHasSpoken() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            try await fixture.take(.declarations, "office_code,staff_count\nG-1,4\n", as: accounts.province)
            // The office's own words count as its own, even where they are the same.
            try await accounts.office.saveDraft(of: "G-1", in: first, ["staff_count": "4"])
            #expect(try await accounts.office.submitDeclaration(of: "G-1", in: first, basedOn: 1, withGaps: true) == 2)
            let report = FindingReport()
            let file = try await fixture.take(
                .declarations, "office_code,staff_count\nG-1,5\n", as: accounts.province, report: report)
            #expect(file.effect == .refused && report.first.map(\.code) == [.ownerHasSpoken])
            try await accounts.province.saveDraft(of: "G-1", in: first, ["staff_count": "5"])
            await expectRefusal(.ownerHasSpoken("office")) {
                try await accounts.province.submitDeclaration(of: "G-1", in: first, basedOn: 2, withGaps: true)
            }
            await expectRefusal(.ownerHasSpoken("office")) {
                try await accounts.province.withdrawDeclaration(of: "G-1", in: first, basedOn: 2, reason: "x")
            }
            #expect(try await accounts.office.declaration(of: "G-1", in: first).items[1].value == 4)
        }
    }

    @Test("an office that withdraws took no part when the half-year closes, and may submit again before")
    func withdrawal() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            for (office, account) in [("G-1", accounts.office), ("G-2", accounts.other)] {
                try await account.saveDraft(of: office, in: first, Fixture.declaredValues)
                try await account.submitDeclaration(of: office, in: first, basedOn: 0)
                await expectRefusal(.reasonIsRequired) {
                    try await account.withdrawDeclaration(of: office, in: first, basedOn: 1, reason: " ")
                }
                try await account.withdrawDeclaration(of: office, in: first, basedOn: 1, reason: "x")
                await expectRefusal(.unknownSubmission(office: office)) {
                    try await account.withdrawDeclaration(of: office, in: first, basedOn: 2, reason: "x")
                }
            }
            try await accounts.other.saveDraft(of: "G-2", in: first, ["staff_count": "3"])
            try await accounts.other.submitDeclaration(of: "G-2", in: first, basedOn: 2, withGaps: true)
            try await fixture.closeAndRank()
            #expect(try await fixture.ranking.explain("G-1", in: first).facts.tookPart == false)
            #expect(try await fixture.ranking.explain("G-2", in: first).facts.tookPart)
            await expectRefusal(.periodNotOpen(state: "ranked")) {
                try await accounts.office.saveDraft(of: "G-1", in: first, ["staff_count": "3"])
            }
        }
    }

    @Test("an item that a reviewer rejected is said again if the draft names it, even with the same value")
    func insisting() async throws {
        try await Fixture.withDeclarers { fixture, accounts in
            let reviewer = try await fixture.account("reviewer", role: "headquarters")
            try await accounts.office.saveDraft(of: "G-1", in: first, Fixture.declaredValues)
            try await accounts.office.submitDeclaration(of: "G-1", in: first, basedOn: 0)
            try await fixture.take(
                .reviews, "office_code,staff_count_confirmed,floor_area_confirmed\nG-1,4,120.5\n", as: reviewer)
            let reviewed = try await accounts.office.declaration(of: "G-1", in: first).items
            #expect(reviewed.map(\.review?.verdict) == [.confirmed, .corrected, nil, nil, nil, nil, nil])
            #expect(reviewed[1].review?.value == 4)
            // Without news nothing is said; a confirmed item is none.
            try await accounts.office.saveDraft(of: "G-1", in: first, ["floor_area": "120.5"])
            #expect(try await accounts.office.submitDeclaration(of: "G-1", in: first, basedOn: 1) == 1)
            try await accounts.office.saveDraft(of: "G-1", in: first, ["staff_count": "6"])
            #expect(try await accounts.office.submitDeclaration(of: "G-1", in: first, basedOn: 1) == 2)
            let again = try await accounts.office.declaration(of: "G-1", in: first).items
            #expect(again.map(\.said?.number) == [1, 2, 1, 1, 1, 1, 1] && again[1].review == nil)
            #expect(again[0].review?.verdict == .confirmed)
        }
    }

    private func outcome(_ body: () async throws -> some Sendable) async -> RankingError? {
        do {
            _ = try await body()
            return nil
        } catch {
            return error as? RankingError ?? .failed("\(error)")
        }
    }
}
