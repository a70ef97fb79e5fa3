import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Who sees violation cases")
struct CaseAccessTests {
    @Test("a committee sees the cases of its provinces, an office its own, and others none")
    func scopes() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            let desks = try await fixture.caseDesks()
            let own = try await desks.committee.finalCase(
                office: "G-1", number: "1", sanction: SanctionTerms(.warning, until: day("1400-12-01")))
            let other = try await desks.committee.finalCase(office: "G-2", number: "2")
            let tehran = try await desks.committee.finalCase(office: "T-1", number: "3")
            func numbers(_ ranking: RankingDatabase) async throws -> [String] {
                try await ranking.cases().items.map(\.number)
            }
            // R-1 came by a file.
            #expect(try await numbers(desks.committee) == ["1", "R-1", "2", "3"])
            #expect(try await numbers(fixture.ranking) == ["1", "R-1", "2", "3"])
            #expect(try await numbers(desks.elsewhere) == ["3"])
            #expect(try await numbers(desks.office) == ["1", "R-1"])
            #expect(try await desks.office.sanctions().items.map(\.caseID) == [own])
            #expect(try await desks.elsewhere.sanctions().items.isEmpty)
            for hidden in [other, tehran] {
                await expectRefusal(.unknownCase("\(hidden)")) { try await desks.office.caseFile(hidden) }
            }
            await expectRefusal(.unknownCase("\(own)")) { try await desks.elsewhere.caseFile(own) }
            await expectRefusal(.unknownCase("\(own)")) {
                try await desks.elsewhere.takeCaseStep(
                    NewCaseStep(.annulled, on: day("1400-04-01"), text: "x"), in: own)
            }
            for name in ["public", try await provincial(fixture)] {
                await expectRefusal(.permissionMissing(permission: "read_cases")) {
                    try await fixture.ranking.acting(as: name).cases()
                }
                try await expectAnswer("RK504 permission_missing", "\(name)") {
                    try await fixture.application(as: name) {
                        try await $0.query("select * from ranking.case_steps(\(own)::integer)")
                    }
                }
            }
        }
    }

    @Test("pages of cases follow each other without a gap, and filters choose among them")
    func pages() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            let desks = try await fixture.caseDesks()
            for number in ["1", "2", "3"] {
                _ = try await desks.committee.decidedCase(office: "G-1", number: number)
                _ = try await desks.committee.finalCase(office: "T-1", number: "T\(number)", kind: "other_kind")
            }
            let whole = try await desks.committee.cases().items
            #expect(whole.count == 7)
            var paged: [ViolationCase] = []
            var cursor: CaseCursor?
            repeat {
                let page = try await desks.committee.cases(limit: 2, after: cursor)
                paged += page.items
                cursor = page.next.flatMap { CaseCursor($0.description) }
            } while cursor != nil
            #expect(paged == whole)
            func count(_ filter: CaseFilter) async throws -> Int { try await desks.committee.cases(filter).items.count }
            #expect(try await count(CaseFilter(state: .decision)) == 3)
            #expect(try await count(CaseFilter(kind: "other_kind")) == 3)
            #expect(try await count(CaseFilter(province: "01")) == 4)
            #expect(try await count(CaseFilter(office: "G-1", state: .final)) == 1)
        }
    }

    private func provincial(_ fixture: Fixture) async throws -> String {
        _ = try await fixture.provincialAccount()
        return "gilan.desk"
    }
}
