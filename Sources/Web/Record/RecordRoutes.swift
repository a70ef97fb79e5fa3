import Answers
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// The record of acts, and the rows that imports left out.
    var recordRoutes: [Route] {
        [
            reading("/v1/acts") { asked in
                let limit = asked.query.limit()
                let before = asked.query.integer("before", in: 1...Int.max)
                try asked.query.finish()
                return ActsAnswer.make(try await asked.ranking.acts(limit: limit, before: before))
            },
            reading("/v1/record") { asked in
                let after = asked.query.integer("after", in: 0...Int.max - 1) ?? 0
                let limit = asked.query.integer("limit", in: 1...50_000) ?? 10_000
                let kept = asked.query.value(
                    "checkpoint", expecting: "checkpoint پاسخی پیشین", "the `checkpoint` of an earlier answer",
                    RecordCheckpoint.init)
                try asked.query.finish()
                return RecordAnswer.make(
                    try await asked.ranking.checkRecord(after: after, length: limit, against: kept))
            },
            reading("/v1/refused-imports") { asked in
                try asked.query.finish()
                return RefusedAnswer.make(try await asked.ranking.refusedImports())
            },
            reading("/v1/refused-imports/{import}") { asked in
                let page = asked.query.page(NumberCursor.self)
                try asked.query.finish()
                let number = try asked.context.number("import")
                return RefusedAnswer.make(
                    try await asked.ranking.refusedRows(of: number, limit: page.limit, after: page.after), number)
            },
        ]
    }
}
