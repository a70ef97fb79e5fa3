import RankingRules

/// The sources of a scheme that a kind of file speaks for.
enum SourceSelection: Equatable {
    /// Every source of values, with the reviewers' confirmed values: the file of a region holds both.
    case declarations
    /// The provincial association, by the code of its source.
    case association
    case surveys
    case named(String)
    case all
    /// Confirmed values of reviewers, and values of the sources other than the declaration.
    case reviews

    /// Indices of the criteria whose values the file may hold.
    func spokenIndices(in scheme: Scheme) -> [Int] {
        scheme.criteria.indices.filter { index in
            guard let source = scheme.source(scheme.criteria[index].source) else { return false }
            return switch self {
            case .declarations: source.kind == .values
            case .association: source.code == "association"
            case .surveys: source.kind == .survey
            case .named(let code): source.code == code
            case .all: true
            case .reviews: source.kind == .values && !source.isDeclaration
            }
        }
    }

    /// Indices of the criteria whose confirmed values the file may hold.
    func reviewedIndices(in scheme: Scheme) -> [Int] {
        guard self == .declarations || self == .reviews || self == .all else { return [] }
        return scheme.criteria.indices.filter {
            scheme.source(scheme.criteria[$0].source)?.review != Source.Review.none
        }
    }

    /// Other titles under which a criterion may stand in a file.
    func aliases(of criterion: Criterion, in scheme: Scheme, isOnlyOne: Bool) -> [String] {
        guard let source = scheme.source(criterion.source) else { return [] }
        var titles: [String] = []
        if source.kind == .survey, isOnlyOne {
            titles += ["mean", "میانگین رضایت", "میانگین رضایتمندی", "رضایتمندی", "امتیاز رضایت"]
        }
        if self == .association, isOnlyOne { titles += ["score", "امتیاز", "امتیاز انجمن"] }
        // What a source says that nobody reviews is itself a confirmed value.
        if source.kind == .values, !source.isDeclaration, source.review == .none {
            titles += CriterionCells(criterion).confirmedColumn.titles + [criterion.code + "_confirmed"]
        }
        return titles
    }
}
