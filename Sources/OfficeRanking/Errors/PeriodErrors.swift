/// Errors of half-years: their days and states, what is said in them, and what is made of it.
extension RankingError {
    // Days and states.
    public static func periodNotOpen(state: String) -> Self { Self(.periodNotOpen, state) }
    public static func wrongPeriodState(change: String) -> Self { Self(.wrongPeriodState, change) }
    /// A window needs to know the sources; no scheme is planned for the period.
    public static func periodHasNoScheme(period: String) -> Self { Self(.periodHasNoScheme, period) }
    public static func schemeIsNotValidThen(validity: String) -> Self { Self(.schemeIsNotValidThen, validity) }
    /// An activity of the period with its first and last day, of which the last is over: `office 2021-09-23 2021-10-12`.
    /// The activity `period` stands for the period's own days; `-` for a day that is not set.
    public static func windowClosed(window: String) -> Self { Self(.windowClosed, window) }
    /// The same, whose first day has not come.
    public static func windowNotOpen(window: String) -> Self { Self(.windowNotOpen, window) }
    /// What no window is for, and what windows are for.
    public static func unknownActivity(_ detail: String) -> Self { Self(.unknownActivity, detail) }
    /// A window of a province or an office, where the country has none: the period's own days hold for all.
    public static func noWindowToExtend(activity: String) -> Self { Self(.noWindowToExtend, activity) }
    /// Every day of the window is open already.
    public static func windowAddsNoDay(activity: String) -> Self { Self(.windowAddsNoDay, activity) }
    /// A last day that is half a year and more ahead of all others.
    public static func dayIsFar(window: String) -> Self { Self(.dayIsFar, window) }
    /// What is said holds from a day that has not come.
    public static func dayInFuture(day: String) -> Self { Self(.dayInFuture, day) }
    /// A day that has begun, for a step that is still to come: `closes 2021-10-12`.
    public static func dayIsPast(step: String) -> Self { Self(.dayIsPast, step) }
    /// The step of a period whose day was to change.
    public static func stepIsTaken(step: String) -> Self { Self(.stepIsTaken, step) }
    /// A due step that waits for imports or other acts.
    public static func stepWaits(step: String) -> Self { Self(.stepWaits, step) }
    /// What stands against a step, one obstacle a line: `code: detail`.
    public static func stepHasObstacles(_ detail: String) -> Self { Self(.stepHasObstacles, detail) }
    /// An overrule names what does not stand against the step, or cannot be overruled.
    public static func noSuchObstacle(_ detail: String) -> Self { Self(.noSuchObstacle, detail) }
    public static let reasonIsRequired = Self(.reasonIsRequired)
    public static func notRankedYet(period: String) -> Self { Self(.notRankedYet, period) }

    // What sources say.
    /// The source's code; the actor's role does not speak for it.
    public static func sourceOfAnother(_ detail: String) -> Self { Self(.sourceOfAnother, detail) }
    /// The source's code; nobody speaks on behalf of an owner who has spoken himself.
    public static func ownerHasSpoken(_ detail: String) -> Self { Self(.ownerHasSpoken, detail) }
    /// Somebody else said or judged something of the same offices at the same time.
    public static let saidMeanwhile = Self(.saidMeanwhile)

    // What is fixed.
    public static func publishedIsFinal(period: String) -> Self { Self(.publishedIsFinal, period) }
    public static func periodTermsAreFixed(period: String) -> Self { Self(.periodTermsAreFixed, period) }
    public static func schemeIsFrozen(scheme: String) -> Self { Self(.schemeIsFrozen, scheme) }
    public static func indicatorRulesAreFrozen(rules: String) -> Self { Self(.indicatorRulesAreFrozen, rules) }
    public static func recordIsAppendOnly(table: String) -> Self { Self(.recordIsAppendOnly, table) }
    /// What is fixed, and its number: `token 17`.
    public static func entryIsFixed(_ detail: String) -> Self { Self(.entryIsFixed, detail) }
    public static func fieldIsFixed(_ detail: String) -> Self { Self(.fieldIsFixed, detail) }
    public static func newerVersionIsKnown(office: String) -> Self { Self(.newerVersionIsKnown, office) }
    /// An act says something else about a place that is known, or gives its name to another one.
    public static func placeIsKnownOtherwise(_ detail: String) -> Self { Self(.placeIsKnownOtherwise, detail) }

    // Runs and publications.
    /// Another run of the same period is scoring now.
    public static func anotherRunIsUnderWay(period: String) -> Self { Self(.anotherRunIsUnderWay, period) }
    public static func runReadsAnOlderCensus(period: String) -> Self { Self(.runReadsAnOlderCensus, period) }
    public static func totalsDoNotReconcile(difference: String) -> Self { Self(.totalsDoNotReconcile, difference) }
    /// The facts differ from those before them by more than the amendment says; its number.
    public static func amendmentExceedsItsCause(_ detail: String) -> Self { Self(.amendmentExceedsItsCause, detail) }
    /// The digest of the list of changed offices as it is now.
    public static func otherOfficesChange(digest: String) -> Self { Self(.otherOfficesChange, digest) }
    /// There is no other result than the one that is published.
    public static func correctionChangesNothing(period: String) -> Self { Self(.correctionChangesNothing, period) }
}
