/// The kinds of file that come in, in the order in which a folder of them is taken.
public enum ImportKind: String, CaseIterable, Sendable {
    case offices
    case declarations
    case scores
    case associationScores = "association_scores"
    case satisfactionScores = "satisfaction_scores"
    case reviews
    case violations
    case agencies
    case services
    case mouTargets = "mou_targets"
    case delegations
    case contracts

    /// The kinds that come together in one folder.
    public enum Family: Sendable {
        case ranking
        case services
    }

    public var family: Family {
        switch self {
        case .offices, .declarations, .scores, .associationScores, .satisfactionScores, .reviews, .violations: .ranking
        case .agencies, .services, .mouTargets, .delegations, .contracts: .services
        }
    }

    /// Facts belong to a period; offices, agencies and their services do not.
    public var isPeriodFact: Bool { family == .ranking && self != .offices }

    /// A folder of its family is incomplete without it.
    public var isExpected: Bool { self != .scores && self != .reviews }

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
        case .scores: ["scores", "امتیازها"]
        case .reviews: ["reviews", "بازبینی"]
        case .violations: ["violations", "تخلفات"]
        case .agencies: ["agencies", "دستگاه‌ها"]
        case .services: ["services", "خدمات"]
        case .mouTargets: ["mou_targets", "هدف‌ها", "اهداف تفاهم‌نامه"]
        case .delegations: ["delegations", "واگذاری‌ها", "واگذاری"]
        case .contracts: ["contracts", "قراردادها"]
        }
    }

    /// Where its rows land.
    var landing: String {
        switch self {
        case .offices: "staging.office_row"
        case .declarations, .scores, .associationScores, .satisfactionScores, .reviews: "staging.submission_row"
        case .violations: "staging.violation_row"
        case .agencies: "staging.agency_row"
        case .services: "staging.service_row"
        case .mouTargets: "staging.mou_target_row"
        case .delegations: "staging.delegation_row"
        case .contracts: "staging.contract_row"
        }
    }
}
