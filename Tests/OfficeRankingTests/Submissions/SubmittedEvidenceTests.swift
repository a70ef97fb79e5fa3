import OfficeRanking
import RankingRules
import TestDatabase
import Testing

@Suite("Declarations that need evidence")
struct SubmittedEvidenceTests {
    private let first = Fixture.firstHalf

    @Test("an office submits a value only with the evidence that its rule requires, which is attached by itself")
    func required() async throws {
        try await withEvidenceRule { fixture in
            let office = try await fixture.account("g1.desk", role: "office", offices: ["G-1"])
            try await office.saveDraft(of: "G-1", in: first, ["staff": "7"])
            #expect(try await office.declaration(of: "G-1", in: first).isComplete == false)
            for withGaps in [false, true] {
                await expectRefusal(.declarationIncomplete(missing: "staff")) {
                    try await office.submitDeclaration(of: "G-1", in: first, basedOn: 0, withGaps: withGaps)
                }
            }
            let lease = try await fixture.addEvidence(as: office)
            #expect(try await office.declaration(of: "G-1", in: first).isComplete)
            #expect(try await office.submitDeclaration(of: "G-1", in: first, basedOn: 0) == 1)
            #expect(try await office.missingEvidence(of: "G-1", in: first).isEmpty)
            #expect(try await office.evidence(of: "G-1").first { $0.number == lease }?.periods == ["1400-H1"])
            // Said anew, the item takes the same evidence again.
            try await office.saveDraft(of: "G-1", in: first, ["staff": "8"])
            #expect(try await office.submitDeclaration(of: "G-1", in: first, basedOn: 1) == 2)
            #expect(try await office.missingEvidence(of: "G-1", in: first).isEmpty)
        }
    }

    @Test("who speaks on behalf of an office brings no evidence, so that the review waits for it")
    func onBehalf() async throws {
        try await withEvidenceRule { fixture in
            try await fixture.ranking.saveDraft(of: "G-1", in: first, ["staff": "7"])
            #expect(try await fixture.ranking.submitDeclaration(of: "G-1", in: first, basedOn: 0) == 1)
            #expect(try await fixture.ranking.missingEvidence(of: "G-1", in: first).map(\.criterion) == ["staff"])
        }
    }
}
