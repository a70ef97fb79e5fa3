import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("The states of a period")
struct PeriodStateTests {
    private let period = Fixture.firstHalf

    @Test("facts are taken only while the period is open, whatever their kind")
    func factsOnlyWhileOpen() async throws {
        try await Fixture.with { fixture in
            try await fixture.ranking.adoptScheme(document: schemeWithAssociation)
            try await fixture.ranking.planPeriod(period)
            try await fixture.take(.offices, Fixture.officesOfTwoProvinces)
            try await expectFactsRefused(fixture, in: "planned")
            try await fixture.ranking.openPeriod(period, scheme: "small", version: 1)
            for (kind, text) in facts { #expect(try await fixture.take(kind, text).effect == .stored) }
            try await fixture.close(period)
            try await expectFactsRefused(fixture, in: "closed")
            _ = try await fixture.ranking.rank(period)
            try await expectFactsRefused(fixture, in: "ranked")
            try await fixture.ranking.publishPeriod(period)
            try await expectFactsRefused(fixture, in: "published")
        }
    }

    @Test("offices can be imported in every state of a period without changing its frozen census")
    func officesAlways() async throws {
        try await Fixture.with { fixture in
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-0")))
            try await fixture.ranking.adoptScheme(document: smallScheme)
            try await fixture.ranking.planPeriod(period)
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-1")))
            try await fixture.ranking.openPeriod(period, scheme: "small", version: 1)
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-2")))
            try await fixture.close(period)
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-3")))
            _ = try await fixture.ranking.rank(period)
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-4")))
            try await fixture.ranking.publishPeriod(period)
            try await fixture.take(.offices, OfficeLine.file(.init(code: "G-5")))
            #expect(try await fixture.number("select count(*) from registry.office") == 6)
            #expect(try await fixture.places().keys.sorted() == ["G-0", "G-1", "G-2"])
        }
    }

    @Test("an act that the state of a period does not allow is refused with that state")
    func wrongStates() async throws {
        try await Fixture.with { fixture in
            let ranking = fixture.ranking
            await expectRefusal(.unknownPeriod("1400-H1")) { try await ranking.closePeriod(period) }
            try await ranking.adoptScheme(document: smallScheme)
            try await ranking.planPeriod(period)
            await expectRefusal(.constraintViolated("half_year_is_planned_once")) {
                try await ranking.planPeriod(period)
            }
            await expectRefusal(.wrongPeriodState(change: "planned → closed")) { try await ranking.closePeriod(period) }
            await expectRefusal(.wrongPeriodState(change: "planned → ranked")) { try await ranking.rank(period) }
            await expectRefusal(.unknownScheme("small 2")) {
                try await ranking.openPeriod(period, scheme: "small", version: 2)
            }
            try await ranking.openPeriod(period, scheme: "small", version: 1)
            await expectRefusal(.wrongPeriodState(change: "open → open")) {
                try await ranking.openPeriod(period, scheme: "small", version: 1)
            }
            await expectRefusal(.wrongPeriodState(change: "open → ranked")) { try await ranking.rank(period) }
            await expectRefusal(.wrongPeriodState(change: "open → published")) {
                try await ranking.publishPeriod(period)
            }
            await expectRefusal(.notRankedYet(period: "1400-H1")) { try await ranking.summary(of: period) }
            try await fixture.close(period)
            await expectRefusal(.wrongPeriodState(change: "closed → published")) {
                try await ranking.publishPeriod(period)
            }
        }
    }

    @Test("a published period cannot be reopened, closed or published again, and ranking it changes nothing")
    func published() async throws {
        try await Fixture.with { fixture in
            try await fixture.rankedWithOffices()
            let ranking = fixture.ranking
            try await ranking.publishPeriod(period)
            await expectRefusal(.publishedIsFinal(period: "1400-H1")) {
                try await ranking.reopenPeriod(period, reason: "x")
            }
            await expectRefusal(.wrongPeriodState(change: "published → closed")) {
                try await ranking.closePeriod(period)
            }
            let before = try await ranking.period(period)
            guard let run = before.runID else { throw RankingError.failed("nothing is published") }
            #expect(try await ranking.rank(period).effect == .unchanged(run: run))
            #expect(try await ranking.period(period) == before)
            await expectRefusal(.wrongPeriodState(change: "published → published")) {
                try await ranking.publishPeriod(period)
            }
            #expect(try await ranking.rank(period, dryRun: true).digest == ranking.period(period).digest)
        }
    }

    @Test("a period opens only with a scheme that is valid then")
    func validity() async throws {
        try await Fixture.with { fixture in
            let text = smallScheme.replacing("valid_from: 1390-H1", with: "valid_from: 1400-H2\n  valid_to: 1401-H1")
            try await fixture.ranking.adoptScheme(document: text)
            for (half, isValid) in [("1400-H1", false), ("1400-H2", true), ("1401-H1", true), ("1401-H2", false)] {
                try await fixture.ranking.planPeriod(halfYear(half))
                if isValid {
                    try await fixture.ranking.openPeriod(halfYear(half), scheme: "small", version: 1)
                } else {
                    await expectRefusal(.schemeIsNotValidThen(validity: "1400-H2 – 1401-H1")) {
                        try await fixture.ranking.openPeriod(halfYear(half), scheme: "small", version: 1)
                    }
                }
            }
        }
    }

    @Test("an adopted scheme is frozen: comments change nothing, and a changed number needs a new version")
    func frozenScheme() async throws {
        try await Fixture.with { fixture in
            let first = try await fixture.ranking.adoptScheme(document: smallScheme)
            let commented = try await fixture.ranking.adoptScheme(document: "# a comment\n" + smallScheme)
            #expect(first.id == commented.id && first.hash == commented.hash)
            let changed = smallScheme.replacing("threshold: 70", with: "threshold: 71")
            await expectRefusal(.schemeIsFrozen(scheme: "small 1")) {
                try await fixture.ranking.adoptScheme(document: changed)
            }
            let second = try await fixture.ranking.adoptScheme(
                document: changed.replacing("version: 1", with: "version: 2"))
            #expect(second.hash != first.hash)
            #expect(try await fixture.ranking.schemes().map(\.version) == [1, 2])
        }
    }

    private let facts: [(ImportKind, String)] = [
        (.declarations, "office_code,staff\nG-1,7\n"), (.associationScores, "office_code,score\nG-1,3\n"),
        (.satisfactionScores, "office_code,mean,respondents\nG-1,4.5,20\n"),
        (.violations, "office_code,decision_number,kind,decided_on\nG-1,R-1,overcharging,1400/02/01\n"),
    ]

    private func expectFactsRefused(_ fixture: Fixture, in state: String) async throws {
        for (kind, text) in facts {
            await expectRefusal(.periodNotOpen(state: state)) { try await fixture.take(kind, text) }
        }
    }
}

/// The small scheme with one number that the association gives.
let schemeWithAssociation = smallScheme.replacing(
    "penalties:\n  maximum: 50",
    with: """
              - code: cooperation
                title: {fa: همکاری, en: Cooperation}
                source: association
                value: {type: count, least: 0, most: 10}
                maximum: 0
                clause: "4"
                points:
                  steps: [[0, -1], [1, 0]]
              - code: opinion
                title: {fa: نظر مردم, en: Opinion}
                source: survey
                value: {type: decimal, places: 2, least: 1, most: 5}
                maximum: 0
                clause: "5"
                survey: {minimum_respondents: 1, below_minimum: missing}
                points:
                  steps: [[1, -1], [2, 0]]
        penalties:
          maximum: 50
        """)
