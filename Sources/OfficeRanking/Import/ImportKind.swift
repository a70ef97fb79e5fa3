/// The kinds of file that come in, in the order in which a folder of them is taken.
public enum ImportKind: String, CaseIterable, Sendable {
    case offices
    case declarations
    case associationScores = "association_scores"
    case satisfactionScores = "satisfaction_scores"
    case violations

    /// Facts belong to a period; offices do not.
    public var isPeriodFact: Bool { self != .offices }

    /// The kind that a file's name says: `offices.csv`, `خوداظهاری.csv`.
    public init?(fileName: String) {
        let stem = fileName.split(separator: ".").first.map(String.init) ?? fileName
        let key = ComparisonKey.make(of: TextNormalizer.normalize(stem))
        let found = Self.allCases.first { kind in
            kind.stems.contains { key.hasPrefix(ComparisonKey.make(of: $0)) }
        }
        guard let found else { return nil }
        self = found
    }

    private var stems: [String] {
        switch self {
        case .offices: ["offices", "دفاتر"]
        case .declarations: ["declarations", "خوداظهاری"]
        case .associationScores: ["association_scores", "association", "انجمن", "امتیاز انجمن"]
        case .satisfactionScores: ["satisfaction_scores", "satisfaction", "رضایت", "امتیاز رضایت"]
        case .violations: ["violations", "تخلفات"]
        }
    }

    /// Where its rows land.
    var landing: String {
        switch self {
        case .offices: "staging.office_row"
        case .declarations: "staging.declaration_row"
        case .associationScores: "staging.association_score_row"
        case .satisfactionScores: "staging.satisfaction_score_row"
        case .violations: "staging.violation_row"
        }
    }
}
