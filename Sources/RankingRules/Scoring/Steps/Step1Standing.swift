/// Step 1 of a score: offices that are not scored.
extension ScoringEngine {
    /// Nil for an active office; whether it is ranked follows from its participation and its score.
    public func standing(of facts: OfficeFacts) -> Standing? {
        if facts.licensedOn > censusDay { return .awaiting }
        switch facts.licenceState {
        case .suspended: return .suspended
        case .expired, .revoked, .closed: return .closed
        case .active: break
        }
        let wasLicensedDuringPeriod = facts.licensedOn >= penalties.firstDay
        return wasLicensedDuringPeriod && scheme.licensedDuringPeriod == .awaiting ? .awaiting : nil
    }
}
