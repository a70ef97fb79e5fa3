import RankingRules

/// Offices drawn from the profiles, and those that stay silent.
enum ProfileOffices {
    static var participants: [SampleOffice] {
        OfficeProfile.all.enumerated().flatMap { profileIndex, profile in
            (0..<profile.size).map { index in
                var random = SampleRandom(1, profileIndex, index)
                return participant(profile, &random)
            }
        }
    }

    /// Offices without a declaration. A score of the association or a survey, or a decision, does not make an office
    /// take part.
    static func silent(urban: Int, rural: Int) -> [SampleOffice] {
        (0..<urban + rural).map { index in
            var random = SampleRandom(2, index)
            var office = office(index < urban ? .urban : .rural, &random)
            if random.isOne(in: 3) { office.associationScore = random.number(in: 4_000...9_000) }
            if random.isOne(in: 4) { office.survey = survey(3_000...4_600, 3...120, &random) }
            if random.isOne(in: 40) { office.violations = [violation(&random)] }
            return office
        }
    }

    /// An active office with a licence from before the half-year.
    static func office(_ kind: OfficeKind, _ random: inout SampleRandom) -> SampleOffice {
        let place = kind == .urban ? GilanPlaces.city(&random) : GilanPlaces.village(&random)
        let year = random.number(in: 1385...1398)
        var office = SampleOffice(kind: kind, place: place, licensedOn: day(in: year, &random))
        if random.isOne(in: 2) { office.expiresOn = day(in: random.number(in: 1401...1405), &random) }
        return office
    }

    private static func participant(_ profile: OfficeProfile, _ random: inout SampleRandom) -> SampleOffice {
        var office = office(profile.kind, &random)
        office.declaration = declaration(profile, &random)
        if !random.isOne(in: profile.silentSourceOneIn) {
            office.associationScore = random.number(in: profile.associationScore)
        }
        if !random.isOne(in: profile.silentSourceOneIn) {
            office.survey = survey(profile.mean, profile.respondents, &random)
        }
        if random.isOne(in: profile.violationOneIn) { office.violations = [violation(&random)] }
        return office
    }

    private static func declaration(_ profile: OfficeProfile, _ random: inout SampleRandom) -> SampleDeclaration {
        let staff = random.number(in: profile.staff)
        var declaration = SampleDeclaration(
            floorArea: random.number(in: profile.floorArea), staff: staff, location: random.pick(profile.locations),
            experience: random.number(in: profile.experience), insured: random.number(in: max(1, staff - 2)...staff),
            disabled: random.isOne(in: 5) ? 1 : 0, completeness: random.number(in: profile.completeness),
            isAccessible: !random.isOne(in: profile.inaccessibleOneIn))
        if random.isOne(in: 8) {
            declaration.confirmedFloorArea = declaration.floorArea - random.number(in: 5...60)
        }
        return declaration
    }

    private static func survey(
        _ mean: ClosedRange<Int>, _ respondents: ClosedRange<Int>, _ random: inout SampleRandom
    ) -> SampleSurvey {
        SampleSurvey(mean: random.number(in: mean), respondents: random.number(in: respondents))
    }

    private static func violation(_ random: inout SampleRandom) -> SampleViolation {
        let kind = random.pick(["overcharging", "overcharging", "no_accessible_facilities", "unapproved_relocation"])
        return SampleViolation(kind: kind, decidedOn: day(in: 1400, months: 1...6, &random))
    }

    static func day(
        in year: Int, months: ClosedRange<Int> = 1...12, _ random: inout SampleRandom
    ) -> String {
        let month = random.number(in: months)
        let day = random.number(in: 1...29)
        return "\(year)/\(SampleNumber.padded(month, to: 2))/\(SampleNumber.padded(day, to: 2))"
    }
}
