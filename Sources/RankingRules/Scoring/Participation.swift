/// How an active office comes to a score.
enum Participation {
    case tookPart(DeclaredValues)
    /// Values of the carried declaration, by the criteria of this period's scheme.
    case carried(DeclaredValues)
    case defaulted
    case notAvailable
}

extension ScoringEngine {
    func participation(of facts: OfficeFacts) -> Participation {
        if let declaration = facts.declaration { return .tookPart(declaration) }
        switch scheme.nonParticipation {
        case .defaultLastRank: return .defaulted
        case .unrated: return .notAvailable
        case .carryForward:
            guard let earlier = facts.earlierDeclaration, scheme.carriesAgain || !earlier.wasCarriedAlready else {
                return .defaulted
            }
            return .carried(carryTables[earlier.schemePlace].values(from: earlier.values))
        }
    }
}
