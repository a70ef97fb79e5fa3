/// Errors of the things that a request names, and of contracts.
extension RankingError {
    // Things that a request names.
    public static func unknownPeriod(_ detail: String) -> Self { Self(.unknownPeriod, detail) }
    /// Half-year and number.
    public static func unknownPublication(_ detail: String) -> Self { Self(.unknownPublication, detail) }
    public static func unknownOffice(_ detail: String) -> Self { Self(.unknownOffice, detail) }
    public static func unknownScheme(_ detail: String) -> Self { Self(.unknownScheme, detail) }
    public static func unknownCriterion(_ detail: String) -> Self { Self(.unknownCriterion, detail) }
    /// The office of a withdrawal without anything to withdraw.
    public static func unknownSubmission(office: String) -> Self { Self(.unknownSubmission, office) }
    public static func unknownAmendment(_ detail: String) -> Self { Self(.unknownAmendment, detail) }
    public static func unknownRelease(_ detail: String) -> Self { Self(.unknownRelease, detail) }
    public static func unknownPlace(_ detail: String) -> Self { Self(.unknownPlace, detail) }
    public static func unknownService(_ detail: String) -> Self { Self(.unknownService, detail) }
    public static func unknownContract(_ detail: String) -> Self { Self(.unknownContract, detail) }
    public static func unknownAgency(_ detail: String) -> Self { Self(.unknownAgency, detail) }
    public static func unknownIndicatorRules(_ detail: String) -> Self { Self(.unknownIndicatorRules, detail) }
    public static func unknownIndicatorSheet(_ detail: String) -> Self { Self(.unknownIndicatorSheet, detail) }
    public static func unknownAct(_ detail: String) -> Self { Self(.unknownAct, detail) }
    /// A receipt for the act can be given when the next head is published.
    public static func actNotCoveredYet(act: String) -> Self { Self(.actNotCoveredYet, act) }
    public static func unknownImport(_ detail: String) -> Self { Self(.unknownImport, detail) }

    // Contracts.
    public static func officeNotActive(state: String) -> Self { Self(.officeNotActive, state) }
    public static func serviceNotDelegatedThere(service: String) -> Self { Self(.serviceNotDelegatedThere, service) }
    public static func outsideLicensedLocality(locality: String) -> Self { Self(.outsideLicensedLocality, locality) }
    public static func serviceOfferedAlready(service: String) -> Self { Self(.serviceOfferedAlready, service) }
    /// `used/ceiling`, and the day on which the ceiling is reached if it is later than the contract's.
    public static func serviceCeilingReached(used: String) -> Self { Self(.serviceCeilingReached, used) }
    public static func contractEndsBeforeItsStart(start: String) -> Self { Self(.contractEndsBeforeItsStart, start) }
}
