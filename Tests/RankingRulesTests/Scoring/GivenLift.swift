import RankingRules

/// Offices one rank below another, for tests of what lifts them.
enum GivenLift {
    static let ranks = [Given.rank(75_000), Given.rank(50_000), Given.rank(nil)]

    /// A criterion whose value 0…most gives that many points.
    static func whole(
        _ code: String, most: Int64 = 40, isChangeable: Bool = true, missing: MissingValuePolicy = .noPoints
    ) -> Criterion {
        Given.criterion(
            code, type: .count(admissible: 0...most), maximum: most * 1_000, isChangeable: isChangeable,
            missing: missing,
            Given.lines((0, 0), (most, most * 1_000)))
    }

    static func answer(
        _ facts: OfficeFacts, _ criteria: Criterion..., ranks: [RankThreshold] = ranks, maximum: Int64 = 100_000,
        penalties: PenaltyRules = Given.penalties(), policy: NonParticipationPolicy = .defaultLastRank
    ) -> NextRankAnswer {
        let group = CriterionGroup(
            code: "g", title: Given.text("g"), maximum: Given.points(maximum), criteria: criteria)
        let scheme = Given.scheme(groups: [group], ranks: ranks, penalties: penalties, nonParticipation: policy)
        return NextRank(Given.engine(scheme, earlier: [scheme])).answer(for: facts)
    }

    static func lifts(_ answer: NextRankAnswer) -> [Lift] {
        guard case .reachable(_, let lifts) = answer else { return [] }
        return lifts
    }

    static func gap(_ answer: NextRankAnswer) -> NextRankGap? {
        switch answer {
        case .reachable(let gap, _), .outOfReach(let gap, _): gap
        default: nil
        }
    }

    static func obstacles(_ answer: NextRankAnswer) -> [Obstacle] {
        guard case .outOfReach(_, let obstacles) = answer else { return [] }
        return obstacles
    }

    static func codes(_ lifts: [Lift]) -> [[String]] {
        lifts.map { $0.changes.map(\.criterion) }
    }
}
