/// The present state of an office, from which every search for a lift starts.
struct LiftGround: Sendable {
    let candidates: [LiftCandidate]
    /// The sum of each group before its maximum.
    let sums: [Int64]
    let scored: Assessment
    let plan: KindPlan
    let minimumTotal: Int64

    /// The sum that the groups must reach for a rank; nil if the minimum total alone meets its threshold.
    func requiredSum(_ target: LiftTarget, changing members: [LiftCandidate]) -> Int64? {
        let available = availableMaximum(changing: members)
        let required = Int64(plan.scaledThreshold(target.index, available: available).roundedUp())
        return required <= minimumTotal ? nil : required + scored.penalty.rawValue
    }

    /// The available maximum with the changed lines, which are applicable because they get a value.
    func availableMaximum(changing members: [LiftCandidate]) -> Int64 {
        guard members.contains(where: \.isNotApplicable) else { return scored.availableMaximum.rawValue }
        var lines = scored.lines
        for member in members { lines[member.index].state = .scored }
        return plan.availableMaximum(lines)
    }
}

extension GroupPlan {
    /// The sum of a group's lines before its maximum.
    func sum(_ scored: [ScoreLine]) -> Int64 {
        lines.reduce(0) { $0 + scored[$1].points.rawValue }
    }
}
