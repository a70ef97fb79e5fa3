import Foundation
import OfficeRanking
import Postgres
import RankingRules
import Testing

@Suite("A clock that runs")
struct RunningClockTests {
    private let period = Fixture.firstHalf

    @Test("new days wake a sleeping clock at once, and its messages wake a sleeping delivery")
    func woken() async throws {
        try await Fixture.with(connections: 6) { fixture in
            let taken = fixture.folder.appending(path: "taken").path(percentEncoded: false)
            let hook = CommandHook(program: "/bin/sh", arguments: ["-c", "cat >> '\(taken)'"])
            let watch = ClockWatch()
            let running = Task {
                let delivery = OutboxDelivery(fixture.ranking, to: hook)
                async let delivering: Void = delivery.run(listener: fixture.client, longestPause: .seconds(600))
                await fixture.clock.run(listener: fixture.client, longestPause: .seconds(600), watch: watch)
                await delivering
            }
            try await until("the clock listens") {
                try await fixture.number(
                    """
                    select count(*) from pg_stat_activity where datname = current_database() and state = 'idle'
                        and query like 'listen %'
                    """) == 2 && watch.current.lastLookAt != nil
            }
            try await fixture.planWithDays()
            try await until("everything is taken and told") {
                let told = (try? String(contentsOfFile: taken, encoding: .utf8)) ?? ""
                return told.split(separator: "\n").count == 4
            }
            #expect(try await fixture.state() == .published)
            // Counted once the whole look is over.
            try await until("the steps are counted") { watch.current.stepsTaken == 4 }
            #expect(watch.current.failedLooks == 0)
            running.cancel()
            await running.value
        }
    }

    @Test("a close that waits for an import does not delay other half-years, and is reported after five minutes")
    func timeout() async throws {
        try await Fixture.with(connections: 6) { fixture in
            try await fixture.planWithDays()
            _ = try await fixture.look(at: start("1400-07-01"))
            try await fixture.ranking.planPeriod(halfYear("1400-H2"))
            try await fixture.ranking.schedulePeriod(
                halfYear("1400-H2"),
                ScheduleChange(
                    days: [.opens: day("1400-07-22")], scheme: SchemeVersion(code: "small", version: 1), allowPast: true
                ),
                reason: "days of 1400")
            let clock = PeriodClock(fixture.ranking, timeout: .milliseconds(50))
            let due = start("1400-07-21")
            // The days of the period are over, so that no import begins now: what one holds is held.
            try await fixture.administrator { connection in
                try await connection.query("begin")
                try await connection.query(
                    "select 1 from registry.evaluation_period where half_year = '1400-H1' for share")
                for (late, told) in [(299.0, 0), (300, 1), (330, 1), (3_899, 1), (3_900, 2)] {
                    let outcome = try await fixture.look(clock, at: due.addingTimeInterval(late))
                    #expect(outcome.taken.isEmpty)
                    #expect(
                        outcome.failed.map(\.error.code) == (told == 0 ? [] : [RankingError.Code.stepWaits]), "\(late)")
                    #expect(try await fixture.messages("step_failed") == told, "\(late)")
                }
                let failure = try #require(try await fixture.ranking.failedSteps().first?.failure)
                #expect(failure.attempts == 4 && failure.message.english.contains("imports"))
                let outcome = try await fixture.look(clock, at: start("1400-07-22"))
                #expect(outcome.taken.map(\.halfYear.description) == ["1400-H2"])
            }
            #expect(try await fixture.look(clock, at: start("1400-07-22")).taken.map(\.step) == [.closes])
            #expect(try await fixture.ranking.failedSteps().isEmpty)
        }
    }
}
