/// Step 2 of a score: the values of an active office, and the treatment of a silent one.
enum Participation {
    case tookPart(SaidValues)
    /// The values of carried sources come from the earlier declaration, by the criteria of this period's scheme.
    case carried(SaidValues)
    case defaulted
    case notAvailable
}

extension ScoringEngine {
    func participation(of facts: OfficeFacts) -> Participation {
        if facts.tookPart { return .tookPart(facts.values) }
        switch scheme.nonParticipation {
        case .defaultLastRank: return facts.isReleased ? .notAvailable : .defaulted
        case .unrated: return .notAvailable
        case .carryForward:
            guard let earlier = facts.earlierDeclaration, scheme.carriesAgain || !earlier.wasCarriedAlready else {
                return facts.isReleased ? .notAvailable : .defaulted
            }
            return .carried(carryTables[earlier.schemeIndex].values(from: earlier.values, besides: facts.values))
        }
    }
}
