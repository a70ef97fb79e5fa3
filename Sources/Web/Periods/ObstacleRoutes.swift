import Answers
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Obstacles to the steps of a half-year, and their overrules.
    var obstacleRoutes: [Route] {
        [
            reading("/v1/periods/{period}/obstacles") { asked in
                let step = asked.query.choice("step", GuardedStep.self)
                try asked.query.finish()
                let halfYear = try asked.context.halfYear()
                return ObstacleAnswer.make(try await asked.ranking.obstacles(of: halfYear, step: step), in: halfYear)
            },
            writing("/v1/periods/{period}/overrules", Overrule.self) { ranking, write in
                let (halfYear, overrule) = (try write.context.halfYear(), write.body)
                try await ranking.overrule(
                    overrule.code, detail: overrule.detail, of: overrule.step, in: halfYear, reason: overrule.reason)
                return Written(
                    ObstacleAnswer.make(try await ranking.obstacles(of: halfYear, step: overrule.step), in: halfYear))
            },
            writing("/v1/periods/{period}/overrules/{number}/confirmation") { ranking, write in
                let (halfYear, number) = (try write.context.halfYear(), try write.context.number("number"))
                try await ranking.confirmOverrule(number, in: halfYear)
                return Written(ObstacleAnswer.make(try await ranking.obstacles(of: halfYear), in: halfYear))
            },
        ]
    }
}

private struct Overrule: WriteBody {
    let step: GuardedStep
    let code: String
    let detail: String
    let reason: String

    static let form = BodyForm(
        Self.init, Member.word("step", GuardedStep.self), Member.text("code"), Member.textOrEmpty("detail").or(""),
        Member.text("reason"))
}
