import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("The days that an office has to answer an adverse verdict")
struct ReplyWindowTests {
    private let period = Fixture.firstHalf

    @Test("an adverse verdict opens the scheme's days to that office only, and a confirmation opens none")
    func opened() async throws {
        try await ReviewDesk.with { desk in
            let today = try await today(desk)
            try await desk.fixture.ranking.setWindow(
                period,
                WindowChange(
                    "office", opensOn: today.adding(days: -9), closesOn: today.adding(days: -1), allowPast: true),
                reason: "x")
            #expect(try await desk.judge("counters", .confirmed).replyUntil == nil)
            #expect(try await told { try await desk.sayAgain("8") } == "window_closed")
            let stored = try await desk.judge("staff", .rejected)
            #expect(stored.replyUntil == today.adding(days: 5) && !stored.replyIsCut)
            try await desk.sayAgain("8")
            let windows = try await desk.fixture.ranking.windows(of: period)
            #expect(windows.map(\.place) == [.country, .office("G-1")])
            #expect(windows.last?.closesOn == today.adding(days: 5) && windows.last?.reason == "دیده شد")
            await expectRefusal(.windowClosed(window: "office \(today.adding(days: -9)) \(today.adding(days: -1))")) {
                try await desk.fixture.take(.declarations, "office_code,staff\nT-1,5\n")
            }
        }
    }

    @Test("the days end with the closing day, which a reviewer cannot move, and open days are not opened again")
    func cut() async throws {
        try await ReviewDesk.with { desk in
            let today = try await today(desk)
            try await desk.fixture.ranking.setWindow(
                period,
                WindowChange(
                    "office", opensOn: today.adding(days: -9), closesOn: today.adding(days: -1), allowPast: true),
                reason: "x")
            try await desk.fixture.ranking.schedulePeriod(
                period, ScheduleChange(days: [.closes: today.adding(days: 2)]), reason: "x")
            let stored = try await desk.judge("staff", .rejected)
            #expect(stored.replyUntil == today.adding(days: 2) && stored.replyIsCut)
            try await desk.judge("counters", .rejected)
            #expect(try await desk.fixture.ranking.windows(of: period).count == 2)
        }
    }

    @Test("without days of the source for the country the period's own days hold, and no window is made")
    func ownDays() async throws {
        try await ReviewDesk.with { desk in
            #expect(try await desk.judge("staff", .rejected).replyUntil == nil)
            #expect(try await desk.fixture.ranking.windows(of: period) == [])
            try await desk.sayAgain("8")
        }
    }

    private func today(_ desk: ReviewDesk) async throws -> Day {
        try await desk.fixture.administrator { connection in
            try await connection.query("select registry.day_in_tehran(clock_timestamp())")[0].decode(Day.self)
        }
    }
}
