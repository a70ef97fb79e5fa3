import Answers
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Periods as an account sees them, including unpublished ones.
    var periodRoutes: [Route] {
        [
            reading("/v1/periods") { asked in
                try asked.query.finish()
                return PeriodAnswer.list(try await asked.ranking.periods())
            },
            reading("/v1/periods/{period}") { asked in
                try asked.query.finish()
                return PeriodAnswer.one(try await asked.ranking.period(try asked.context.halfYear()))
            },
            reading("/v1/periods/{period}/offices", officesOfPeriod),
            reading("/v1/periods/{period}/offices/{office}") { asked in
                try asked.query.finish()
                let (office, period) = (try asked.context.text("office"), try asked.context.halfYear())
                return ExplainAnswer(try await asked.ranking.explain(office, in: period)).make()
            },
            reading("/v1/periods/{period}/summary") { asked in
                try asked.query.finish()
                return SummaryAnswer.make(try await asked.ranking.summary(of: try asked.context.halfYear()))
            },
            canonicalTextRoute,
            reading("/v1/periods/{period}/correction") { asked in
                try asked.query.finish()
                return CorrectionAnswer.make(try await asked.ranking.correction(of: try asked.context.halfYear()))
            },
            reading("/v1/periods/{period}/comparison/{other}") { asked in
                try asked.query.finish()
                let (period, other) = (try asked.context.halfYear(), try asked.context.halfYear("other"))
                return ComparisonAnswer.make(try await asked.ranking.compare(period, other))
            },
        ]
    }

    @Sendable
    private func officesOfPeriod(_ asked: inout AccountRequest) async throws -> Answer {
        let filter = OfficeFilter(&asked.query)
        let page = asked.query.page(OfficeCursor.self)
        try asked.query.finish()
        let period = try await asked.ranking.period(try asked.context.halfYear())
        let found = try await asked.ranking.offices(
            in: period.halfYear, filter, limit: page.limit, after: page.after)
        return OfficesAnswer.make(found, period)
    }
}
