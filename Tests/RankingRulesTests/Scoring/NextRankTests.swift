import RankingRules
import Testing

@Suite("Offices without a next rank to reach")
struct NoNextRankTests {
    @Test("an office with the best rank has no next rank")
    func alreadyBest() {
        #expect(GivenLift.answer(Given.office(40, 40), GivenLift.whole("a"), GivenLift.whole("b")) == .alreadyBest)
    }

    @Test("an office that is not ranked has no next rank")
    func notRanked() {
        #expect(GivenLift.answer(Given.office(1, state: .suspended), GivenLift.whole("a")) == .notRanked(.suspended))
    }

    @Test("an office that took no part has no next rank")
    func silent() {
        #expect(GivenLift.answer(Given.silentOffice(), GivenLift.whole("a")) == .tookNoPart)
    }

    @Test("an office held by a cap is told until when")
    func cap() {
        let penalties = Given.penalties(Given.rule(points: [1], life: .months(12), rankCap: 2))
        let facts = Given.office(40, 40, decisions: [Given.decision(on: "1400-02-01")])
        let answer = GivenLift.answer(facts, GivenLift.whole("a"), GivenLift.whole("b"), penalties: penalties)
        let cap = GivenLift.obstacles(answer)
        guard case .rankCap(let inForce) = cap.first else {
            Issue.record("no cap in \(cap)")
            return
        }
        #expect((inForce.kind, inForce.rank, inForce.until) == ("overcharging", 2, Given.day("1401-02-01")))
        #expect(GivenLift.gap(answer)?.pointsMissing == .zero)
    }

    @Test("a cap that leaves the next rank open does not hold an office")
    func openCap() {
        let penalties = Given.penalties(Given.rule(points: [1], rankCap: 2))
        let facts = Given.office(40, 9, decisions: [Given.decision(on: "1400-02-01")])
        #expect(
            GivenLift.codes(
                GivenLift.lifts(
                    GivenLift.answer(facts, GivenLift.whole("a"), GivenLift.whole("b"), penalties: penalties))) == [
                    ["b"]
                ])
    }
}

@Suite("Why no lift exists")
struct ObstacleTests {
    @Test("an office without a lift is told the condition that it cannot change")
    func condition() {
        let fixed = Given.criterion("fixed", isChangeable: false, Given.steps((0, 1_000)))
        let condition = Given.condition(.criterion("fixed"), atLeast: 1_001)
        let answer = GivenLift.answer(
            Given.office(30, 1), GivenLift.whole("a", most: 80), fixed,
            ranks: [Given.rank(50_000, condition), Given.rank(nil)])
        guard case .condition(let shown) = GivenLift.obstacles(answer).first else {
            Issue.record("no condition in \(GivenLift.obstacles(answer))")
            return
        }
        #expect((shown.points.rawValue, shown.holds, shown.condition) == (1_000, false, condition))
        #expect(GivenLift.obstacles(answer).count == 1)
    }

    @Test("an office without a lift is told that more than three changes are needed")
    func moreThanThree() {
        let answer = GivenLift.answer(
            Given.office(0, 0, 0, 0), GivenLift.whole("a", most: 13), GivenLift.whole("b", most: 13),
            GivenLift.whole("c", most: 13),
            GivenLift.whole("d", most: 13))
        #expect(GivenLift.obstacles(answer) == [.threeChangesDoNotSuffice])
    }

    @Test("an office that can change nothing is told its greatest total and the required one")
    func nothing() {
        let answer = GivenLift.answer(Given.office(30), GivenLift.whole("a", isChangeable: false))
        #expect(
            GivenLift.obstacles(answer) == [
                .attainablePoints(greatestTotal: Given.points(30_000), requiredTotal: Given.points(50_000))
            ])
    }
}
