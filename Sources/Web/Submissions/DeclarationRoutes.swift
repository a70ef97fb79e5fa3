import Answers
import HTTPTypes
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Self-declarations: draft, submission, withdrawal, and the values that may be offered.
    var declarationRoutes: [Route] {
        [
            reading("/v1/periods/{period}/declarations/{office}") { asked in
                try asked.query.finish()
                let (office, period) = (try asked.context.text("office"), try asked.context.halfYear())
                return FormAnswer.make(try await asked.ranking.declaration(of: office, in: period))
            },
            writing(
                "/v1/periods/{period}/declarations/{office}", DraftChange.self, .patch, comparesTags: true
            ) { ranking, write in
                let (office, period) = (try write.context.text("office"), try write.context.halfYear())
                let tagCheck = write.tagCheck
                try await ranking.saveDraft(of: office, in: period, write.body.values) {
                    try tagCheck(FormAnswer.make($0))
                }
                return Written(FormAnswer.make(try await ranking.declaration(of: office, in: period)))
            },
            writing("/v1/periods/{period}/declarations/{office}/submission", NewSubmission.self) { ranking, write in
                let (office, period) = (try write.context.text("office"), try write.context.halfYear())
                try await ranking.submitDeclaration(
                    of: office, in: period, basedOn: write.body.number, withGaps: write.body.withGaps)
                return Written(FormAnswer.make(try await ranking.declaration(of: office, in: period)))
            },
            writing("/v1/periods/{period}/declarations/{office}/withdrawal", Withdrawal.self) { ranking, write in
                let (office, period) = (try write.context.text("office"), try write.context.halfYear())
                try await ranking.withdrawDeclaration(
                    of: office, in: period, basedOn: write.body.number, reason: write.body.reason)
                return Written(FormAnswer.make(try await ranking.declaration(of: office, in: period)))
            },
            reading("/v1/periods/{period}/declarations/{office}/offers") { asked in
                try asked.query.finish()
                let (office, period) = (try asked.context.text("office"), try asked.context.halfYear())
                return OffersAnswer.make(
                    try await asked.ranking.offeredValues(to: office, in: period), to: office, in: period)
            },
        ]
    }
}

private struct DraftChange: WriteBody {
    let values: [String: String]

    static let form = BodyForm(Self.init, Member.textsByName("values"))
}

private struct NewSubmission: WriteBody {
    let number: Int
    let withGaps: Bool

    static let form = BodyForm(Self.init, basedOn, Member.flag("with_gaps").or(false))
}

struct Withdrawal: WriteBody {
    let number: Int
    let reason: String

    static let form = BodyForm(Self.init, basedOn, Member.text("reason"))
}

/// The number of the submission that the form was based on; 0 if there was none.
let basedOn = Member.integer("based_on", in: 0...Int(Int32.max))
