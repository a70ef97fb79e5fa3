import Answers
import HTTPTypes
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Values of the sources other than the declaration: the association's score, surveys.
    var scoreRoutes: [Route] {
        [
            reading("/v1/periods/{period}/scores/{source}/{office}") { asked in
                try asked.query.finish()
                let form = try asked.context.scoreForm()
                return FormAnswer.make(try await asked.ranking.score(form.source, of: form.office, in: form.period))
            },
            writing("/v1/periods/{period}/scores/{source}/{office}", NewScore.self, .put) { ranking, write in
                let (form, score) = (try write.context.scoreForm(), write.body)
                try await ranking.enterScore(
                    form.source, of: form.office, in: form.period, score.values, basedOn: score.number,
                    withGaps: score.withGaps)
                return Written(FormAnswer.make(try await ranking.score(form.source, of: form.office, in: form.period)))
            },
            writing("/v1/periods/{period}/scores/{source}/{office}/withdrawal", Withdrawal.self) { ranking, write in
                let form = try write.context.scoreForm()
                try await ranking.withdrawScore(
                    form.source, of: form.office, in: form.period, basedOn: write.body.number,
                    reason: write.body.reason)
                return Written(FormAnswer.make(try await ranking.score(form.source, of: form.office, in: form.period)))
            },
        ]
    }
}

extension WebContext {
    fileprivate func scoreForm() throws -> (source: String, office: String, period: HalfYear) {
        (try text("source"), try text("office"), try halfYear())
    }
}

private struct NewScore: WriteBody {
    let values: [String: String]
    let number: Int
    let withGaps: Bool

    static let form = BodyForm(
        Self.init, Member.textsByName("values"), basedOn, Member.flag("with_gaps").or(false))
}
