import RankingRules

/// A sort of office: the ranges from which its values are drawn, in the units of `SampleDeclaration`.
struct OfficeProfile {
    let kind: OfficeKind
    let size: Int
    let floorArea: ClosedRange<Int>
    let staff: ClosedRange<Int>
    let locations: [SampleDeclaration.Location]
    let experience: ClosedRange<Int>
    let completeness: ClosedRange<Int>
    /// One office in so many has no facilities for veterans, people with disabilities and the elderly.
    let inaccessibleOneIn: Int
    let associationScore: ClosedRange<Int>
    let mean: ClosedRange<Int>
    let respondents: ClosedRange<Int>
    /// One office in this number has no association score, and one has no survey. If too many have none, the half-year
    /// does not close.
    let silentSourceOneIn: Int
    /// One office in so many has a final decision against it.
    let violationOneIn: Int

    static let all: [OfficeProfile] = [
        strong(.urban, 79), strong(.rural, 91), good(.urban, 64), good(.rural, 71), modest(.urban, 14),
        modest(.rural, 14),
    ]

    private static func strong(_ kind: OfficeKind, _ size: Int) -> OfficeProfile {
        OfficeProfile(
            kind: kind, size: size, floorArea: kind == .urban ? 900...1_600 : 320...700,
            staff: kind == .urban ? 4...9 : 2...4, locations: [.mainStreet, .mainStreet, .sideStreet],
            experience: 60...180, completeness: 90...100, inaccessibleOneIn: 40, associationScore: 8_000...9_800,
            mean: 4_000...4_750, respondents: 24...260, silentSourceOneIn: 50,
            violationOneIn: 9)
    }

    private static func good(_ kind: OfficeKind, _ size: Int) -> OfficeProfile {
        OfficeProfile(
            kind: kind, size: size, floorArea: kind == .urban ? 680...1_150 : 260...450,
            staff: kind == .urban ? 3...6 : 1...3, locations: [.mainStreet, .sideStreet, .sideStreet, .passage],
            experience: 35...130, completeness: 80...100, inaccessibleOneIn: 12, associationScore: 7_200...9_200,
            mean: 3_700...4_500, respondents: 6...160, silentSourceOneIn: 50,
            violationOneIn: 14)
    }

    /// Good enough for the middle rank even where several values are the least of their ranges.
    private static func modest(_ kind: OfficeKind, _ size: Int) -> OfficeProfile {
        OfficeProfile(
            kind: kind, size: size, floorArea: kind == .urban ? 700...990 : 300...390,
            staff: kind == .urban ? 3...4 : 1...2, locations: [.sideStreet, .passage, .alley], experience: 30...90,
            completeness: 75...95, inaccessibleOneIn: 5, associationScore: 6_500...7_800, mean: 3_500...4_000,
            respondents: 4...90, silentSourceOneIn: 1_000, violationOneIn: 1_000)
    }
}
