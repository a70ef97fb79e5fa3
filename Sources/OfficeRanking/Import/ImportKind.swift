package import RankingRules

/// The kinds of file that can be imported, in the order in which those of a folder are.
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

    /// Kinds of file that belong together in one folder.
    public enum Family: Sendable {
        case ranking
        case services
    }

    public var family: Family { descriptor.family }

    /// True for facts, which belong to a period; offices, agencies and services do not.
    public var isPeriodFact: Bool { descriptor.isPeriodFact }

    /// True if a folder of its family is incomplete without this kind.
    public var isExpected: Bool { descriptor.isExpected }

    package var title: LocalizedText { descriptor.title }

    /// The kind of a file, from the beginning of its name: `offices.csv`, `خوداظهاری.csv`. The longest match wins.
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
