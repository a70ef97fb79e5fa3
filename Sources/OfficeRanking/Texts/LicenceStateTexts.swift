package import RankingRules

extension LicenceState {
    /// The title of the state in findings and answers.
    package var title: LocalizedText {
        switch self {
        case .active: LocalizedText(persian: "فعال", english: "active")
        case .expired: LocalizedText(persian: "منقضی", english: "expired")
        case .suspended: LocalizedText(persian: "معلق", english: "suspended")
        case .revoked: LocalizedText(persian: "باطل", english: "revoked")
        case .closed: LocalizedText(persian: "تعطیل", english: "closed")
        }
    }

    /// The Persian and the English title, for the arguments of a finding.
    static func titles(of state: String?) -> [String] {
        guard let title = state.flatMap(Self.init(rawValue:))?.title else { return [] }
        return [title.persian, title.english]
    }
}
