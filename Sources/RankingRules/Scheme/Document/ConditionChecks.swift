/// Checks that the conditions of the ranks name known groups and criteria, and can hold.
struct ConditionChecks {
    private let groups: [String: GroupDraft]
    private let criteria: [String: CriterionDraft]
    /// True if a missing code is unknown, and not only lost by another fault.
    private let isEveryGroupKnown: Bool
    private let isEveryCriterionKnown: Bool

    init(groups: [GroupDraft]) {
        let criteria = groups.flatMap { $0.criteria ?? [] }
        self.groups = Dictionary(groups.compactMap { draft in draft.code.map { ($0, draft) } }) { first, _ in first }
        self.criteria = Dictionary(criteria.compactMap { draft in draft.code.map { ($0, draft) } }) { first, _ in first
        }
        isEveryGroupKnown = groups.allSatisfy { $0.code != nil }
        isEveryCriterionKnown = groups.allSatisfy { $0.criteria != nil } && criteria.allSatisfy { $0.code != nil }
    }

    /// Checks all conditions of one rank.
    func run(_ conditions: [(field: Field, condition: RankCondition)]) {
        var bounds: [BoundSubject: Bounds] = [:]
        for (field, condition) in conditions {
            switch condition.subject {
            case .group(let code): check(field, condition, group: code)
            case .criterion(let code): check(field, condition, criterion: code)
            }
            for kind in condition.kinds {
                let subject = BoundSubject(subject: condition.subject, kind: kind)
                bounds[subject, default: Bounds()].add(condition.bound)
                if bounds[subject]?.excludeEachOther == true { field.refuse(.conditionNeverHolds(kind)) }
            }
        }
    }

    private struct BoundSubject: Hashable {
        let subject: RankCondition.Subject
        let kind: OfficeKind
    }

    /// A lower and an upper bound: at least 8 and at most 5 exclude each other.
    private struct Bounds {
        private var least: Points?
        private var most: Points?

        mutating func add(_ bound: RankCondition.Bound) {
            switch bound {
            case .atLeast(let points): least = max(least ?? points, points)
            case .atMost(let points): most = min(most ?? points, points)
            }
        }

        var excludeEachOther: Bool {
            if let least, let most { least > most } else { false }
        }
    }

    private func check(_ field: Field, _ condition: RankCondition, group code: String) {
        guard let group = groups[code] else {
            if isEveryGroupKnown { field.preview("group")?.refuse(.unknownGroup(code)) }
            return
        }
        for kind in condition.kinds {
            if let reach = group.reach(kind) { check(condition.bound, within: reach, kind, field) }
        }
    }

    private func check(_ field: Field, _ condition: RankCondition, criterion code: String) {
        guard let criterion = criteria[code] else {
            if isEveryCriterionKnown { field.preview("criterion")?.refuse(.unknownCriterion(code)) }
            return
        }
        for kind in condition.kinds {
            if criterion.kinds?.contains(kind) == false {
                field.refuse(.conditionOnAbsentCriterion(kind))
            } else if let reach = criterion.reach(kind) {
                check(condition.bound, within: reach, kind, field)
            }
        }
    }

    private func check(
        _ bound: RankCondition.Bound, within reach: ClosedRange<Points>, _ kind: OfficeKind, _ field: Field
    ) {
        let canHold =
            switch bound {
            case .atLeast(let points): points <= reach.upperBound
            case .atMost(let points): points >= reach.lowerBound
            }
        if !canHold { field.refuse(.conditionNeverHolds(kind)) }
    }
}
