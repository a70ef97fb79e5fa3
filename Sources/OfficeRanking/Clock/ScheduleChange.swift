import Postgres
public import RankingRules

/// New days of a half-year's steps; what is not named stays.
public struct ScheduleChange: Sendable {
    /// A step with nil loses its day, and then waits for somebody to take it.
    public var days: [PeriodStep: Day?]
    /// What to open the period with.
    public var scheme: SchemeVersion?
    /// How many days before the closing day people are reminded of it.
    public var remindBeforeDays: [Int]?
    /// Whether days that have begun are meant, on which the clock acts at once; that needs a reason.
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
    /// Sets the days of a half-year, or changes those of steps not taken yet; a change needs a reason for the record.
    public func schedulePeriod(_ halfYear: HalfYear, _ change: ScheduleChange, reason: String? = nil) async throws {
        try await act { connection in
            try await connection.query(
                "select ranking.schedule_period(\(halfYear.description), \(change.json)::jsonb, \(reason))")
        }
    }
}
