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
            writing("/v1/periods/{period}/amendments", ProposeAmendment.self) { ranking, write in
                let (halfYear, proposal) = (try write.context.halfYear(), write.body)
                let number = try await ranking.amend(
                    office: proposal.office, in: halfYear, criterion: proposal.criterion, verdict: proposal.verdict,
                    value: proposal.value, reason: proposal.reason)
                let proposed = try await ranking.amendments(of: halfYear).filter { $0.number == number }
                return .created("/v1/periods/\(halfYear)/amendments", AmendmentAnswer.make(proposed))
            },
            writing("/v1/periods/{period}/amendments/{number}/confirmation") { ranking, write in
                let (halfYear, number) = (try write.context.halfYear(), try write.context.number("number"))
                try await ranking.confirmAmendment(number, in: halfYear)
                let confirmed = try await ranking.amendments(of: halfYear).filter { $0.number == number }
                return Written(AmendmentAnswer.make(confirmed))
            },
        ]
    }
}

private struct ProposeAmendment: WriteBody {
    let office: String
    let criterion: String
    let verdict: Verdict
    let value: String?
    let reason: String

    static let form = BodyForm(
        Self.init, Member.text("office"), Member.text("criterion"), verdict, Member.text("value").optional,
        Member.text("reason"))

    private static let verdict = Member.oneOf("verdict", ["corrected", "rejected", "not_applicable"]) {
        word -> Verdict? in
        switch word {
        case "corrected": .corrected
        case "rejected": .rejected
        case "not_applicable": .notApplicable
        default: nil
        }
    }
}
