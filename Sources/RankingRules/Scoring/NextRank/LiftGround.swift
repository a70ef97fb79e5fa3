/// Where an office stands before any change: what every search for a lift starts from.
struct LiftGround: Sendable {
    let candidates: [LiftCandidate]
    /// By group, before the maximum.
    let sums: [Int64]
    let scored: Assessment
    let plan: KindPlan
    let minimumTotal: Int64

    /// What the groups have to give together for a rank; nil when the minimum total alone meets its threshold.
    func requiredSum(_ target: LiftTarget, changing members: [LiftCandidate]) -> Int64? {
        let available = availableMaximum(changing: members)
        let required = Int64(plan.scaledThreshold(target.index, available: available).roundedUp())
        return required <= minimumTotal ? nil : required + scored.penalty.rawValue
    }

    /// A changed line has a value, so it is applicable.
    func availableMaximum(changing members: [LiftCandidate]) -> Int64 {
        guard members.contains(where: \.isNotApplicable) else { return scored.availableMaximum.rawValue }
        var lines = scored.lines
        for member in members { lines[member.index].state = .scored }
        return plan.availableMaximum(lines)
    }
}

extension GroupPlan {
    /// Before the maximum.
    func sum(_ scored: [ScoreLine]) -> Int64 {
        lines.reduce(0) { $0 + scored[$1].points.rawValue }
    }
}
