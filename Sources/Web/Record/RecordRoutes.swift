import Answers
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// The whole record in parts, as lines of text that are checked without the database.
    private var exportOfRecord: Route {
        .get("/v1/record/export") { request, context in
            var asked = try await accountRequest(request, context)
            let after = asked.query.integer("after", in: 0...Int.max - 1) ?? 0
            let limit = asked.query.integer("limit", in: 1...10_000) ?? 1_000
            try asked.query.finish()
            let acts = try await asked.ranking.exportedActs(after: after, limit: limit)
            let next = acts.count == limit ? acts.last.map { String($0.number) } : nil
            return asked.respond(acts.map(\.line).joined(), "text/plain; charset=utf-8", next: next)
        }
    }

    /// What everybody may keep of the record.
    var recordHeadRoutes: [Route] {
        [
            answered("/v1/record/heads") { question in
                let limit = question.query.limit()
                let before = question.query.integer("before", in: 1...Int.max)
                try question.query.finish()
                return RecordHeadAnswer.make(try await publicRanking.recordHeads(limit: limit, before: before))
            }
        ]
    }

    /// The record of acts, and the rows that imports left out.
    var recordRoutes: [Route] {
        [
            reading("/v1/acts") { asked in
                let limit = asked.query.limit()
                let before = asked.query.integer("before", in: 1...Int.max)
                try asked.query.finish()
                return ActsAnswer.make(try await asked.ranking.acts(limit: limit, before: before))
            },
            reading("/v1/acts/{act}/receipt") { asked in
                try asked.query.finish()
                return RecordHeadAnswer.make(try await asked.ranking.receipt(ofAct: try asked.context.number("act")))
            },
            reading("/v1/offices/{office}/acts") { asked in
                let limit = asked.query.limit()
                let before = asked.query.integer("before", in: 1...Int.max)
                try asked.query.finish()
                let office = try asked.context.text("office")
                return ActsAnswer.make(try await asked.ranking.acts(about: office, limit: limit, before: before))
            },
            writing("/v1/record/heads", Nothing.self) { ranking, _ in
                try await ranking.publishHead()
                return Written(RecordHeadAnswer.make(try await ranking.recordHeads(limit: 1)))
            },
            exportOfRecord,
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
