public import RankingRules

/// Why a call was refused or failed. `code` is stable and for programs; `message(in:)` is for people.
public struct RankingError: Error, Equatable, Sendable {
    public let code: Code
    /// The facts, as the database words them: `G-1`, or `office 2021-09-23 2021-10-12`.
    public let detail: String
    /// Every fault of the input; only for `invalid`.
    public let faults: [LocalizedText]

    init(_ code: Code, _ detail: String = "", faults: [LocalizedText] = []) {
        (self.code, self.detail, self.faults) = (code, detail, faults)
    }

    public var kind: Kind { code.kind }
}

extension RankingError {
    /// What a program can do about an error: each kind has one HTTP status and one exit code.
    public enum Kind: String, CaseIterable, Sendable {
        /// The token or identity is not accepted.
        case notAuthenticated = "not_authenticated"
        case notAllowed = "not_allowed"
        case notFound = "not_found"
        /// The input is wrong; sending it again does not help.
        case invalid
        /// A rule or the present state forbids the act.
        case refused
        /// Another act holds the same rows. The request may succeed when that act has ended.
        case conflict
        /// A statement took too long, or no connection was free.
        case busy
        /// The database is away, full or older than the program.
        case unavailable
        case failed = "internal"
    }
}

extension RankingError.Code {
    public var kind: RankingError.Kind {
        switch self {
        case .unknownActor, .tokenUnknown, .tokenExpired, .tokenRevoked, .proofNotConfirmed, .accountDisabled,
            .identityUnknown, .loginRefused, .invitationUnknown, .invitationExpired, .invitationEnded:
            .notAuthenticated
        case .notAllowed, .permissionMissing, .accountIsFixed, .notTheActor,
            .lastHeadquartersAccount, .nobodyGrantsToHimself, .anotherPersonConfirms, .serviceOfAnotherAgency,
            .sourceOfAnother:
            .notAllowed
        case .unknownRole, .unknownAccount, .noSuchToken, .noSuchIdentity, .unknownPeriod, .unknownPublication,
            .unknownOffice, .unknownScheme, .unknownCriterion, .unknownSubmission, .unknownAmendment, .unknownRelease,
            .unknownPlace, .unknownCase,
            .unknownService, .unknownContract, .unknownAgency, .unknownIndicatorRules, .unknownIndicatorSheet,
            .unknownImport, .unknownAct, .unknownEvidence, .unknownAppeal, .unknownDecision:
            .notFound
        case .invalid, .fieldIsFixed, .reasonIsRequired, .dayInFuture, .dayIsPast, .unknownActivity, .keyWasUsed,
            .constraintViolated, .evidenceIsInfected, .passwordIsWeak:
            .invalid
        case .periodNotOpen, .wrongPeriodState, .windowClosed, .windowNotOpen, .noWindowToExtend, .dayIsFar,
            .periodHasNoScheme, .windowAddsNoDay, .schemeIsNotValidThen, .schemeNotConfirmed, .simulationIsOutdated,
            .schemeMovesTooMany, .stepIsTaken, .stepHasObstacles,
            .noSuchObstacle, .ownerHasSpoken, .saidMeanwhile, .declarationIncomplete, .amendmentExceedsItsCause,
            .placeIsKnownOtherwise, .evidenceMissing,
            .itemNeedsTheGroup, .otherFactsAreApproved,
            .publishedIsFinal, .periodTermsAreFixed, .schemeIsFrozen, .indicatorRulesAreFrozen, .recordIsAppendOnly,
            .entryIsFixed, .newerVersionIsKnown, .runReadsAnOlderCensus, .otherOfficesChange,
            .correctionChangesNothing, .totalsDoNotReconcile, .officeNotActive, .serviceNotDelegatedThere,
            .outsideLicensedLocality, .serviceOfferedAlready, .serviceCeilingReached, .contractEndsBeforeItsStart,
            .notRankedYet, .actNotCoveredYet, .appealsAreNotHeard, .appealsExist, .appealIsSettled:
            .refused
        case .conflict, .stepWaits, .anotherRunIsUnderWay, .requestIsUnderWay: .conflict
        case .othersAreUnderWay, .tookTooLong, .noFreeConnection, .tooManyLogins: .busy
        case .unavailable, .outcomeUnknown, .databaseFull, .notMigrated, .evidenceNotScanned: .unavailable
        case .failed: .failed
        }
    }
}
