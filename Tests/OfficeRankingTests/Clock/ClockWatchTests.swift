import Foundation
import Postgres
import RankingRules
import Testing

@testable import OfficeRanking

@Suite("Whether the clock does its work")
struct ClockWatchTests {
    private let start = Date(timeIntervalSinceReferenceDate: 0)

    @Test("a clock is dead after five minutes of silence, or after an hour at one step")
    func watch() {
        let watch = ClockWatch()
        func isAtWork(after seconds: Double) -> Bool {
            watch.current.isAtWork(at: start.addingTimeInterval(seconds), since: start)
        }
        #expect([299, 300, 301].map(isAtWork) == [true, true, false])
        watch.stepBegan(at: start)
        #expect([301, 3_599, 3_600, 3_601].map(isAtWork) == [true, true, true, false])
        watch.stepEnded(at: start.addingTimeInterval(2_000))
        #expect([2_299, 2_300, 2_301].map(isAtWork) == [true, true, false])
    }

    @Test("a reminder is sent during an import into its period, and waits while the days of the period are locked")
    func reminders() async throws {
        try await Fixture.with(connections: 6) { fixture in
            try await fixture.planWithDays()
            try await fixture.ranking.openPeriod(Fixture.firstHalf, scheme: "small", version: 1)
            let clock = PeriodClock(fixture.ranking, timeout: .milliseconds(100))
            let due = day("1400-07-13")
            let now = Date(timeIntervalSinceReferenceDate: Double(due.rawValue - 366) * 86_400 + 86_400)
            try await fixture.administrator { connection in
                try await connection.query("begin")
                try await connection.query("select 1 from registry.period_schedule for update")
                #expect(try await fixture.look(clock, at: now).failed.isEmpty)
                #expect(try await fixture.messages("closing_soon") == 0)
                try await connection.query("rollback")
            }
            // The days of the period are over, so that no import begins now: what one holds is held.
            try await fixture.administrator { connection in
                try await connection.query("begin")
                try await connection.query("select 1 from registry.evaluation_period for share")
                #expect(try await fixture.look(clock, at: now).failed.isEmpty)
                #expect(try await fixture.messages("closing_soon") == 1)
            }
        }
    }
}
