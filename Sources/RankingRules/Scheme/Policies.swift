public enum Rounding: String, CaseIterable, Hashable, Sendable {
    case halfAwayFromZero = "half_away_from_zero"
    /// Toward −∞.
    case down
}

/// What becomes of an active office that made no declaration.
public enum NonParticipationPolicy: String, CaseIterable, Hashable, Sendable {
    case defaultLastRank = "default_last_rank"
    case carryForward = "carry_forward"
    case unrated
}

/// What becomes of an office whose licence was issued within the half-year.
public enum LicensedDuringPeriod: String, CaseIterable, Hashable, Sendable {
    case ranked
    case awaiting
}
