import Answers
import HTTPTypes
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// The services that offices above their ceilings must hand over, and the policy for this.
    var serviceDutyRoutes: [Route] {
        [
            reading("/v1/work-list", workList),
            reading("/v1/hand-over-policies") { asked in
                try asked.query.finish()
                return HandOverAnswer.make(try await asked.ranking.handOverPolicies())
            },
            writing("/v1/hand-over-policies", NewHandOverPolicy.self) { ranking, write in
                try await ranking.setHandOverPolicy(write.body.policy)
                return .created("/v1/hand-over-policies", HandOverAnswer.make(try await ranking.handOverPolicies()))
            },
        ]
    }

    @Sendable
    private func workList(_ asked: inout AccountRequest) async throws -> Answer {
        let day = try asked.day()
        let (office, agency) = (asked.query.text("office"), asked.query.text("agency"))
        let province = asked.query.text("province")
        let page = asked.query.page(WorkListCursor.self)
        try asked.query.finish()
        let found = try await asked.ranking.workListPage(
            on: day, office: office, agency: agency, province: province, limit: page.limit, after: page.after)
        return WorkListAnswer.make(found, day)
    }
}

private struct NewHandOverPolicy: WriteBody {
    let policy: HandOverPolicy

    static let form = BodyForm(
        Self.init, Member.day("effective_on"),
        Member.word("order", HandOverPolicy.Order.self).or(.newestContractFirst), term("rank_change_days"),
        term("suspension_days"), term("closure_days"), term("withdrawal_days"), term("other_days"),
        Member.text("legal_basis"))

    private static func term(_ name: String) -> BodyField<Int> { Member.integer(name, in: 0...1_000) }

    private init(
        _ effectiveOn: Day, _ order: HandOverPolicy.Order, _ rankChange: Int, _ suspension: Int, _ closure: Int,
        _ withdrawal: Int, _ other: Int, _ legalBasis: String
    ) {
        policy = HandOverPolicy(
            effectiveOn: effectiveOn, order: order, rankChangeDays: rankChange, suspensionDays: suspension,
            closureDays: closure, withdrawalDays: withdrawal, otherDays: other, legalBasis: legalBasis)
    }
}
