import Answers
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Appeals of offices against their results, and the public ledger of them.
    var appealRoutes: [Route] {
        [
            reading("/v1/periods/{period}/appeals") { asked in
                let standing = asked.query.choice("standing", Appeal.Standing.self)
                let page = asked.query.page(NumberCursor.self)
                try asked.query.finish()
                let halfYear = try asked.context.halfYear()
                let found = try await asked.ranking.appeals(
                    of: halfYear, standing: standing, limit: page.limit, after: page.after)
                return AppealAnswer.make(found, in: halfYear)
            },
            writing("/v1/periods/{period}/appeals", FileAppeal.self) { ranking, write in
                let number = try await ranking.fileAppeal(
                    of: write.body.office, in: try write.context.halfYear(), against: try write.body.item(),
                    grounds: write.body.grounds)
                return .created("/v1/appeals/\(number)", AppealAnswer.one(try await ranking.appeal(number)))
            },
            writing("/v1/periods/{period}/appeals/settlement") { ranking, write in
                let halfYear = try write.context.halfYear()
                return Written(AppealAnswer.settled(try await ranking.settleAppeals(of: halfYear), in: halfYear))
            },
            reading("/v1/appeals/{number}") { asked in
                try asked.query.finish()
                return AppealAnswer.one(try await asked.ranking.appeal(try asked.context.number("number")))
            },
            writing("/v1/appeals/{number}/decision", DecideAppeal.self) { ranking, write in
                let number = try write.context.number("number")
                try await ranking.decideAppeal(
                    number, write.body.verdict, value: write.body.value, reason: write.body.reason)
                return Written(AppealAnswer.one(try await ranking.appeal(number)))
            },
            writing("/v1/appeals/{number}/withdrawal") { ranking, write in
                let number = try write.context.number("number")
                try await ranking.withdrawAppeal(number)
                return Written(AppealAnswer.one(try await ranking.appeal(number)))
            },
            // Not kept with the publication: appeals may be decided after it.
            answered("/v1/publications/{period}/appeals") { question in
                try question.query.finish()
                return AppealLedgerAnswer.make(
                    try await publicRanking.appealLedger(of: try question.context.halfYear()))
            },
        ]
    }
}

private struct FileAppeal: WriteBody {
    let office: String
    let criterion: String?
    let value: String?
    let decision: String?
    let grounds: String

    static let form = BodyForm(
        Self.init, Member.text("office"), Member.text("criterion").optional, Member.text("value").optional,
        Member.text("decision").optional, Member.text("grounds"))

    /// A criterion with a value, or a decision without.
    func item() throws -> AppealedItem {
        switch (criterion, value, decision) {
        case (let criterion?, let value?, nil): .criterion(criterion, value: value)
        case (nil, nil, let decision?): .decision(decision)
        case (nil, nil, nil): throw Problem.wrongParameters([.missing("criterion")])
        case (nil, _?, _): throw Problem.wrongParameters([.unknown("value")])
        case (_?, nil, _): throw Problem.wrongParameters([.missing("value")])
        case (_?, _?, _?): throw Problem.wrongParameters([.unknown("decision")])
        }
    }
}

private struct DecideAppeal: WriteBody {
    let verdict: AppealVerdict
    let value: String?
    let reason: String

    static let form = BodyForm(
        Self.init, Member.word("verdict", AppealVerdict.self), Member.text("value").optional, Member.text("reason"))
}
