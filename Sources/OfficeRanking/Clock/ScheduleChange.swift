import Postgres
public import RankingRules

/// New days of a half-year's steps. Everything that is not named stays.
public struct ScheduleChange: Sendable {
    /// The new day of each step. Nil takes the day away; then a person takes the step.
    public var days: [PeriodStep: Day?]
    /// The scheme with which the period is to be opened.
    public var scheme: SchemeVersion?
    /// How many days before the closing day reminders are sent.
    public var remindBeforeDays: [Int]?
    /// Allows days that have begun. The clock acts on them at once, so they need a reason.
    public var allowPast: Bool

    public init(
        days: [PeriodStep: Day?] = [:], scheme: SchemeVersion? = nil, remindBeforeDays: [Int]? = nil,
        allowPast: Bool = false
    ) {
        (self.days, self.scheme, self.remindBeforeDays) = (days, scheme, remindBeforeDays)
        self.allowPast = allowPast
    }

    fileprivate var json: String {
        var members = days.sorted { $0.key.rawValue < $1.key.rawValue }.map { step, day in
            ("\(step.rawValue)_on", day.map { JSONValue.string($0.description) } ?? .null)
        }
        if let scheme {
            let version = JSONValue.integer(Int64(scheme.version))
            members.append(("scheme", .object([("code", .string(scheme.code)), ("version", version)])))
        }
        if let remindBeforeDays {
            members.append(("remind_before_days", .array(remindBeforeDays.map { .integer(Int64($0)) })))
        }
        if allowPast { members.append(("allow_past", .bool(true))) }
        return JSONValue.object(members).line
    }
}

extension RankingDatabase {
    /// Sets the days of a half-year, or changes those of steps not taken yet. A change needs a reason for the record.
    public func schedulePeriod(_ halfYear: HalfYear, _ change: ScheduleChange, reason: String? = nil) async throws {
        try await act { connection in
            try await connection.query(
                "select ranking.schedule_period(\(halfYear.description), \(change.json)::jsonb, \(reason))")
        }
    }
}
