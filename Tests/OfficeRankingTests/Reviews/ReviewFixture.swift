import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

/// The small scheme with a second criterion and a third one that bounds the first, whose declarations must be reviewed
/// and leave five days for an answer.
let reviewedScheme = smallScheme.replacing(
    "lines: [[0, 0], [10, 100]]\n",
    with: """
        lines: [[0, 0], [10, 100]]
              - code: counters
                title: {fa: تعداد باجه, en: Counters}
                source: office
                value: {type: count, least: 0, most: 50}
                maximum: 0
                clause: "2"
                points:
                  steps: [[1, -1], [2, 0]]

        """
).replacing(
    "groups:\n",
    with: """
        sources:
          - code: office
            title: {fa: خوداظهاری, en: Declaration}
            kind: values
            declaration: yes
            review: required
            reply_days: 5
            writers: [office]
            on_behalf: [provincial, headquarters]
        checks:
          - {criterion: counters, at_most: staff}
        groups:

        """)

/// The same scheme, which also wants the working group's approval.
let approvedScheme = reviewedScheme.replacing("carry_again: no", with: "carry_again: no\n  approval: required")

/// The accounts that review the small provinces.
struct ReviewDesk: Sendable {
    let fixture: Fixture
    /// Reviewers of Gilan and of Tehran.
    let gilan: RankingDatabase
    let tehran: RankingDatabase
    /// Two members of the working group for Gilan.
    let group: RankingDatabase
    let otherGroup: RankingDatabase
    /// A second person of the headquarters, who has declared nothing.
    let headquarters: RankingDatabase
    /// The account of office G-1, which speaks for itself.
    let office: RankingDatabase

    /// G-1 has declared 7 staff and 2 counters, T-1 4 and 1; both came by a file of the operator.
    static func with(
        scheme: String = reviewedScheme, declared: String = "office_code,staff,counters\nG-1,7,2\nT-1,4,1\n",
        _ body: (ReviewDesk) async throws -> Void
    ) async throws {
        try await Fixture.with { fixture in
            try await fixture.open(scheme: scheme)
            try await fixture.take(.offices, Fixture.officesOfTwoProvinces)
            try await fixture.take(.declarations, declared)
            try await body(
                ReviewDesk(
                    fixture: fixture,
                    gilan: try await fixture.account("gilan.review", role: "reviewer", provinces: ["01"]),
                    tehran: try await fixture.account("tehran.review", role: "reviewer", provinces: ["23"]),
                    group: try await fixture.account("group.one", role: "group_member", provinces: ["01"]),
                    otherGroup: try await fixture.account("group.two", role: "group_member", provinces: ["01"]),
                    headquarters: try await fixture.account("hq.two", role: "headquarters"),
                    office: try await fixture.account("g1.desk", role: "office", offices: ["G-1"])))
        }
    }

    /// The office says some of its values again.
    func sayAgain(_ values: String, columns: String = "staff") async throws {
        try await fixture.take(.declarations, "office_code,\(columns)\nG-1,\(values)\n", as: office)
    }

    @discardableResult
    func judge(
        _ criterion: String, _ verdict: Verdict, value: String? = nil, of office: String = "G-1",
        as account: RankingDatabase? = nil
    ) async throws -> StoredReview {
        try await (account ?? gilan).review(
            office, in: Fixture.firstHalf,
            [ItemVerdict(criterion, verdict, value: value, reason: verdict == .confirmed ? nil : "دیده شد")])
    }

    /// The waiting items of an office, those that were judged before with a star.
    func waiting(_ office: String = "G-1") async throws -> [String] {
        let page = try await fixture.ranking.reviewList(
            of: Fixture.firstHalf, ReviewListFilter(office: office))
        return page.reviews.flatMap(\.items).map { $0.criterion.code + ($0.isReopened ? "*" : "") }
    }

    /// A statement of the owner in the name of an account, rolled back.
    func plainly(as account: RankingDatabase, _ sql: String) async throws -> String {
        let number = try await fixture.accountNumber(account.account) ?? ""
        return try await answer {
            try await fixture.owner { connection in
                try await connection.query("select set_config('pishkhan.actor', \(number), true)")
                try await connection.execute(script: sql)
            }
        }
    }
}

/// The code of the library's refusal.
func told(_ body: () async throws -> some Sendable) async throws -> String {
    do {
        _ = try await body()
        return "accepted"
    } catch let error as RankingError {
        return error.code.rawValue
    }
}
