public import Postgres
public import RankingRules

/// Why a call was refused or failed, with its facts. `code` is stable; `message(in:)` is for people.
public enum RankingError: Error, Equatable, Sendable {
    // Timing and states.
    case periodNotOpen(state: String)
    case wrongPeriodState(change: String)
    /// An activity of the period with its first and last day, of which the last is over: `office 2021-09-23 2021-10-12`.
    /// The activity `period` stands for the period's own days; `-` for a day that is not set.
    case windowClosed(window: String)
    /// The same, whose first day has not come.
    case windowNotOpen(window: String)
    /// What no window is for, and what windows are for.
    case unknownActivity(String)
    /// A window of a province or an office, where the country has none: the period's own days hold for all.
    case noWindowToExtend(activity: String)
    /// A last day that is half a year and more ahead of all others.
    case dayIsFar(window: String)
    /// A window needs to know the sources; no scheme is planned for the period.
    case periodHasNoScheme(period: String)
    /// Every day of the window is open already.
    case windowAddsNoDay(activity: String)
    /// A due step that waits for imports or other acts.
    case stepWaits(step: String)
    case schemeIsNotValidThen(validity: String)
    case reasonIsRequired
    /// What is said holds from a day that has not come.
    case dayInFuture(day: String)
    /// A day that has begun, for a step that is still to come: `closes 2021-10-12`.
    case dayIsPast(step: String)
    /// The step of a period whose day was to change.
    case stepIsTaken(step: String)
    /// What stands against a step, one obstacle a line: `code: detail`.
    case stepHasObstacles(String)
    /// An overrule names what does not stand against the step, or cannot be overruled.
    case noSuchObstacle(String)
    // What sources say and reviewers judge.
    /// The source's code; the actor's role does not speak for it.
    case sourceOfAnother(String)
    /// The source's code; nobody speaks on behalf of an owner who has spoken himself.
    case ownerHasSpoken(String)
    /// Somebody else said or judged something of the same offices at the same time.
    case saidMeanwhile
    /// The facts differ from those before them by more than the amendment says; its number.
    case amendmentExceedsItsCause(String)
    /// An act says something else about a place that is known, or gives its name to another one.
    case placeIsKnownOtherwise(String)
    // What is frozen.
    case publishedIsFinal(period: String)
    case schemeIsFrozen(scheme: String)
    case indicatorRulesAreFrozen(rules: String)
    case recordIsAppendOnly(place: String)
    case newerVersionIsKnown(office: String)
    case runReadsAnOlderCensus(period: String)
    /// The digest of the list of changed offices as it is now.
    case otherOfficesChange(digest: String)
    /// There is no other result than the one that is published.
    case correctionChangesNothing(period: String)
    case totalsDoNotReconcile(difference: String)
    /// Another run of the same period is scoring now.
    case anotherRunIsUnderWay(period: String)
    // Access.
    case notAllowed
    /// The account that acts; it is not there, or disabled.
    case unknownActor(String)
    /// The role of the account lacks the deed.
    case deedNotAllowed(deed: String)
    /// Built-in accounts stay as they are, and every account keeps its name and person.
    case accountIsFixed(account: String)
    /// A row names another account or person than the one that acts.
    case notTheActor
    case lastHeadquartersAccount(account: String)
    case nobodyGrantsToHimself
    /// Whoever gave a token or an identity, overruled an obstacle or proposed an amendment does not confirm it.
    case anotherPersonConfirms(account: String)
    case serviceOfAnotherAgency(service: String)
    case unknownRole(String)
    case unknownAccount(String)
    // Proofs of who asks.
    case tokenUnknown
    case tokenExpired
    case tokenRevoked
    /// The account's role needs two persons behind a token or an identity.
    case proofNotConfirmed
    case accountDisabled
    case identityUnknown
    /// Named by its number; not known, or revoked already.
    case noSuchToken(number: String)
    case noSuchIdentity(issuer: String)
    // What was asked for.
    case unknownPeriod(String)
    /// Half-year and number.
    case unknownPublication(String)
    case unknownOffice(String)
    case unknownScheme(String)
    case unknownCriterion(String)
    case unknownAmendment(String)
    case unknownRelease(String)
    case unknownPlace(String)
    case unknownService(String)
    case unknownContract(String)
    case unknownAgency(String)
    case unknownIndicatorRules(String)
    case unknownIndicatorSheet(String)
    // Contracts.
    case officeNotActive(state: String)
    case serviceNotDelegatedThere(service: String)
    case outsideLicensedLocality(locality: String)
    case serviceOfferedAlready(service: String)
    /// `used/ceiling`, and the day where it is a later one than that of the contract.
    case serviceCeilingReached(places: String)
    case contractEndsBeforeItsStart(start: String)
    case notRankedYet(period: String)
    case unknownImport(String)
    // Requests.
    /// The same request is being answered now.
    case requestIsUnderWay(key: String)
    /// The key names another request.
    case keyWasUsed(key: String)
    case invalid([LocalizedText])
    // The database.
    case constraintViolated(String)
    case conflict
    /// Others, such as imports, did not end in time.
    case othersAreUnderWay
    case outcomeUnknown
    /// A statement was given up when its time was over.
    case tookTooLong
    case unavailable(String)
    /// The database has no room left for what was to be kept.
    case databaseFull
    case failed(String)
}

extension RankingError {
    /// The one translation from the database, by constraint name or SQLSTATE.
    public init(_ error: PostgresError) {
        let detail = error.detail ?? ""
        switch error.code {
        case .connectionFailed, .connectionLost, .poolExhausted, .leaseTimeout, .clientClosed:
            self = .unavailable(error.code.rawValue)
        case .cancelled:
            self = .tookTooLong
        case .commitUnknown:
            self = .outcomeUnknown
        case .serverError where error.isRetryable:
            self = .conflict
        case .serverError:
            self =
                Self.byState[error.sqlState ?? ""]?(detail)
                ?? Self.byClass(error) ?? .failed(error.sqlState ?? error.message)
        default:
            self = .failed(error.code.rawValue)
        }
    }

    private static let byState: [String: @Sendable (String) -> RankingError] = [
        "RK101": { .periodNotOpen(state: $0) },
        "RK102": { .wrongPeriodState(change: $0) },
        "RK103": { .unknownScheme($0) },
        "RK104": { .schemeIsNotValidThen(validity: $0) },
        "RK105": { _ in .reasonIsRequired },
        "RK106": {
            .invalid([LocalizedText(persian: "این فیلد اصلاح‌شدنی نیست: \($0)", english: "This field is fixed: \($0)")])
        },
        "RK107": { .stepIsTaken(step: $0) },
        "RK108": { .notRankedYet(period: $0) },
        "RK109": { .windowClosed(window: $0) },
        "RK110": { .dayInFuture(day: $0) },
        "RK111": { .windowNotOpen(window: $0) },
        "RK112": { .dayIsPast(step: $0) },
        "RK113": { .stepHasObstacles($0) },
        "RK115": { .noSuchObstacle($0) },
        "RK116": { .unknownActivity($0) },
        "RK117": { .noWindowToExtend(activity: $0) },
        "RK118": { .windowAddsNoDay(activity: $0) },
        "RK119": { .dayIsFar(window: $0) },
        "RK121": { .periodHasNoScheme(period: $0) },
        "RK201": { .sourceOfAnother($0) },
        "RK203": { .ownerHasSpoken($0) },
        "RK120": { .placeIsKnownOtherwise($0) },
        "RK301": { .recordIsAppendOnly(place: $0) },
        "RK302": { .publishedIsFinal(period: $0) },
        "RK303": { .recordIsAppendOnly(place: $0) },
        "RK304": { .newerVersionIsKnown(office: $0) },
        "RK305": { .publishedIsFinal(period: $0) },
        "RK306": { .recordIsAppendOnly(place: $0) },
        "RK307": { .schemeIsFrozen(scheme: $0) },
        "RK308": { .indicatorRulesAreFrozen(rules: $0) },
        "RK310": { .amendmentExceedsItsCause($0) },
        "RK311": { .otherOfficesChange(digest: $0) },
        "RK312": { .correctionChangesNothing(period: $0) },
        "RK401": { .totalsDoNotReconcile(difference: $0) },
        "RK402": { .runReadsAnOlderCensus(period: $0) },
        "RK403": { .anotherRunIsUnderWay(period: $0) },
        "RK501": { _ in .notAllowed },
        "RK502": { .unknownAccount($0) },
        "RK503": { _ in .notAllowed },
        "RK504": { .deedNotAllowed(deed: $0) },
        "RK505": { .accountIsFixed(account: $0) },
        "RK506": { .lastHeadquartersAccount(account: $0) },
        "RK507": { _ in .nobodyGrantsToHimself },
        "RK508": { .serviceOfAnotherAgency(service: $0) },
        "RK509": { .anotherPersonConfirms(account: $0) },
        "RK510": { .unknownActor($0) },
        "RK511": { _ in .notTheActor },
        "RK601": { .unknownPeriod($0) },
        "RK602": { .unknownPlace($0) },
        "RK603": { _ in .notAllowed },
        "RK604": { .unknownOffice($0) },
        "RK605": { .unknownService($0) },
        "RK606": { .unknownContract($0) },
        "RK607": { .unknownAgency($0) },
        "RK608": { .noSuchToken(number: $0) },
        "RK609": { .unknownRole($0) },
        "RK610": { .noSuchIdentity(issuer: $0) },
        "RK611": { .unknownIndicatorRules($0) },
        "RK616": { .unknownPublication($0) },
        "RK617": { .unknownAmendment($0) },
        "RK618": { .unknownCriterion($0) },
        "RK619": { .unknownRelease($0) },
        "RK701": { .officeNotActive(state: $0) },
        "RK703": { .serviceNotDelegatedThere(service: $0) },
        "RK704": { .outsideLicensedLocality(locality: $0) },
        "RK705": { .serviceOfferedAlready(service: $0) },
        "RK706": { .serviceCeilingReached(places: $0) },
        "RK707": { .contractEndsBeforeItsStart(start: $0) },
        "RK801": { .requestIsUnderWay(key: $0) },
        "RK802": { .keyWasUsed(key: $0) },
        "42501": { _ in .notAllowed },
        // A lock was not free within lock_timeout.
        "55P03": { _ in .othersAreUnderWay },
    ]

    private static func byClass(_ error: PostgresError) -> RankingError? {
        guard let state = error.sqlState else { return nil }
        // Two wrote the same number; the number is the first constraint that the second one meets.
        if state == "23505", ["submission_pkey", "review_pkey"].contains(error.constraint) { return .saidMeanwhile }
        if state.hasPrefix("23") { return .constraintViolated(error.constraint ?? state) }
        if state == "53100" { return .databaseFull }
        if state.hasPrefix("08") || state.hasPrefix("53") || state.hasPrefix("57P0") { return .unavailable(state) }
        return nil
    }
}
