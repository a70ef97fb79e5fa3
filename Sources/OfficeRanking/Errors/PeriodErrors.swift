/// Errors of half-years: days and states, submissions, runs and publications.
extension RankingError {
    // Days and states.
    public static func periodNotOpen(state: String) -> Self { Self(.periodNotOpen, state) }
    public static func wrongPeriodState(change: String) -> Self { Self(.wrongPeriodState, change) }
    /// A window needs a source, and no scheme is planned for the period.
    public static func periodHasNoScheme(period: String) -> Self { Self(.periodHasNoScheme, period) }
    public static func schemeIsNotValidThen(validity: String) -> Self { Self(.schemeIsNotValidThen, validity) }
    /// Only one person has proposed the scheme.
    public static func schemeNotConfirmed(scheme: String) -> Self { Self(.schemeNotConfirmed, scheme) }
    /// The newest publication, on which a proposed scheme has not been simulated.
    public static func simulationIsOutdated(publication: String) -> Self { Self(.simulationIsOutdated, publication) }
    /// The number of offices that would move, that of the ranked ones, and the bound of the scheme in use.
    public static func schemeMovesTooMany(_ detail: String) -> Self { Self(.schemeMovesTooMany, detail) }
    /// An activity whose last day is over, with its first and last day: `office 2021-09-23 2021-10-12`. The activity
    /// `period` means the period's own days; `-` is a day that is not set.
    public static func windowClosed(window: String) -> Self { Self(.windowClosed, window) }
    /// An activity whose first day has not come; the detail has the same form.
    public static func windowNotOpen(window: String) -> Self { Self(.windowNotOpen, window) }
    /// The unknown activity, and the known ones.
    public static func unknownActivity(_ detail: String) -> Self { Self(.unknownActivity, detail) }
    /// The country has no window for the activity, so a province or an office cannot have one: the period's own days
    /// hold for all.
    public static func noWindowToExtend(activity: String) -> Self { Self(.noWindowToExtend, activity) }
    /// Every day of the window is open already.
    public static func windowAddsNoDay(activity: String) -> Self { Self(.windowAddsNoDay, activity) }
    /// A last day that lies half a year or more after all others.
    public static func dayIsFar(window: String) -> Self { Self(.dayIsFar, window) }
    /// A change that holds from a future day.
    public static func dayInFuture(day: String) -> Self { Self(.dayInFuture, day) }
    /// A day that has begun, for a step that is still to come: `closes 2021-10-12`.
    public static func dayIsPast(step: String) -> Self { Self(.dayIsPast, step) }
    /// The step was taken, so its day cannot change.
    public static func stepIsTaken(step: String) -> Self { Self(.stepIsTaken, step) }
    /// A due step waits for imports or other acts.
    public static func stepWaits(step: String) -> Self { Self(.stepWaits, step) }
    /// The obstacles to a step, one a line: `code: detail`.
    public static func stepHasObstacles(_ detail: String) -> Self { Self(.stepHasObstacles, detail) }
    /// An overrule names an obstacle that does not exist or cannot be overruled.
    public static func noSuchObstacle(_ detail: String) -> Self { Self(.noSuchObstacle, detail) }
    public static let reasonIsRequired = Self(.reasonIsRequired)
    public static func notRankedYet(period: String) -> Self { Self(.notRankedYet, period) }

    // Submissions of sources.
    /// The code of a source for which the actor's role does not speak.
    public static func sourceOfAnother(_ detail: String) -> Self { Self(.sourceOfAnother, detail) }
    /// The code of a source whose owner has spoken, so that no other account may speak on its behalf.
    public static func ownerHasSpoken(_ detail: String) -> Self { Self(.ownerHasSpoken, detail) }
    /// Another account submitted or reviewed values of the same offices at the same time, or since the form was read.
    public static let saidMeanwhile = Self(.saidMeanwhile)
    /// The codes of the criteria that the form lacks.
    public static func declarationIncomplete(missing: String) -> Self { Self(.declarationIncomplete, missing) }

    // Reviews and approvals.
    /// The codes of criteria that were rejected or corrected and are said again: a member of the working group who has
    /// not judged them judges them.
    public static func itemNeedsTheGroup(criteria: String) -> Self { Self(.itemNeedsTheGroup, criteria) }
    /// The digest is not that of the present facts of the province.
    public static func otherFactsAreApproved(digest: String) -> Self { Self(.otherFactsAreApproved, digest) }

    // Appeals.
    /// A half-year whose scheme has no days of appeals.
    public static func appealsAreNotHeard(period: String) -> Self { Self(.appealsAreNotHeard, period) }
    /// A half-year that cannot be opened again, because appeals were filed.
    public static func appealsExist(period: String) -> Self { Self(.appealsExist, period) }
    /// The number of an appeal that is decided or withdrawn.
    public static func appealIsSettled(_ detail: String) -> Self { Self(.appealIsSettled, detail) }

    // Fixed entries.
    public static func publishedIsFinal(period: String) -> Self { Self(.publishedIsFinal, period) }
    public static func periodTermsAreFixed(period: String) -> Self { Self(.periodTermsAreFixed, period) }
    public static func schemeIsFrozen(scheme: String) -> Self { Self(.schemeIsFrozen, scheme) }
    public static func indicatorRulesAreFrozen(rules: String) -> Self { Self(.indicatorRulesAreFrozen, rules) }
    public static func recordIsAppendOnly(table: String) -> Self { Self(.recordIsAppendOnly, table) }
    /// The fixed entry and its number: `token 17`.
    public static func entryIsFixed(_ detail: String) -> Self { Self(.entryIsFixed, detail) }
    public static func fieldIsFixed(_ detail: String) -> Self { Self(.fieldIsFixed, detail) }
    public static func newerVersionIsKnown(office: String) -> Self { Self(.newerVersionIsKnown, office) }
    /// An act contradicts what is known of a place, or gives its name to another place.
    public static func placeIsKnownOtherwise(_ detail: String) -> Self { Self(.placeIsKnownOtherwise, detail) }

    // Runs and publications.
    /// Another run of the same period is in progress.
    public static func anotherRunIsUnderWay(period: String) -> Self { Self(.anotherRunIsUnderWay, period) }
    public static func runReadsAnOlderCensus(period: String) -> Self { Self(.runReadsAnOlderCensus, period) }
    public static func totalsDoNotReconcile(difference: String) -> Self { Self(.totalsDoNotReconcile, difference) }
    /// The number of an amendment whose new facts differ from the earlier ones in more than its item.
    public static func amendmentExceedsItsCause(_ detail: String) -> Self { Self(.amendmentExceedsItsCause, detail) }
    /// The digest of the list of changed offices as it is now.
    public static func otherOfficesChange(digest: String) -> Self { Self(.otherOfficesChange, digest) }
    /// No run differs from the published one.
    public static func correctionChangesNothing(period: String) -> Self { Self(.correctionChangesNothing, period) }
}
