public enum Rounding: String, CaseIterable, Hashable, Sendable {
    case halfAwayFromZero = "half_away_from_zero"
    /// Toward −∞.
    case down
}

/// The treatment of an active office without a declaration.
public enum NonParticipationPolicy: String, CaseIterable, Hashable, Sendable {
    case defaultLastRank = "default_last_rank"
    case carryForward = "carry_forward"
    case unrated
}

/// The treatment of an office whose licence was issued within the half-year.
public enum LicensedDuringPeriod: String, CaseIterable, Hashable, Sendable {
    case ranked
    case awaiting
}
