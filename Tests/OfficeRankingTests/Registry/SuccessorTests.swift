import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("Offices that follow others, and holders who change")
struct SuccessorTests {
    private let second = halfYear("1400-H2")

    @Test(
        "a move and a change of code carry the declaration on, a merger and a transfer begin anew",
        arguments: [
            ("move", "1 carried_forward"), ("code_change", "1 carried_forward"), ("merger", "3 defaulted"),
            ("transfer", "3 defaulted"),
        ])
    func carrying(kind: String, expected: String) async throws {
        try await Fixture.with { fixture in
            try await declaredInFirstHalf(fixture)
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(code: "G-1", state: "closed", effectiveOn: "1400/08/01"),
                    .init(code: "N-1", predecessor: "G-1", predecessorKind: kind)))
            try await rankSecondHalf(fixture)
            #expect(try await fixture.places(second) == ["G-1": "closed", "N-1": expected])
        }
    }

    @Test("a corrected succession counts in its last form")
    func corrected() async throws {
        try await Fixture.with { fixture in
            try await declaredInFirstHalf(fixture)
            let said = { kind in OfficeLine.file(.init(code: "N-1", predecessor: "G-1", predecessorKind: kind)) }
            try await fixture.take(.offices, said("move"))
            let outcome = try await fixture.take(.offices, said("transfer"))
            #expect(outcome.effect == .stored && outcome.files[0].changed == 1)
            try await rankSecondHalf(fixture)
            #expect(try await fixture.places(second)["N-1"] == "3 defaulted")
        }
    }

    @Test("a declaration is carried over a change of code and a move")
    func chain() async throws {
        try await Fixture.with { fixture in
            try await declaredInFirstHalf(fixture)
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(code: "G-1", state: "closed", effectiveOn: "1400/08/01"),
                    .init(
                        code: "N-1", state: "closed", predecessor: "G-1", predecessorKind: "code_change"),
                    .init(code: "N-2", predecessor: "N-1", predecessorKind: "move")))
            try await rankSecondHalf(fixture)
            #expect(try await fixture.places(second)["N-2"] == "1 carried_forward")
        }
    }

    @Test("a circle of predecessors does not stop the census")
    func circle() async throws {
        try await Fixture.with { fixture in
            try await declaredInFirstHalf(fixture)
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(code: "N-1", predecessor: "G-1", predecessorKind: "move"),
                    .init(code: "N-2", predecessor: "N-1", predecessorKind: "move")))
            let closing = OfficeLine.file(.init(code: "N-1", predecessor: "N-2", predecessorKind: "move"))
            let outcome = try await fixture.take(.offices, closing)
            #expect(outcome.effect == .stored && outcome.files[0].changed == 1)
            #expect(try await fixture.take(.offices, closing).effect == .unchanged)
            try await rankSecondHalf(fixture)
            #expect(try await fixture.places(second).values.sorted() == Array(repeating: "1 carried_forward", count: 3))
        }
    }

    @Test(
        "a declaration that was carried is carried again only if the scheme says so",
        arguments: [("no", "3 defaulted"), ("yes", "1 carried_forward")])
    func again(rule: String, expected: String) async throws {
        try await Fixture.with { fixture in
            try await declaredInFirstHalf(fixture, carryAgain: rule)
            try await rankSecondHalf(fixture)
            #expect(try await fixture.places(second) == ["G-1": "1 carried_forward"])
            let third = halfYear("1401-H1")
            try await fixture.openNext(third)
            try await fixture.closeAndRank(third)
            #expect(try await fixture.places(third) == ["G-1": expected])
        }
    }

    @Test("an office that moved from another province is explained there with the declaration it carries")
    func acrossProvinces() async throws {
        try await Fixture.with { fixture in
            try await declaredInFirstHalf(fixture)
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(code: "G-1", state: "closed", effectiveOn: "1400/08/01"),
                    .init(
                        code: "T-1", province: "تهران", county: "تهران", locality: "تهران", predecessor: "G-1",
                        predecessorKind: "move")))
            try await rankSecondHalf(fixture)
            let tehran = try await fixture.provincialAccount("tehran.desk", provinces: ["23"])
            let explained = try await tehran.explain("T-1", in: second)
            #expect(explained.assessment.origin == .carriedForward)
            #expect(explained.assessment.total == Points(rawValue: 100_000))
        }
    }

    @Test("a new holder of an office starts without occurrences, and the old one takes them along")
    func newHolder() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(
                .offices,
                OfficeLine.file(.init(code: "G-1", holder: legalID(1)), .init(code: "G-2", holder: legalID(2))))
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(code: "G-1", holder: legalID(2), effectiveOn: "1400/03/01"),
                    .init(code: "G-2", holder: legalID(1), effectiveOn: "1400/03/01")))
            try await fixture.take(.declarations, "office_code,staff\nG-1,10\nG-2,10\n")
            try await fixture.take(
                .violations,
                """
                office_code,decision_number,kind,decided_on
                G-1,R-1,overcharging,1400/02/01
                G-1,R-2,overcharging,1400/02/30
                G-1,R-3,overcharging,1400/03/01
                G-2,R-4,overcharging,1400/04/01

                """)
            try await fixture.closeAndRank()
            let (first, other) = try await (
                fixture.ranking.explain("G-1", in: Fixture.firstHalf),
                fixture.ranking.explain("G-2", in: Fixture.firstHalf)
            )
            // 5 and 10 against the old holder until the day before the change, 5 against the new one.
            #expect(first.assessment.penalty == Points(rawValue: 20_000))
            // The old holder's third one, at the other office.
            #expect(other.assessment.penalty == Points(rawValue: 20_000))
        }
    }

    @Test("a decision from before an office was known counts against its first holder")
    func decisionBeforeTheFirst() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1", holder: legalID(1))))
            try await fixture.take(
                .offices, OfficeLine.file(.init(code: "G-1", holder: legalID(2), effectiveOn: "1400/03/01")))
            try await fixture.take(
                .violations, "office_code,decision_number,kind,decided_on\nG-1,R-1,overcharging,1394/01/01\n")
            let accused = try await fixture.administrator { connection in
                try await connection.query(
                    """
                    select h.national_id from registry.violation v
                    join registry.licence_holder h on h.id = v.holder_id
                    """
                ).decode(String.self)
            }
            #expect(accused == [legalID(1)])
        }
    }

    @Test("a decision moved into another holder's time counts against that holder only")
    func decisionOfAnotherHolder() async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(
                .offices,
                OfficeLine.file(.init(code: "G-1", holder: legalID(1)), .init(code: "G-2", holder: legalID(1))))
            try await fixture.take(
                .offices, OfficeLine.file(.init(code: "G-2", holder: legalID(2), effectiveOn: "1400/03/01")))
            try await fixture.take(.declarations, "office_code,staff\nG-1,10\nG-2,10\n")
            let header = "office_code,decision_number,kind,decided_on\n"
            try await fixture.take(.violations, header + "G-2,R-1,overcharging,1400/02/01\n")
            try await fixture.take(.violations, header + "G-2,R-1,overcharging,1400/04/01\n")
            try await fixture.take(.violations, header + "G-1,R-2,overcharging,1400/04/15\n")
            try await fixture.closeAndRank()
            for code in ["G-1", "G-2"] {
                let explained = try await fixture.ranking.explain(code, in: Fixture.firstHalf)
                #expect(explained.assessment.penalty == Points(rawValue: 5_000), "\(code)")
            }
        }
    }

    @Test("an office may move within its province, with a notice")
    func movedWithinTheCode() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            let report = FindingReport()
            let line = OfficeLine(code: "G-1", county: "لاهیجان", locality: "لاهیجان", effectiveOn: "1400/05/01")
            let outcome = try await fixture.take(.offices, OfficeLine.file(line), report: report)
            #expect(outcome.effect == .stored && report.first.map(\.code) == [.localityChanged])
            #expect(try await fixture.ranking.office("G-1").versions.map(\.locality) == ["رشت", "لاهیجان"])
        }
    }

    @Test("an office never goes to another province, also in the hands of the country")
    func otherProvince() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            let report = FindingReport()
            let line = OfficeLine(code: "G-1", province: "تهران", county: "تهران", locality: "تهران")
            let outcome = try await fixture.take(.offices, OfficeLine.file(line), report: report)
            #expect(outcome.effect == .refused && report.first.map(\.code) == [.officeOfOtherProvince])
        }
    }

    @Test("a predecessor must be a known office other than the successor")
    func predecessors() async throws {
        try await Fixture.with { fixture in
            let report = FindingReport()
            try await fixture.take(
                .offices,
                OfficeLine.file(
                    .init(code: "G-1", predecessor: "G-1", predecessorKind: "move"),
                    .init(code: "G-2", predecessor: "X-1", predecessorKind: "move"),
                    .init(code: "G-3", predecessor: "G-2", predecessorKind: "move")), report: report)
            #expect(report.first.map(\.code) == [.predecessorIsSelf, .predecessorUnknown])
            #expect(report.first.map(\.line) == [2, 3])
        }
    }

    /// G-1 declares in the first half of 1400, worth the first rank.
    private func declaredInFirstHalf(_ fixture: Fixture, carryAgain: String = "no") async throws {
        let scheme = smallScheme.replacing("default_last_rank", with: "carry_forward")
            .replacing("carry_again: no", with: "carry_again: \(carryAgain)")
        try await fixture.open(scheme: scheme)
        try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
        try await fixture.take(.declarations, "office_code,staff\nG-1,10\n")
        try await fixture.closeAndRank()
    }

    private func rankSecondHalf(_ fixture: Fixture) async throws {
        try await fixture.openNext(second)
        try await fixture.closeAndRank(second)
    }
}
