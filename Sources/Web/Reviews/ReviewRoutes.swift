import Answers
import HTTPTypes
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// The reviewers' work list and verdicts, and the working group's approvals of provinces.
    var reviewRoutes: [Route] {
        [
            reading("/v1/periods/{period}/reviews", reviewList),
            writing("/v1/periods/{period}/reviews/{office}", NewReview.self) { ranking, write in
                let (halfYear, review) = (try write.context.halfYear(), write.body)
                let stored = try await review.store(in: ranking, of: try write.context.text("office"), halfYear)
                return Written(ReviewAnswer.stored(stored, in: halfYear))
            },
            writing("/v1/periods/{period}/bulk-confirmation", NewBulk.self) { ranking, write in
                let (halfYear, bulk) = (try write.context.halfYear(), write.body)
                let confirmed = try await ranking.confirmUnchanged(
                    in: halfYear, province: bulk.province, source: bulk.source, limit: bulk.limit)
                return Written(ReviewAnswer.bulk(confirmed, in: halfYear))
            },
            reading("/v1/periods/{period}/approvals") { asked in
                try asked.query.finish()
                let halfYear = try asked.context.halfYear()
                return ApprovalAnswer.make(try await asked.ranking.approvals(of: halfYear), in: halfYear)
            },
            reading("/v1/periods/{period}/approvals/{province}") { asked in
                try asked.query.finish()
                let (halfYear, province) = (try asked.context.halfYear(), try asked.context.text("province"))
                return ApprovalAnswer.make(
                    try await asked.ranking.approvals(of: halfYear, province: province), in: halfYear)
            },
            writing("/v1/periods/{period}/approvals/{province}", NewApproval.self) { ranking, write in
                let (halfYear, province) = (try write.context.halfYear(), try write.context.text("province"))
                try await ranking.approve(province: province, in: halfYear, digest: write.body.digest)
                return Written(
                    ApprovalAnswer.make(try await ranking.approvals(of: halfYear, province: province), in: halfYear))
            },
        ]
    }

    @Sendable
    private func reviewList(_ asked: inout AccountRequest) async throws -> Answer {
        let filter = ReviewListFilter(
            province: asked.query.text("province"), source: asked.query.text("source"),
            office: asked.query.text("office"), decisiveFirst: asked.query.flag("decisive_first"))
        let page = asked.query.page(ReviewListCursor.self)
        try asked.query.finish()
        let halfYear = try asked.context.halfYear()
        return ReviewAnswer.list(
            try await asked.ranking.reviewList(of: halfYear, filter, limit: page.limit, after: page.after),
            in: halfYear)
    }
}

/// Verdicts on items, or the rejection of everything that the source has said.
private struct NewReview: WriteBody {
    let verdicts: [ItemVerdict]
    let rejectsAll: Bool
    let source: String?
    let reason: String?
    let basedOn: Int?

    static let form = BodyForm(
        Self.init, verdicts.or([]), Member.flag("reject_all").or(false), Member.text("source").optional,
        Member.text("reason").optional, Member.integer("based_on", in: 1...Int(Int32.max)).optional)

    func store(in ranking: RankingDatabase, of office: String, _ halfYear: HalfYear) async throws -> StoredReview {
        guard rejectsAll, verdicts.isEmpty else {
            return try await ranking.review(
                office, in: halfYear, source: source, verdicts, reason: reason, basedOn: basedOn)
        }
        return try await ranking.rejectAll(
            of: office, in: halfYear, source: source, reason: reason ?? "", basedOn: basedOn)
    }

    private static let verdicts = BodyField<[ItemVerdict]>(
        "verdicts",
        LocalizedText(
            persian: "فهرستی از رأی‌ها: criterion، verdict، value، reason",
            english: "a list of verdicts: criterion, verdict, value, reason")
    ) { $0.items(atMost: 63, ItemVerdict.init) }
}

extension ItemVerdict {
    fileprivate init?(_ value: BodyValue) {
        guard case .object(let members) = value else { return nil }
        var texts: [String: String] = [:]
        for member in members {
            if case .null = member.value { continue }
            guard ["criterion", "verdict", "value", "reason"].contains(member.name),
                let text = member.value.visibleText, texts.updateValue(text, forKey: member.name) == nil
            else { return nil }
        }
        guard let criterion = texts["criterion"], let verdict = texts["verdict"].flatMap(Verdict.init(word:)) else {
            return nil
        }
        self.init(criterion, verdict, value: texts["value"], reason: texts["reason"])
    }
}

private struct NewBulk: WriteBody {
    let province: String
    let source: String?
    let limit: Int

    static let form = BodyForm(
        Self.init, Member.text("province"), Member.text("source").optional,
        Member.integer("limit", in: PageLimit.range).or(PageLimit.range.upperBound))
}

private struct NewApproval: WriteBody {
    let digest: String

    static let form = BodyForm(Self.init, Member.text("digest"))
}
