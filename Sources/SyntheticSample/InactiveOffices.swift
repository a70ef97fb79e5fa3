import RankingRules

/// Offices that are listed with their standing and not ranked.
enum InactiveOffices {
    static var all: [SampleOffice] {
        var random = SampleRandom(3)
        let ends: [(LicenceState, Int)] = [
            (.suspended, 5), (.closed, 6), (.revoked, 3), (.expired, 3),
        ]
        var offices = ends.flatMap { state, count in
            (0..<count).map { index in
                var office = ProfileOffices.office(index.isMultiple(of: 2) ? .urban : .rural, &random)
                office.state = state
                return office
            }
        }
        // Declaring does not make a suspended office active.
        offices[0].declaration = LimitOffices.office(.urban, "", "").declaration
        offices[0].remark = LocalizedText(persian: "معلق، با خوداظهاری", english: "suspended, though it declared")
        offices.append(expiredTheDayBefore(&random))
        return offices + licensedLater(&random)
    }

    private static func expiredTheDayBefore(_ random: inout SampleRandom) -> SampleOffice {
        var office = ProfileOffices.office(.urban, &random)
        office.expiresOn = "1400/06/30"
        office.remark = LocalizedText(
            persian: "پایان اعتبار یک روز پیش از سرشماری", english: "licence ended a day before the census date")
        return office
    }

    private static func licensedLater(_ random: inout SampleRandom) -> [SampleOffice] {
        ["1400/07/01", "1400/07/01", "1400/07/02", "1400/07/03", "1400/07/04", "1400/07/05"].map { day in
            var office = ProfileOffices.office(.rural, &random)
            office.licensedOn = day
            office.expiresOn = ""
            return office
        }
    }
}
