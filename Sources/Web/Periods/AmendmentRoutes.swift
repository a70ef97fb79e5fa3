import Answers
import Hummingbird
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Changes of frozen facts: one person proposes, another confirms.
    var amendmentRoutes: [Route] {
        [
            reading("/v1/periods/{period}/amendments") { asked in
                try asked.query.finish()
                return AmendmentAnswer.make(try await asked.ranking.amendments(of: try asked.context.halfYear()))
            },
            writing("/v1/periods/{period}/amendments") { write in
                let office = write.body.required("office") { $0.text($1) }
                let criterion = write.body.required("criterion") { $0.text($1) }
                let verdict = write.body.required("verdict") { $0.amendmentVerdict($1) }
                let value = write.body.text("value")
                let reason = write.body.required("reason") { $0.text($1) }
                try write.finish()
                let halfYear = try write.context.halfYear()
                let (of, about, says, why) = (
                    try office.value, try criterion.value, try verdict.value, try reason.value
                )
                return { ranking in
                    let number = try await ranking.amend(
                        office: of, in: halfYear, criterion: about, verdict: says, value: value, reason: why)
                    let proposed = try await ranking.amendments(of: halfYear).filter { $0.number == number }
                    return .created("/v1/periods/\(halfYear)/amendments", AmendmentAnswer.make(proposed))
                }
            },
            writing("/v1/periods/{period}/amendments/{number}/confirmation") { write in
                try write.finish()
                let (halfYear, number) = (try write.context.halfYear(), try write.context.number("number"))
                return { ranking in
                    try await ranking.confirmAmendment(number, in: halfYear)
                    let confirmed = try await ranking.amendments(of: halfYear).filter { $0.number == number }
                    return Written(AmendmentAnswer.make(confirmed))
                }
            },
        ]
    }
}

extension BodyReader {
    fileprivate mutating func amendmentVerdict(_ name: String) -> Verdict? {
        let words = "corrected, rejected, not_applicable"
        return value(name, expecting: "یکی از \(words)", "one of \(words)") { text in
            switch text {
            case "corrected": .corrected
            case "rejected": .rejected
            case "not_applicable": .notApplicable
            default: nil
            }
        }
    }
}
