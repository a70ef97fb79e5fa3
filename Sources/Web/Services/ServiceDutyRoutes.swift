import Answers
import HTTPTypes
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// What offices above their ceilings hand over, and by which policy.
    var serviceDutyRoutes: [Route] {
        [
            reading("/v1/work-list", workList),
            reading("/v1/hand-over-policies") { asked in
                try asked.query.finish()
                return HandOverAnswer.make(try await asked.ranking.handOverPolicies())
            },
            writing("/v1/hand-over-policies", .post, setPolicy),
        ]
    }

    @Sendable
    private func workList(_ asked: inout AccountRequest) async throws -> Answer {
        let day = try asked.day()
        let (office, agency) = (asked.query.text("office"), asked.query.text("agency"))
        let province = asked.query.text("province")
        let limit = asked.query.integer("limit", in: 1...500) ?? 50
        let after = asked.query.value(
            "after", expecting: "مقدار next صفحهٔ پیش", "the `next` of the page before", WorkListCursor.init)
        try asked.query.finish()
        let page = try await asked.ranking.workListPage(
            on: day, office: office, agency: agency, province: province, limit: limit, after: after)
        return WorkListAnswer.make(page, day)
    }

    @Sendable
    private func setPolicy(_ write: inout WriteRequest) async throws -> Deed {
        let from = write.body.required("effective_on") { $0.day($1) }
        let order = write.body.value("order", expecting: "یکی از ترتیب‌ها", "one of the orders") {
            HandOverPolicy.Order(rawValue: $0)
        }
        let names = ["rank_change_days", "suspension_days", "closure_days", "withdrawal_days", "other_days"]
        let given = names.map { name in write.body.required(name) { $0.integer($1, in: 0...1_000) } }
        let legalBasis = write.body.required("legal_basis") { $0.text($1) }
        try write.finish()
        let terms = try given.map { try $0.value }
        let policy = HandOverPolicy(
            effectiveOn: try from.value, order: order ?? .newestContractFirst, rankChangeDays: terms[0],
            suspensionDays: terms[1], closureDays: terms[2], withdrawalDays: terms[3], otherDays: terms[4],
            legalBasis: try legalBasis.value)
        return { ranking in
            try await ranking.setHandOverPolicy(policy)
            return .created("/v1/hand-over-policies", HandOverAnswer.make(try await ranking.handOverPolicies()))
        }
    }
}
