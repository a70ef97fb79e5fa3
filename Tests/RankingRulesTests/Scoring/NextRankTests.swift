import RankingRules
import Testing

@Suite("an office without a next rank to reach")
struct NoNextRankTests {
    @Test("has the best one already")
    func alreadyBest() {
        #expect(GivenLift.answer(Given.office(40, 40), GivenLift.whole("a"), GivenLift.whole("b")) == .alreadyBest)
    }

    @Test("is not ranked")
    func notRanked() {
        #expect(GivenLift.answer(Given.office(1, state: .suspended), GivenLift.whole("a")) == .notRanked(.suspended))
    }

    @Test("took no part")
    func silent() {
        #expect(GivenLift.answer(Given.silentOffice(), GivenLift.whole("a")) == .tookNoPart)
    }

    @Test("is held by a cap, and learns until when")
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

    @Test("is not held by a cap that leaves the next rank open")
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

@Suite("why no lift exists")
struct ObstacleTests {
    @Test("a condition on what the office cannot change")
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

    @Test("more than three changes")
    func moreThanThree() {
        let answer = GivenLift.answer(
            Given.office(0, 0, 0, 0), GivenLift.whole("a", most: 13), GivenLift.whole("b", most: 13),
            GivenLift.whole("c", most: 13),
            GivenLift.whole("d", most: 13))
        #expect(GivenLift.obstacles(answer) == [.threeChangesDoNotSuffice])
    }

    @Test("nothing to change")
    func nothing() {
        let answer = GivenLift.answer(Given.office(30), GivenLift.whole("a", isChangeable: false))
        #expect(
            GivenLift.obstacles(answer) == [
                .attainablePoints(greatestTotal: Given.points(30_000), requiredTotal: Given.points(50_000))
            ])
    }
}
