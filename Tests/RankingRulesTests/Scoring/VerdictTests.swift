import RankingRules
import Testing

@Suite("Reviews")
struct VerdictTests {
    private let scheme = Given.scheme(
        Given.criterion("area", Given.identity(to: 100)), Given.criterion("staff", Given.identity(to: 100)))

    private func lines(_ verdicts: [Verdict?], confirmed: [Int64?] = []) -> [ScoreLine] {
        Given.assess(Given.office(30, 50, confirmed: confirmed, verdicts: verdicts), by: scheme).lines
    }

    @Test("a review that confirms keeps the declared value, and one that corrects replaces it")
    func confirms() {
        #expect(lines([.confirmed, nil]).map(\.points.rawValue) == [30, 50])
        #expect(lines([.corrected, nil], confirmed: [20]).map(\.points.rawValue) == [20, 50])
    }

    @Test("a review that rejects an item leaves it missing")
    func rejects() {
        #expect(lines([.rejected, nil]).map(\.state) == [.missing, .scored])
    }

    @Test("a review that finds a criterion not applicable takes its maximum out of the available maximum")
    func doesNotApply() {
        let scored = Given.assess(Given.office(30, 50, verdicts: [.notApplicable]), by: scheme)
        #expect(scored.lines.map(\.state) == [.notApplicable, .scored])
        #expect(scored.fullMaximum.rawValue - scored.availableMaximum.rawValue == 10_000)
    }
}

@Suite("Released offices")
struct ReleasedOfficeTests {
    private func scheme(_ policy: NonParticipationPolicy) -> Scheme {
        let area = Given.criterion("area", maximum: 100_000, Given.identity(to: 100_000))
        return Given.scheme(groups: [Given.group("own", area)], nonParticipation: policy)
    }

    @Test("a released office without a declaration gets no default rank")
    func silent() {
        let scored = Given.assess(Given.silentOffice(isReleased: true), by: scheme(.defaultLastRank))
        #expect(scored == Assessment(standing: .notAvailable))
        let nothingToCarry = Given.assess(Given.silentOffice(isReleased: true), by: scheme(.carryForward))
        #expect(nothingToCarry == Assessment(standing: .notAvailable))
    }

    @Test("a released office gets its earlier declaration carried where the scheme carries")
    func carried() {
        let scheme = scheme(.carryForward)
        let earlier = EarlierDeclaration(
            values: SaidValues(declared: [80_000]), schemeIndex: 0, wasCarriedAlready: false)
        let scored = Given.assess(
            Given.silentOffice(earlier: earlier, isReleased: true), by: scheme, earlier: [scheme])
        #expect((scored.rank, scored.origin) == (1, .carriedForward))
    }

    @Test("a released office that declares is ranked")
    func declares() {
        var facts = Given.office(80_000)
        facts.isReleased = true
        #expect(Given.assess(facts, by: scheme(.defaultLastRank)).origin == .earned)
    }
}

@Suite("A source that only the scheme knows")
struct NewSourceTests {
    @Test("a source added by the scheme is scored like any other, and its values are not carried")
    func mysteryShopper() {
        let shopper = Source(
            code: "mystery_shopper", title: Given.text("mystery shopper"), kind: .values, isDeclaration: false,
            isCarried: false, review: .none, replyDays: nil, writers: ["headquarters"], onBehalf: [])
        let groups = [
            Given.group(
                "own", Given.criterion("area", Given.identity(to: 100)),
                Given.criterion("courtesy", source: "mystery_shopper", Given.identity(to: 100)))
        ]
        let scheme = Given.scheme(
            groups: groups, nonParticipation: .carryForward, sources: Source.standard(for: groups) + [shopper])
        #expect(Given.assess(Given.office(30, 40), by: scheme).lines.map(\.points.rawValue) == [30, 40])
        let earlier = EarlierDeclaration(
            values: SaidValues(declared: [7, 8]), schemeIndex: 0, wasCarriedAlready: false)
        let carried = Given.assess(Given.silentOffice(earlier: earlier, said: [nil, 9]), by: scheme, earlier: [scheme])
        #expect(carried.lines.map(\.points.rawValue) == [7, 9])
    }
}
