package import RankingRules

/// A side condition of a rank in words.
package struct ConditionText {
    package let scheme: Scheme

    package init(scheme: Scheme) { self.scheme = scheme }

    package func word(_ condition: RankCondition) -> Word {
        let (code, title) = subject(condition.subject)
        switch condition.bound {
        case .atLeast(let points):
            return Word(
                "\(code) >= \(points.rawValue)",
                LocalizedText(
                    persian: "\(title.persian) دست‌کم \(HumanNumber.text(points.text, .persian))",
                    english: "\(title.english) at least \(HumanNumber.text(points.text, .english))"))
        case .atMost(let points):
            return Word(
                "\(code) <= \(points.rawValue)",
                LocalizedText(
                    persian: "\(title.persian) حداکثر \(HumanNumber.text(points.text, .persian))",
                    english: "\(title.english) at most \(HumanNumber.text(points.text, .english))"))
        }
    }

    private func subject(_ subject: RankCondition.Subject) -> (String, LocalizedText) {
        let unknown = { (code: String) in LocalizedText(persian: code, english: code) }
        switch subject {
        case .group(let code): return (code, scheme.groups.first { $0.code == code }?.title ?? unknown(code))
        case .criterion(let code): return (code, scheme.criteria.first { $0.code == code }?.title ?? unknown(code))
        }
    }
}
