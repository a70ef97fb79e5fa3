import Answers
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// What stands against the steps of a half-year, and who overrules it.
    var obstacleRoutes: [Route] {
        [
            reading("/v1/periods/{period}/obstacles") { asked in
                let step = asked.query.choice("step", GuardedStep.self)
                try asked.query.finish()
                let halfYear = try asked.context.halfYear()
                return ObstacleAnswer.make(try await asked.ranking.obstacles(of: halfYear, step: step), in: halfYear)
            },
            writing("/v1/periods/{period}/overrules") { write in
                let step = write.body.required("step") { $0.guardedStep($1) }
                let code = write.body.required("code") { $0.text($1) }
                let detail = write.body.textOrEmpty("detail")
                let reason = write.body.required("reason") { $0.text($1) }
                try write.finish()
                let halfYear = try write.context.halfYear()
                let (named, found, why) = (try step.value, try code.value, try reason.value)
                return { ranking in
                    try await ranking.overrule(found, detail: detail, of: named, in: halfYear, reason: why)
                    return Written(
                        ObstacleAnswer.make(try await ranking.obstacles(of: halfYear, step: named), in: halfYear))
                }
            },
            writing("/v1/periods/{period}/overrules/{number}/confirmation") { write in
                try write.finish()
                let (halfYear, number) = (try write.context.halfYear(), try write.context.number("number"))
                return { ranking in
                    try await ranking.confirmOverrule(number, in: halfYear)
                    return Written(ObstacleAnswer.make(try await ranking.obstacles(of: halfYear), in: halfYear))
                }
            },
        ]
    }
}

extension BodyReader {
    fileprivate mutating func guardedStep(_ name: String) -> GuardedStep? {
        let example = GuardedStep.allCases.map(\.rawValue).joined(separator: ", ")
        return value(name, expecting: "گام: \(example)", "a step: \(example)", GuardedStep.init(rawValue:))
    }
}
