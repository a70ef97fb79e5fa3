import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("The reviewers' work list, and bulk confirmation")
struct ReviewListTests {
    private let period = Fixture.firstHalf

    @Test("waiting items come oldest first with their deadline, page by page, and are counted by province")
    func pages() async throws {
        try await ReviewDesk.with(declared: "office_code,staff,counters\nT-1,4,1\n") { desk in
            try await desk.fixture.take(.declarations, "office_code,staff\nG-2,5\n")
            try await desk.fixture.take(.declarations, "office_code,staff\nG-1,7\n")
            let ranking = desk.fixture.ranking
            let day = day("1440-01-01")
            try await ranking.schedulePeriod(period, ScheduleChange(days: [.closes: day]))
            var (found, cursor): ([String], ReviewListCursor?) = ([], nil)
            repeat {
                let page = try await ranking.reviewList(of: period, limit: 1, after: cursor)
                found += page.reviews.map { "\($0.office) \($0.items.map(\.criterion.code).joined(separator: ","))" }
                #expect(page.reviews.allSatisfy { $0.deadline == day && $0.isOwn })
                #expect(
                    page.provinces.map { "\($0.province) \($0.offices) \($0.items)" } == ["01 2 2", "23 1 2"])
                cursor = page.next.flatMap { ReviewListCursor($0.description) }
            } while cursor != nil
            #expect(found == ["T-1 staff,counters", "G-2 staff", "G-1 staff"])
            try await desk.judge("staff", .rejected, of: "G-2")
            let inGilan = try await desk.gilan.reviewList(of: period, ReviewListFilter(province: "01"))
            #expect(inGilan.reviews.map(\.office) == ["G-1"])
            await expectRefusal(.permissionMissing(permission: "read_facts")) {
                try await ranking.acting(as: "public").reviewList(of: period)
            }
            #expect(try await desk.office.reviewList(of: period).reviews.map(\.office) == ["G-1"])
        }
    }

    @Test("an item is decisive if the rank would be another one without it, and such offices come first")
    func decisive() async throws {
        // 9 staff are rank one, 3 are rank three, as none are; no points hang on the counters.
        let declared = "office_code,staff,counters\nG-2,3,1\n"
        try await ReviewDesk.with(declared: declared) { desk in
            try await desk.fixture.take(.declarations, "office_code,staff,counters\nG-1,9,1\n")
            let filter = ReviewListFilter(decisiveFirst: true)
            let found = try await desk.gilan.reviewList(of: period, filter).reviews
            #expect(found.map(\.office) == ["G-1", "G-2"])
            #expect(found.map { $0.items.map(\.isDecisive) } == [[true, false], [false, false]])
            #expect(try await desk.gilan.reviewList(of: period).reviews.map(\.office) == ["G-2", "G-1"])
        }
    }

    @Test("one act confirms the items whose value is that of the last half-year, but never the reviewer's own")
    func bulk() async throws {
        try await ReviewDesk.with(declared: "office_code,staff,counters\nG-1,7,2\nG-2,5,1\nT-1,4,1\n") { desk in
            try await desk.judge("staff", .corrected, value: "6")
            try await desk.judge("counters", .confirmed)
            try await desk.judge("staff", .confirmed, of: "G-2")
            try await desk.fixture.close()
            try await desk.fixture.openNext(halfYear("1400-H2"))
            let next = halfYear("1400-H2")
            let operatorOnly = "office_code,staff,counters\nG-1,6,2\nG-2,5,1\n"
            try await desk.fixture.take(.declarations, operatorOnly, period: next)
            let own = try await desk.fixture.ranking.confirmUnchanged(in: next, province: "01")
            #expect(own.counts == [0, 0, 0])
            let before = try await desk.fixture.ranking.acts().count
            let first = try await desk.gilan.confirmUnchanged(in: next, province: "01", limit: 1)
            #expect(first.counts == [1, 2, 1])
            let second = try await desk.gilan.confirmUnchanged(in: next, province: "گیلان")
            // The counters of G-2 were never confirmed.
            #expect(second.counts == [1, 1, 0])
            #expect(try await desk.fixture.ranking.acts().count == before + 2)
            let left = try await desk.gilan.reviewList(of: next).reviews
            #expect(left.map { "\($0.office) \($0.items.map(\.criterion.code))" } == [#"G-2 ["counters"]"#])
            let none = try await desk.gilan.confirmUnchanged(in: next, province: "01")
            #expect(none.counts == [0, 0, 0])
            #expect(try await desk.fixture.ranking.acts().count == before + 2)
        }
    }

    @Test("a scheme may let a count be confirmed in bulk that is a few percent from the one before")
    func bounds() async throws {
        let scheme = reviewedScheme.replacing("reply_days: 5", with: "reply_days: 5\n    unchanged_within: 20")
        try await ReviewDesk.with(scheme: scheme, declared: "office_code,staff\nG-1,10\nG-2,10\n") { desk in
            try await desk.judge("staff", .confirmed)
            try await desk.judge("staff", .confirmed, of: "G-2")
            try await desk.fixture.close()
            let next = halfYear("1400-H2")
            try await desk.fixture.openNext(next)
            try await desk.fixture.take(.declarations, "office_code,staff\nG-1,12\nG-2,13\n", period: next)
            let confirmed = try await desk.gilan.confirmUnchanged(in: next, province: "01")
            #expect(confirmed.counts == [1, 1, 0])
            #expect(try await desk.gilan.reviewList(of: next).reviews.map(\.office) == ["G-2"])
        }
    }

    @Test("a bulk confirmation of what several submissions said is one act of several rows")
    func bulkOfSeveral() async throws {
        try await ReviewDesk.with(declared: "office_code,staff,counters\nG-1,7,2\n") { desk in
            try await desk.gilan.review(
                "G-1", in: period, [ItemVerdict("staff", .confirmed), ItemVerdict("counters", .confirmed)])
            try await desk.fixture.close()
            let next = halfYear("1400-H2")
            try await desk.fixture.openNext(next)
            try await desk.fixture.take(.declarations, "office_code,staff,counters\nG-1,7,1\n", period: next)
            try await desk.fixture.take(.declarations, "office_code,counters\nG-1,2\n", period: next)
            let confirmed = try await desk.gilan.confirmUnchanged(in: next, province: "01")
            #expect(confirmed.counts == [1, 2, 0])
            #expect(try await desk.gilan.reviewList(of: next).reviews == [])
        }
    }
}

extension BulkConfirmation {
    /// Offices, items, and the offices that remain.
    fileprivate var counts: [Int] { [offices, items, remaining] }
}
