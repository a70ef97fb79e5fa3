package import RankingRules

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

    var descriptor: FileKind {
        switch self {
        case .offices: .offices
        case .declarations: .declarations
        case .scores: .scores
        case .associationScores: .associationScores
        case .satisfactionScores: .satisfactionScores
        case .reviews: .reviews
        case .violations: .violations
        case .agencies: .agencies
        case .services: .services
        case .mouTargets: .mouTargets
        case .delegations: .delegations
        case .contracts: .contracts
        }
    }

    /// The kinds that come together in one folder.
    public enum Family: Sendable {
        case ranking
        case services
    }

    public var family: Family { descriptor.family }

    /// Facts belong to a period; offices, agencies and their services do not.
    public var isPeriodFact: Bool { descriptor.isPeriodFact }

    /// A folder of its family is incomplete without it.
    public var isExpected: Bool { descriptor.isExpected }

    package var title: LocalizedText { descriptor.title }

    /// The kind that a file's name says: `offices.csv`, `خوداظهاری.csv`. Of several the one that says most of the name.
    public init?(fileName: String) {
        let stem = fileName.split(separator: ".").first.map(String.init) ?? fileName
        let key = ComparisonKey.make(of: stem)
        let named = Self.allCases.compactMap { kind in
            let said = kind.descriptor.stems.map { ComparisonKey.make(of: $0) }.filter(key.hasPrefix).map(\.count)
            return said.max().map { (kind, $0) }
        }
        guard let best = named.max(by: { $0.1 < $1.1 })?.0 else { return nil }
        self = best
    }
}
