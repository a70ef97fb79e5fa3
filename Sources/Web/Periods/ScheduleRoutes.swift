import Answers
import HTTPTypes
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// The days of half-years, and what the clock did on them and will do.
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
            writing("/v1/periods/{period}/dates", .patch, dates),
            clockRoute,
        ]
    }

    /// A day that is null is taken away; one that is not named stays.
    @Sendable
    private func dates(_ write: inout WriteRequest) async throws -> Deed {
        var days: [PeriodStep: Day?] = [:]
        for step in PeriodStep.allCases {
            if let day = write.body.dayOrNull(step.rawValue) { days.updateValue(day, forKey: step) }
        }
        let remindBefore = write.body.days("remind_before_days")
        let scheme = write.body.scheme("scheme")
        let allowPast = write.body.flag("allow_past") ?? false
        let reason = write.body.text("reason")
        try write.finish()
        let halfYear = try write.context.halfYear()
        let given = ScheduleChange(days: days, remindBeforeDays: remindBefore, allowPast: allowPast)
        return { ranking in
            var change = given
            if let scheme {
                change.scheme = try await ranking.schemeVersion(scheme.code, version: scheme.version)
            }
            try await ranking.schedulePeriod(halfYear, change, reason: reason)
            return Written(TimelineAnswer.make(try await ranking.timeline(of: halfYear)))
        }
    }
}
