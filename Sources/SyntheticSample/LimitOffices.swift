import RankingRules

/// Offices made by hand, each to stand at a limit of the sample scheme or one unit beside it.
enum LimitOffices {
    static var all: [SampleOffice] {
        totals + unscored + unseen + conditions + surveys + associationEnds + breakpoints(.urban)
            + breakpoints(.rural) + licences + ViolationOffices.all
    }

    /// An urban office of the usual sort, or a rural one. Values that matter are given, all others earn the same.
    static func office(
        _ kind: OfficeKind, _ persian: String, _ english: String, association: Int? = 7_803,
        survey: SampleSurvey? = SampleSurvey(mean: 4_142, respondents: 140),
        _ change: (inout SampleDeclaration) -> Void = { _ in }
    ) -> SampleOffice {
        let isUrban = kind == .urban
        var declaration = SampleDeclaration(
            floorArea: isUrban ? 850 : 350, staff: isUrban ? 4 : 2, location: .sideStreet, experience: 75,
            insured: isUrban ? 3 : 2, disabled: 0, completeness: 90, isAccessible: true)
        change(&declaration)
        let place =
            isUrban
            ? SamplePlace(county: "رشت", locality: "رشت")
            : SamplePlace(county: "ماسال", locality: "شالی\u{200C}محله (ساختگی)")
        return SampleOffice(
            kind: kind, place: place, licensedOn: "1390/02/15", declaration: declaration,
            associationScore: association, survey: survey, remark: LocalizedText(persian: persian, english: english))
    }

    /// Changes a declaration to the best values.
    static func best(_ declaration: inout SampleDeclaration) {
        declaration.floorArea = 1_200
        declaration.staff = 7
        declaration.location = .mainStreet
        declaration.experience = 120
        declaration.insured = 5
        declaration.disabled = 2
        declaration.completeness = 100
    }

    private static var totals: [SampleOffice] {
        let mean = SampleSurvey(mean: 4_143, respondents: 140)
        return [
            office(.urban, "یک‌هزارم زیر حد رتبهٔ یک", "a thousandth below rank 1", association: 7_799, survey: mean),
            office(.urban, "درست بر حد رتبهٔ یک", "exactly at the limit of rank 1"),
            office(.urban, "یک‌هزارم بالای حد رتبهٔ یک", "a thousandth above rank 1", association: 7_800, survey: mean),
            office(.urban, "درست بر حد رتبهٔ دو", "exactly at the limit of rank 2", association: 7_303, plain),
            office(
                .urban, "یک‌هزارم بالای حد رتبهٔ دو", "a thousandth above rank 2", association: 7_300, survey: mean,
                plain),
        ]
    }

    private static func plain(_ declaration: inout SampleDeclaration) {
        declaration.floorArea = 550
        declaration.staff = 2
        declaration.location = .passage
        declaration.experience = 25
        declaration.insured = 1
        declaration.isAccessible = false
    }

    /// Without an association score its points are lost, and the limit stays.
    private static var unscored: [SampleOffice] {
        let surveys = [(4_333, 12), (4_150, 20), (4_242, 15)].map { SampleSurvey(mean: $0.0, respondents: $0.1) }
        let sides = [("زیر", "below"), ("بر", "at"), ("بالای", "above")]
        return zip(surveys, sides).map { survey, side in
            office(
                .rural, "بدون امتیاز انجمن، \(side.0) حد رتبهٔ یک", "no association score, \(side.1) rank 1",
                association: nil, survey: survey, best)
        }
    }

    /// Self-declaration alone reaches rank 2 and, at its best, no more.
    private static var unseen: [SampleOffice] {
        let nearRankTwo = [("بر", "at", 64, 74), ("بالای", "above", 63, 75)].map {
            persian, english, experience, percent in
            office(
                .rural, "بدون انجمن و نظرسنجی، \(persian) حد رتبهٔ دو",
                "neither association score nor survey, \(english) rank 2", association: nil, survey: nil
            ) {
                $0.floorArea = 400
                $0.location = .mainStreet
                $0.experience = experience
                $0.completeness = percent
            }
        }
        let full = office(
            .rural, "بدون انجمن و نظرسنجی، با بهترین خوداظهاری",
            "neither association score nor survey, the best declaration", association: nil, survey: nil, best)
        return nearRankTwo + [full]
    }

    private static var conditions: [SampleOffice] {
        let kinds: [(OfficeKind, String, String)] = [
            (.urban, "شهری قوی بدون امکانات ویژه", "a strong urban office without accessibility"),
            (.rural, "روستایی قوی بدون امکانات ویژه", "a strong rural office without accessibility"),
        ]
        return kinds.map { kind, persian, english in
            office(kind, persian, english, association: 9_500) {
                best(&$0)
                $0.isAccessible = false
            }
        }
    }

    private static var surveys: [SampleOffice] {
        let small = [(9, "۹"), (10, "۱۰"), (11, "۱۱")].map { respondents, persian in
            office(
                .urban, "\(persian) پاسخ‌دهنده", "\(respondents) respondents", association: 8_600,
                survey: SampleSurvey(mean: 5_000, respondents: respondents))
        }
        let high = [4_599, 4_600, 4_601].map { mean in
            office(
                .urban, "رضایت نزدیک سقف", "satisfaction near its last breakpoint", association: 8_000,
                survey: SampleSurvey(mean: mean, respondents: 180))
        }
        let low = [(1_000, 33), (1_000, 32), (1_001, 32)].map { mean, respondents in
            office(
                .urban, "رضایت نزدیک کف", "satisfaction near its first breakpoint", association: 8_000,
                survey: SampleSurvey(mean: mean, respondents: respondents), best)
        }
        return small + high + low
    }

    private static var associationEnds: [SampleOffice] {
        [
            office(.urban, "امتیاز انجمن صفر", "an association score of zero", association: 0, best),
            office(.urban, "امتیاز انجمن کامل", "the highest association score", association: 10_000),
        ]
    }

    /// Floor area at each breakpoint and a tenth beside it; the other values walk over their own breakpoints.
    private static func breakpoints(_ kind: OfficeKind) -> [SampleOffice] {
        let areas = kind == .urban ? [500, 700, 1_000] : [200, 300, 400]
        let locations: [SampleDeclaration.Location] = [.mainStreet, .sideStreet, .passage, .alley]
        return (0..<9).map { index in
            office(
                kind, "فضای دفتر در مرز پله", "floor area at a breakpoint", association: 9_900
            ) { declaration in
                declaration.floorArea = areas[index / 3] + index % 3 - 1
                declaration.staff = kind == .urban ? index + 1 : index % 3 + 1
                declaration.insured = min(declaration.staff, index % 5 + 1)
                declaration.disabled = min(declaration.staff, index % 4)
                declaration.location = locations[index % 4]
                declaration.experience = 99 + index % 3
                declaration.completeness = [49, 50, 51, 99, 100][index % 5]
            }
        }
    }

    private static var licences: [SampleOffice] {
        var last = office(.urban, "پروانهٔ روز پیش از نیم‌سال", "licensed on the day before the half-year")
        last.licensedOn = "1399/12/30"
        var expiring = office(.rural, "پایان اعتبار در روز سرشماری", "licence ends on the census date")
        expiring.expiresOn = "1400/06/31"
        let corrected = office(
            .urban, "فضای تأییدشده کمتر از اظهار", "the region confirmed less floor area than declared",
            association: 9_000
        ) {
            $0.floorArea = 1_200
            $0.confirmedFloorArea = 450
        }
        return [last, expiring, corrected]
    }
}
