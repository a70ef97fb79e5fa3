import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("The decisions of violation cases")
struct CaseDecisionTests {
    @Test("a case costs points from its final step on, and an annulled one no more")
    func penalty() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            let desks = try await fixture.caseDesks()
            _ = try await desks.committee.decidedCase(office: "G-2", number: "1")
            _ = try await desks.committee.finalCase(office: "T-1", number: "2")
            let annulled = try await desks.committee.finalCase(office: "G-1", number: "3")
            try await desks.committee.takeCaseStep(
                NewCaseStep(.annulled, on: day("1400-03-01"), text: "ابطال"), in: annulled)
            try await fixture.closeAndRank()
            func penalty(_ office: String) async throws -> Int64 {
                try await fixture.ranking.explain(office, in: Fixture.firstHalf).assessment.penalty.rawValue
            }
            #expect(try await penalty("T-1") == 5_000)
            // Its decision by a file alone.
            #expect(try await penalty("G-1") == 5_000)
            let known = try await fixture.number(
                """
                select count(*) from registry.census_fact f cross join unnest(f.decision_number) known (decision)
                where known.decision in ('1', '3')
                """
            )
            #expect(known == 0)
        }
    }

    @Test("a holder's decisions at two offices are two occurrences")
    func occurrences() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    OfficeLine(code: "G-1", holder: legalID(1)), OfficeLine(code: "G-2", holder: legalID(1))))
            try await fixture.take(.declarations, "office_code,staff\nG-1,7\nG-2,7\n")
            let desks = try await fixture.caseDesks()
            _ = try await desks.committee.finalCase(office: "G-1", number: "1")
            _ = try await desks.committee.recordDecision(
                office: "G-2", number: "2", kind: "overcharging", on: day("1400-03-01"), text: "رأی")
            try await fixture.closeAndRank()
            let second = try await fixture.ranking.explain("G-2", in: Fixture.firstHalf).assessment
            #expect(second.penalty.rawValue == 10_000)
        }
    }

    @Test("a case stays with the holder of its first day, also after the licence has another holder")
    func holder() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            let desks = try await fixture.caseDesks()
            try await fixture.take(
                .offices, OfficeLine.file(OfficeLine(code: "G-1", holder: legalID(9), effectiveOn: "1400/02/04")))
            _ = try await desks.committee.finalCase(office: "G-1", number: "1")
            let kept = try await fixture.number(
                """
                select count(*) from registry.violation v join registry.licence_holder h on h.id = v.holder_id
                where v.decision_number = '1' and h.national_id = \(legalID(1))
                """)
            #expect(kept == 1)
        }
    }

    @Test("a kind of violation without a penalty in any scheme is recorded, and costs nothing")
    func unknownKind() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            let desks = try await fixture.caseDesks()
            let id = try await desks.committee.recordDecision(
                office: "T-1", number: "1", kind: "unapproved_stamp", on: day("1400-03-01"), text: "مهر")
            #expect(try await desks.committee.caseFile(id).violationCase.title == nil)
            try await fixture.closeAndRank()
            #expect(try await fixture.ranking.explain("T-1", in: Fixture.firstHalf).assessment.penalty.rawValue == 0)
        }
    }

    @Test("a file repeats the decision of a case, and never changes or makes it")
    func files() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            let desks = try await fixture.caseDesks()
            _ = try await desks.committee.finalCase(office: "G-1", number: "1")
            _ = try await desks.committee.decidedCase(office: "G-2", number: "2")
            let header = "office_code,decision_number,kind,decided_on,is_final\n"
            let same = try await fixture.take(.violations, header + "G-1,1,overcharging,1400/02/10,yes\n")
            #expect(same.effect == .unchanged)
            for row in [
                "G-1,1,overcharging,1400/02/10,no", "G-1,1,overcharging,1400/02/11,yes",
                "G-2,2,overcharging,1400/02/10,yes",
            ] {
                let report = FindingReport()
                let refused = try await fixture.take(.violations, header + row + "\n", report: report)
                #expect(refused.effect == .refused && report.counts[.decisionIsOfCase] == 1, "\(row)")
            }
            // Of a file, then recorded as a case with its sanction: the decision stays what it was.
            let before = try await fixture.number(
                "select count(*) from registry.violation where decision_number = 'R-1'")
            _ = try await desks.committee.recordDecision(
                office: "G-1", number: "R-1", kind: "overcharging", on: day("1400-02-01"), text: "رأی",
                sanction: SanctionTerms(.suspension, until: day("1400-03-01")))
            #expect(
                try await fixture.number("select count(*) from registry.violation where decision_number = 'R-1'")
                    == before)
            await expectRefusal(.constraintViolated("case_number_is_unique_in_its_province")) {
                try await desks.committee.openCase(
                    office: "G-2", number: "R-1", kind: "overcharging", on: day("1400-02-01"), text: "x")
            }
        }
    }

    @Test("a decision whose half-year is closed counts in the next one, as one that comes by a file does")
    func late() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOldOffices()
            let desks = try await fixture.caseDesks()
            try await fixture.closeAndRank()
            _ = try await desks.committee.finalCase(office: "T-1", number: "1")
            let second = halfYear("1400-H2")
            try await fixture.openNext(second)
            try await fixture.take(.declarations, "office_code,staff\nG-1,10\nT-1,4\n", period: second)
            try await fixture.closeAndRank(second)
            let late = try await fixture.number(
                "select count(*) from registry.violation where decision_number = '1' and is_late")
            #expect(late == 1)
            func penalty(_ period: HalfYear) async throws -> Int64 {
                try await fixture.ranking.explain("T-1", in: period).assessment.penalty.rawValue
            }
            #expect(try await penalty(Fixture.firstHalf) == 0)
            #expect(try await penalty(second) == 5_000)
        }
    }
}
