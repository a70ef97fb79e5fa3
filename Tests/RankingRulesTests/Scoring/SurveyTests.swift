import RankingRules
import Testing

private func reference(_ digits: Int64, places: Int) -> Reference {
    Reference(code: "mean", title: Given.text("mean"), value: FixedDecimal(digits: digits, places: places))
}

/// A mean in thousandths of the scale, and how many answered.
private struct Score {
    let mean: Int64
    let respondents: Int64
}

/// The only line of an office with a survey criterion in thousandths of 0…5, one thousandth of a point for each.
private func line(
    _ score: Score?, places: Int = 3, minimum: Int64 = 10, below: SurveyRule.BelowMinimum = .missing,
    shrinkage: SurveyRule.Shrinkage? = nil, rounding: Rounding = .halfAwayFromZero
) -> ScoreLine {
    let rule = SurveyRule(minimumRespondents: minimum, belowMinimum: below, shrinkage: shrinkage)
    let criterion = Given.criterion(
        "satisfaction", source: "survey", type: .decimal(places: places, admissible: 0...5_000),
        missing: .notApplicable,
        survey: rule, Given.identity(to: 5_000))
    let facts = Given.office(score?.mean, respondents: [score?.respondents])
    return Given.assess(facts, by: Given.scheme(criterion, rounding: rounding)).lines[0]
}

@Suite("Surveys")
struct SurveyTests {
    private let shrinkage = SurveyRule.Shrinkage(weight: 20, reference: reference(36, places: 1))

    @Test("a survey without a score is missing, under every policy")
    func none() {
        #expect(line(nil).state == .notApplicable)
        #expect(line(nil, below: .reference, shrinkage: shrinkage).state == .notApplicable)
    }

    @Test("a survey counts from the minimum number of respondents on", arguments: [(9, false), (10, true), (11, true)])
    func minimum(respondents: Int64, counts: Bool) {
        let scored = line(Score(mean: 4_200, respondents: respondents))
        #expect(scored.state == (counts ? .scored : .notApplicable))
        #expect(scored.points.rawValue == (counts ? 4_200 : 0))
    }

    @Test("a survey below the minimum can count with the reference itself")
    func belowMinimum() {
        let scored = line(Score(mean: 5_000, respondents: 9), below: .reference, shrinkage: shrinkage)
        #expect(scored.state == .scoredAtReference)
        #expect(scored.points.rawValue == 3_600)
        #expect(scored.value?.rounded(.down) == 3_600)
    }

    @Test("a survey at the minimum shrinks toward the reference: (10 × 4.2 + 20 × 3.6) / 30 = 3.8")
    func shrinks() {
        let scored = line(Score(mean: 4_200, respondents: 10), shrinkage: shrinkage)
        #expect(scored.state == .scored)
        #expect(scored.points.rawValue == 3_800)
    }

    @Test(
        "a survey's shrunk mean keeps its exact third until the points are rounded",
        arguments: [(4_000, 3_733), (4_001, 3_734)])
    func thirds(mean: Int64, points: Int64) {
        // (10 × 4.000 + 20 × 3.6) / 30 = 3.7333…; (10 × 4.001 + 72) / 30 = 3.73366…
        let scored = line(Score(mean: mean, respondents: 10), shrinkage: shrinkage)
        #expect(scored.points.rawValue == points)
        #expect(scored.value.map { $0.numerator * 3 == (mean == 4_000 ? 11_200 : 11_201) * $0.denominator } == true)
    }

    @Test("a survey's shrunk mean is rounded down where the scheme says so")
    func thirdsDown() {
        let scored = line(Score(mean: 4_001, respondents: 10), shrinkage: shrinkage, rounding: .down)
        #expect(scored.points.rawValue == 3_733)
    }

    @Test("a survey's mean is read with the decimals of its criterion: a mean of 4.205 is 42.05 tenths")
    func places() {
        let scored = line(Score(mean: 4_205, respondents: 10), places: 1)
        #expect(scored.value == Fraction(4_205, over: 100))
        #expect(scored.points.rawValue == 42)
    }

    @Test("a survey can have a reference with more decimals than its mean")
    func finerReference() {
        let finer = SurveyRule.Shrinkage(weight: 10, reference: reference(36_005, places: 4))
        let scored = line(Score(mean: 3_600, respondents: 10), shrinkage: finer)
        #expect(scored.value.map { $0.numerator * 4 == 14_401 * $0.denominator } == true)
        #expect(scored.points.rawValue == 3_600)
    }

    @Test("a survey without respondents and without weight is not applicable")
    func nobody() {
        let weightless = SurveyRule.Shrinkage(weight: 0, reference: reference(36, places: 1))
        let scored = line(Score(mean: 4_000, respondents: 0), minimum: 0, shrinkage: weightless)
        #expect(scored.state == .notApplicable)
    }
}

@Suite("Association scores")
struct AssociationScoreTests {
    @Test("an association score is read by the index of its criterion, beside the declaration")
    func index() {
        let scheme = Given.scheme(
            Given.criterion("own", Given.identity(to: 100)),
            Given.criterion("guild", source: "association", Given.identity(to: 100)))
        let scored = Given.assess(Given.office(30, 40), by: scheme)
        #expect(scored.lines.map(\.points.rawValue) == [30, 40])
        #expect(Given.assess(Given.office(30), by: scheme).lines[1].state == .missing)
    }
}
