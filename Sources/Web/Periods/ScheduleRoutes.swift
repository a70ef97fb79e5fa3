import Answers
import HTTPTypes
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// The days of half-years, and the past and future steps of the clock.
    var scheduleRoutes: [Route] {
        [
            reading("/v1/schedule") { asked in
                try asked.query.finish()
                return TimelineAnswer.overview(try await asked.ranking.schedule())
            },
            reading("/v1/periods/{period}/timeline") { asked in
                try asked.query.finish()
                return TimelineAnswer.make(try await asked.ranking.timeline(of: try asked.context.halfYear()))
            },
            writing("/v1/periods/{period}/dates", PeriodDates.self, .patch) { ranking, write in
                let (halfYear, dates) = (try write.context.halfYear(), write.body)
                var change = ScheduleChange(
                    days: dates.days, remindBeforeDays: dates.remindBefore, allowPast: dates.allowPast)
                if let scheme = dates.scheme {
                    change.scheme = try await ranking.schemeVersion(scheme.code, version: scheme.version)
                }
                try await ranking.schedulePeriod(halfYear, change, reason: dates.reason)
                return Written(TimelineAnswer.make(try await ranking.timeline(of: halfYear)))
            },
            clockRoute,
        ]
    }
}

private struct PeriodDates: WriteBody {
    let days: [PeriodStep: Day?]
    let remindBefore: [Int]?
    let scheme: SchemeReference?
    let allowPast: Bool
    let reason: String?

    static let form = BodyForm(
        Self.init, daysOfSteps, Member.numbersOfDays("remind_before_days").optional, Member.scheme("scheme").optional,
        Member.flag("allow_past").or(false), Member.text("reason").optional)

    /// A day that is null is removed; a day that is not named stays.
    private static let daysOfSteps = BodyField<[PeriodStep: Day?]>(
        PeriodStep.allCases.map { MemberName(name: $0.rawValue, isRequired: false) }
    ) { reader in
        var days: [PeriodStep: Day?] = [:]
        for step in PeriodStep.allCases where reader.value(of: step.rawValue) != nil {
            // A wrong day is a finding, so the whole body is refused.
            if let day = Member.day(step.rawValue).optional.read(reader) { days.updateValue(day, forKey: step) }
        }
        return days
    }
}
