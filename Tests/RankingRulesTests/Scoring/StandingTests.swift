import RankingRules
import Testing

private let scheme = Given.scheme(Given.criterion("a", maximum: 100_000, Given.steps((0, 100_000))))

private func standing(
    licensed jalali: String, state: LicenceState = .active, census: String = "1400-06-31",
    during policy: LicensedDuringPeriod = .awaiting
) -> Standing {
    let scheme = Given.scheme(groups: scheme.groups, licensedDuringPeriod: policy)
    let engine = Given.engine(scheme, censusDay: Given.day(census))
    return engine.assess(Given.office(1, state: state, licensedOn: Given.day(jalali))).standing
}

@Suite("The standing of an office")
struct StandingTests {
    @Test(
        "an office licensed within the half-year awaits its ranking, from the first day on",
        arguments: [("1399-12-30", Standing.ranked), ("1400-01-01", .awaiting), ("1400-01-02", .awaiting)])
    func during(jalali: String, expected: Standing) {
        #expect(standing(licensed: jalali) == expected)
    }

    @Test(
        "an office licensed within the half-year is ranked up to the census date if the scheme says so",
        arguments: [("1400-01-01", Standing.ranked), ("1400-06-15", .ranked), ("1400-06-16", .awaiting)])
    func later(jalali: String, expected: Standing) {
        #expect(standing(licensed: jalali, census: "1400-06-15", during: .ranked) == expected)
    }

    @Test(
        "offices with suspended or ended licences are not ranked",
        arguments: zip(
            LicenceState.allCases, [Standing.ranked, .closed, .suspended, .closed, .closed]))
    func states(state: LicenceState, expected: Standing) {
        #expect(standing(licensed: "1390-01-01", state: state) == expected)
    }

    @Test("a suspension comes before a licence of this half-year, and a licence after the census before both")
    func order() {
        #expect(standing(licensed: "1400-01-01", state: .suspended) == .suspended)
        #expect(standing(licensed: "1400-06-16", state: .closed, census: "1400-06-15") == .awaiting)
    }

    @Test("an office that is not active has no score")
    func nothingScored() {
        let scored = Given.assess(Given.office(1, state: .closed), by: scheme)
        #expect(scored == Assessment(standing: .closed))
    }

    @Test("a reused assessment keeps nothing of the one before")
    func reuse() {
        let engine = Given.engine(scheme)
        let decision = Given.decision(on: "1400-02-01")
        var assessment = engine.assess(Given.office(1, decisions: [decision]))
        engine.assess(Given.office(1, state: .closed), into: &assessment)
        #expect(assessment == Assessment(standing: .closed))
        engine.assess(Given.office(1), into: &assessment)
        #expect(assessment == engine.assess(Given.office(1)))
    }
}
