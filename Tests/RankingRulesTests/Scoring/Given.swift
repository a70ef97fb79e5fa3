import RankingRules

/// Schemes, facts and days for tests, built from defaults.
enum Given {
    /// 1400-H1 is 2021-03-21 … 2021-09-22.
    static let halfYear = halfYear("1400-H1")

    static func halfYear(_ text: String) -> HalfYear {
        existing(HalfYear(text))
    }

    static func day(_ jalali: String) -> Day {
        existing(JalaliDate(jalali)).dayNumber
    }

    static func text(_ text: String) -> LocalizedText {
        LocalizedText(persian: text, english: text)
    }

    static func criterion(
        _ code: String, source: String = "office", kinds: [OfficeKind] = OfficeKind.allCases,
        type: Criterion.ValueType = .count(admissible: 0...100), maximum: Int64 = 10_000, isChangeable: Bool = true,
        missing: MissingValuePolicy = .noPoints, survey: SurveyRule? = nil, rural: PointsFunction? = nil,
        _ function: PointsFunction
    ) -> Criterion {
        Criterion(
            code: code, title: text(code), source: source, kinds: kinds, unit: nil, valueType: type,
            maximum: points(maximum), clause: "5-1", isChangeable: isChangeable, missing: missing, survey: survey,
            points: KindedPointsFunction(
                urban: kinds.contains(.urban) ? function : nil,
                rural: kinds.contains(.rural) ? rural ?? function : nil))
    }

    static func options(_ codes: String...) -> Criterion.ValueType {
        .choice(codes.map { Criterion.Option(code: $0, title: text($0)) })
    }

    static func steps(_ breakpoints: (Int64, Int64)...) -> PointsFunction {
        .steps(breakpoints.map { .init(value: $0, points: points($1)) })
    }

    static func lines(_ breakpoints: (Int64, Int64)...) -> PointsFunction {
        .lines(breakpoints.map { .init(value: $0, points: points($1)) })
    }

    static func table(_ list: Int64...) -> PointsFunction {
        .table(list.map(points))
    }

    /// One thousandth of a point for each unit of the value.
    static func identity(to most: Int64) -> PointsFunction {
        lines((0, 0), (most, most))
    }

    static func points(_ thousandths: Int64) -> Points {
        Points(rawValue: thousandths)
    }

    static func group(
        _ code: String, maximum: Int64 = 100_000, _ criteria: Criterion...
    ) -> CriterionGroup {
        CriterionGroup(code: code, title: text(code), maximum: points(maximum), criteria: criteria)
    }

    static func rank(_ threshold: Int64?, rural: Int64? = nil, _ conditions: RankCondition...) -> RankThreshold {
        RankThreshold(
            title: text("rank"),
            threshold: threshold.map { KindedPoints(urban: points($0), rural: points(rural ?? $0)) },
            serviceCeiling: existing(Percent(rawValue: 100)), conditions: conditions)
    }

    static func condition(
        _ subject: RankCondition.Subject, atLeast points: Int64, kinds: [OfficeKind] = OfficeKind.allCases
    ) -> RankCondition {
        RankCondition(subject: subject, bound: .atLeast(self.points(points)), kinds: kinds)
    }

    static func condition(_ subject: RankCondition.Subject, atMost points: Int64) -> RankCondition {
        RankCondition(subject: subject, bound: .atMost(self.points(points)), kinds: OfficeKind.allCases)
    }

    static func penalties(
        maximum: Int64 = 40_000, lookBack: CalendarSpan = .months(24), _ rules: PenaltyRule...
    ) -> PenaltyRules {
        PenaltyRules(maximum: points(maximum), lookBack: lookBack, rules: rules)
    }

    static func rule(
        _ kind: String = "overcharging", points list: [Int64] = [5_000, 10_000, 20_000], maximum: Int64? = nil,
        life: CalendarSpan? = nil, rankCap: Int? = nil
    ) -> PenaltyRule {
        PenaltyRule(
            kind: kind, title: text(kind), clause: "6-1", points: list.map(points), maximum: maximum.map(points),
            life: life, rankCap: rankCap)
    }

    static func scheme(
        groups: [CriterionGroup], ranks: [RankThreshold] = [rank(75_000), rank(50_000), rank(nil)],
        penalties: PenaltyRules = penalties(), rounding: Rounding = .halfAwayFromZero, minimumTotal: Int64 = 0,
        nonParticipation: NonParticipationPolicy = .defaultLastRank, carriesAgain: Bool = false,
        licensedDuringPeriod: LicensedDuringPeriod = .awaiting, lateDecisions: LateDecisions = .nextCensus,
        sources: [Source]? = nil
    ) -> Scheme {
        Scheme(
            code: "sample", version: 1, isSample: true, title: text("SAMPLE"), legalBasis: "sample",
            validFrom: halfYear, validTo: nil, rounding: rounding, minimumTotal: points(minimumTotal),
            nonParticipation: nonParticipation, carriesAgain: carriesAgain,
            licensedDuringPeriod: licensedDuringPeriod, lateDecisions: lateDecisions,
            sources: sources ?? Source.standard(for: groups), checks: [], references: [], groups: groups,
            penalties: penalties,
            ranks: ranks, unrankedCeiling: existing(Percent(rawValue: 0)))
    }

    /// A scheme with one group of the given criteria and thresholds 75 and 50.
    static func scheme(_ criteria: Criterion..., rounding: Rounding = .halfAwayFromZero) -> Scheme {
        let group = CriterionGroup(
            code: "declared", title: text("declared"), maximum: points(1_000_000), criteria: criteria)
        return scheme(groups: [group], rounding: rounding)
    }

    static func office(
        _ values: Int64?..., confirmed: [Int64?] = [], verdicts: [Verdict?] = [], respondents: [Int64?] = [],
        kind: OfficeKind = .urban, state: LicenceState = .active, licensedOn: Day = day("1390-01-01"),
        decisions: [ViolationDecision] = []
    ) -> OfficeFacts {
        OfficeFacts(
            kind: kind, licenceState: state, licensedOn: licensedOn, tookPart: true,
            values: SaidValues(declared: values, confirmed: confirmed, verdicts: verdicts), respondents: respondents,
            decisions: decisions)
    }

    static func silentOffice(
        earlier: EarlierDeclaration? = nil, said: [Int64?] = [], isReleased: Bool = false,
        decisions: [ViolationDecision] = []
    ) -> OfficeFacts {
        OfficeFacts(
            kind: .urban, licenceState: .active, licensedOn: day("1390-01-01"), tookPart: false, isReleased: isReleased,
            values: SaidValues(declared: said), earlierDeclaration: earlier, decisions: decisions)
    }

    static func decision(
        _ number: String = "1", kind: String = "overcharging", on jalali: String, here: Bool = true, late: Bool = false,
        firstKnown: HalfYear? = nil
    ) -> ViolationDecision {
        ViolationDecision(
            number: number, kind: kind, decidedOn: day(jalali), wasFoundHere: here, isLate: late,
            firstKnown: firstKnown)
    }

    static func engine(_ scheme: Scheme, earlier: [Scheme] = [], censusDay: Day = day("1400-06-31")) -> ScoringEngine {
        ScoringEngine(scheme: scheme, halfYear: halfYear, censusDay: censusDay, earlierSchemes: earlier)
    }

    static func assess(_ facts: OfficeFacts, by scheme: Scheme, earlier: [Scheme] = []) -> Assessment {
        engine(scheme, earlier: earlier).assess(facts)
    }

    private static func existing<Value>(_ value: Value?) -> Value {
        guard let value else { preconditionFailure("a test names a value that exists") }
        return value
    }
}
