import RankingRules

/// Offices made by hand whose decisions change a rank, or stop a day short of it.
enum ViolationOffices {
    static var all: [SampleOffice] {
        tampering + days + sameHolder + lookBack + repeated + others
    }

    /// Good enough for the best rank, by less than the points of a first decision.
    private static func narrow(_ persian: String, _ english: String, _ violations: SampleViolation...) -> SampleOffice {
        var office = LimitOffices.office(.urban, persian, english, association: 9_800)
        office.violations = violations
        return office
    }

    /// Good enough for the best rank after a first decision, but not after a second.
    private static func sound(_ persian: String, _ english: String, _ violations: [SampleViolation]) -> SampleOffice {
        var office = LimitOffices.office(.urban, persian, english, association: 9_800) {
            $0.floorArea = 1_000
            $0.staff = 6
        }
        office.violations = violations
        return office
    }

    private static func overcharging(_ day: String, isFinal: Bool = true) -> SampleViolation {
        SampleViolation(kind: "overcharging", decidedOn: day, isFinal: isFinal)
    }

    /// A decision of this kind counts for twelve months, its last day included, and caps the rank while it does.
    private static var tampering: [SampleOffice] {
        let kind = "document_tampering"
        var lastDay = LimitOffices.office(
            .urban, "مخدوش کردن مدارک، آخرین روز اثر؛ یک‌هزارم زیر حد رتبهٔ دو",
            "document tampering on its last day; a thousandth below rank 2", association: 5_299,
            survey: SampleSurvey(mean: 4_143, respondents: 140))
        lastDay.violations = [SampleViolation(kind: kind, decidedOn: "1399/06/31")]
        var dayAfter = LimitOffices.office(
            .urban, "مخدوش کردن مدارک، یک روز پس از پایان اثر", "document tampering, expired the day before",
            association: 9_000)
        dayAfter.violations = [SampleViolation(kind: kind, decidedOn: "1399/06/30")]
        return [lastDay, dayAfter]
    }

    private static var days: [SampleOffice] {
        [
            narrow("رأی روز پیش از نیم‌سال", "decided on the day before the half-year", overcharging("1399/12/30")),
            narrow("رأی نخستین روز نیم‌سال", "decided on the first day of the half-year", overcharging("1400/01/01")),
            narrow("رأی آخرین روز نیم‌سال", "decided on the last day of the half-year", overcharging("1400/06/31")),
            narrow("رأی روز پس از نیم‌سال", "decided on the day after the half-year", overcharging("1400/07/01")),
            narrow("رأی غیرقطعی", "a decision that is not final", overcharging("1400/03/10", isFinal: false)),
        ]
    }

    private static var sameHolder: [SampleOffice] {
        var first = sound(
            "دارندهٔ دو دفتر؛ رأی نخست در این دفتر", "holder of two offices; the first decision was found here",
            [overcharging("1399/04/10")])
        var second = sound(
            "دارندهٔ دو دفتر؛ رأی دوم در این دفتر", "holder of two offices; the second decision was found here",
            [overcharging("1400/03/05")])
        first.holderGroup = 1
        second.holderGroup = 1
        return [first, second]
    }

    private static var lookBack: [SampleOffice] {
        [
            sound(
                "رأی پیشین در نخستین روز بازنگری", "earlier decision on the first day of the look-back",
                [overcharging("1398/03/05"), overcharging("1400/03/05")]),
            sound(
                "رأی پیشین یک روز پیش از بازنگری", "earlier decision a day before the look-back",
                [overcharging("1398/03/04"), overcharging("1400/03/05")]),
        ]
    }

    private static var repeated: [SampleOffice] {
        let relocation = ["1400/01/20", "1400/04/02"].map {
            SampleViolation(kind: "unapproved_relocation", decidedOn: $0)
        }
        var most = LimitOffices.office(
            .urban, "بیش از سقف نمره‌های منفی", "more than the maximum of all penalties", association: 9_500,
            LimitOffices.best)
        most.violations = relocation + [overcharging("1400/05/11")]
        return [
            sound(
                "سه بار دریافت مازاد؛ سقف این تخلف", "overcharging three times; the maximum of the kind",
                [overcharging("1399/08/12"), overcharging("1400/02/03"), overcharging("1400/05/20")]),
            sound(
                "دو رأی در یک روز", "two decisions on one day",
                [overcharging("1400/02/08"), overcharging("1400/02/08")]),
            most,
        ]
    }

    private static var others: [SampleOffice] {
        var moved = sound("تغییر مکان بدون موافقت", "moved without agreement", [])
        moved.violations = [SampleViolation(kind: "unapproved_relocation", decidedOn: "1400/04/19")]
        var inaccessible = LimitOffices.office(
            .rural, "روستایی بدون امکانات ویژه، با رأی کمیته", "a rural office without facilities, so decided",
            association: 9_800
        ) {
            $0.floorArea = 400
            $0.isAccessible = false
        }
        inaccessible.violations = [SampleViolation(kind: "no_accessible_facilities", decidedOn: "1400/05/02")]
        return [moved, inaccessible]
    }
}
