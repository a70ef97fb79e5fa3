/// Checks that look at all groups and criteria together.
struct GroupChecks {
    let groups: [GroupDraft]

    func run() {
        checkCodes()
        for group in groups { checkReach(of: group) }
    }

    /// Groups and criteria share one name space, so that a condition, a file or a page can name either.
    private func checkCodes() {
        var codes: Set<String> = []
        for group in groups {
            let criteria = group.criteria ?? []
            for (field, code) in [(group.codeField, group.code)] + criteria.map({ ($0.codeField, $0.code) }) {
                if let code, !codes.insert(code).inserted { field?.refuse(.repeatedCode(code)) }
            }
        }
    }

    private func checkReach(of group: GroupDraft) {
        let sums = OfficeKind.allCases.compactMap { group.sumOfMaxima($0) }
        guard let maximum = group.maximum, let reached = sums.max(), sums.count == OfficeKind.allCases.count else {
            return
        }
        for criterion in group.criteria ?? [] {
            guard let own = criterion.maximum, own > maximum else { continue }
            criterion.maximumField?.refuse(.maximumAboveGroup(maximum))
        }
        if reached < maximum { group.maximumField?.refuse(.maximumUnreachable(reached: reached)) }
    }
}

extension GroupDraft {
    /// The sum over the criteria of the kind; nil if one of them is not known.
    func sumOfMaxima(_ kind: OfficeKind) -> Points? {
        guard let criteria else { return nil }
        var sum: Int64 = 0
        for criterion in criteria {
            guard let kinds = criterion.kinds, let maximum = criterion.maximum else { return nil }
            if kinds.contains(kind) { sum += maximum.rawValue }
        }
        return Points(rawValue: sum)
    }

    /// The fewest and the most points that an office of the kind can have in the group; nil if that is not known.
    func reach(_ kind: OfficeKind) -> ClosedRange<Points>? {
        guard let criteria, let maximum else { return nil }
        var (least, most): (Int64, Int64) = (0, 0)
        for criterion in criteria {
            guard let reach = criterion.reach(kind) else { return nil }
            least += reach.lowerBound.rawValue
            most += reach.upperBound.rawValue
        }
        return Points(rawValue: min(least, maximum.rawValue))...Points(rawValue: min(most, maximum.rawValue))
    }
}

extension CriterionDraft {
    /// The fewest and the most points that an office of the kind can have in the criterion; nil if that is not known.
    func reach(_ kind: OfficeKind) -> ClosedRange<Points>? {
        guard let kinds, let missing else { return nil }
        guard kinds.contains(kind) else { return .zero...(.zero) }
        guard let extremes = points?[kind]?.extremes else { return nil }
        // A missing value counts as 0 points. If it makes the office insufficient, the office has no rank.
        return missing == .insufficient
            ? extremes : min(extremes.lowerBound, .zero)...max(extremes.upperBound, .zero)
    }
}
