/// A rank that must be reached: threshold and side conditions for one kind.
struct ThresholdPlan: Sendable {
    let threshold: Int64
    let conditions: [Condition]

    struct Condition: Sendable {
        let subject: Subject
        let bound: Bound
        /// The index among the conditions of the rank in the scheme.
        let index: Int
    }

    /// The group or criterion, by index in the scheme.
    enum Subject: Sendable {
        case group(Int)
        case line(Int)
    }

    enum Bound: Sendable {
        case atLeast(Int64)
        case atMost(Int64)

        func holds(for points: Int64) -> Bool {
            switch self {
            case .atLeast(let limit): points >= limit
            case .atMost(let limit): points <= limit
            }
        }
    }

    init(_ rank: RankThreshold, kind: OfficeKind, scheme: Scheme) {
        guard let threshold = rank.threshold else {
            preconditionFailure("every rank but the last has a threshold")
        }
        self.threshold = threshold[kind].rawValue
        conditions = rank.conditions.enumerated().filter { $0.element.kinds.contains(kind) }.map { index, condition in
            Condition(condition, index: index, scheme: scheme)
        }
    }
}

extension ThresholdPlan.Condition {
    fileprivate init(_ condition: RankCondition, index: Int, scheme: Scheme) {
        switch condition.bound {
        case .atLeast(let points): bound = .atLeast(points.rawValue)
        case .atMost(let points): bound = .atMost(points.rawValue)
        }
        subject = Self.subject(condition.subject, scheme)
        self.index = index
    }

    private static func subject(_ subject: RankCondition.Subject, _ scheme: Scheme) -> ThresholdPlan.Subject {
        switch subject {
        case .group(let code):
            guard let index = scheme.groups.firstIndex(where: { $0.code == code }) else {
                preconditionFailure("group \(code) of a condition stands in the scheme")
            }
            return .group(index)
        case .criterion(let code):
            guard let index = scheme.criteria.firstIndex(where: { $0.code == code }) else {
                preconditionFailure("criterion \(code) of a condition stands in the scheme")
            }
            return .line(index)
        }
    }
}
