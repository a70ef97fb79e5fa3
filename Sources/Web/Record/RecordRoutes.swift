import Answers
import OfficeRanking
import RankingRules

extension WebService {
    /// The record of acts, and what imports left out.
    var recordRoutes: [Route] {
        [
            reading("/v1/acts") { asked in
                let limit = asked.query.integer("limit", in: 1...500) ?? 50
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
                let limit = asked.query.integer("limit", in: 1...5_000) ?? 500
                let after = asked.query.integer("after", in: 0...Int(Int32.max)) ?? 0
                try asked.query.finish()
                let number = try asked.context.number("import")
                let rows = try await asked.ranking.refusedRows(of: number, after: after, limit: limit + 1)
                // An import is found here because it left rows out that the account may see.
                if rows.isEmpty, try await asked.ranking.refusedRows(of: number, after: 0, limit: 1).isEmpty {
                    throw RankingError.unknownImport(String(number))
                }
                return RefusedAnswer.make(rows, number, limit: limit)
            },
        ]
    }
}
