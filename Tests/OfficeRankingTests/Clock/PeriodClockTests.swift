import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("The clock of the half-year")
struct PeriodClockTests {
    private let period = Fixture.firstHalf

    @Test("the clock takes each step once, at its instant and not before, and tells the operator")
    func steps() async throws {
        try await Fixture.with { fixture in
            try await fixture.planWithDays()
            for (moment, before, after) in [
                ("1400-07-01", EvaluationPeriod.State.planned, EvaluationPeriod.State.open),
                ("1400-07-21", .open, .closed), ("1400-07-25", .closed, .ranked), ("1400-08-01", .ranked, .published),
            ] {
                let early = try await fixture.look(at: start(moment).addingTimeInterval(-0.001))
                #expect(early.taken.isEmpty && early.nextInstant == start(moment))
                #expect(try await fixture.state() == before)
                #expect(try await fixture.look(at: start(moment)).taken.count == 1)
                #expect(try await fixture.look(at: start(moment)).taken.isEmpty)
                #expect(try await fixture.state() == after)
            }
            #expect(try await fixture.messages("step_taken") == 4)
            let steps = try await fixture.ranking.steps(of: period)
            #expect(steps.compactMap(\.takenAt).count == 4 && !steps.map(\.isNext).contains(true))
        }
    }

    @Test("after a long downtime missed steps are caught up in their order")
    func downtime() async throws {
        try await Fixture.with { fixture in
            try await fixture.planWithDays()
            let outcome = try await fixture.look(at: start("1401-01-01"))
            #expect(outcome.taken.map(\.step) == [.opens, .closes, .ranks, .publishes])
            #expect(outcome.nextInstant == nil)
            let acts = try await fixture.ranking.acts(of: period).map(\.kind)
            #expect(acts == ["plan_period", "schedule_period", "open_period", "close_period", "rank", "publish"])
        }
    }

    @Test("the clock closes a half-year without declarations only after two persons have overruled that")
    func nobodyTookPart() async throws {
        try await Fixture.with { fixture in
            try await fixture.planWithDays(overrulesSilence: false)
            let late = start("1401-01-01")
            #expect(try await fixture.look(at: late).taken.map(\.step) == [.opens])
            #expect(try await fixture.look(at: late.addingTimeInterval(86_400)).taken.isEmpty)
            #expect(try await fixture.state() == .open)
            let failed = try await fixture.ranking.failedSteps()
            #expect(failed.map(\.step) == [.closes] && failed.map(\.failure?.code) == ["step_has_obstacles"])
            #expect(failed.first?.failure?.message.english.contains("No office has declared.") == true, "\(failed)")
            #expect(try await fixture.number("select count(*) from registry.step_overrule") == 0)
            try await fixture.overruleSilence()
            let next = try await fixture.look(at: late.addingTimeInterval(2 * 86_400))
            #expect(next.taken.map(\.step) == [.closes, .ranks, .publishes])
        }
    }

    @Test("eight clocks that look at once take each step once")
    func together() async throws {
        try await Fixture.with(connections: 8) { fixture in
            try await fixture.planWithDays()
            let taken = try await withThrowingTaskGroup(of: [PeriodClock.Outcome.Taken].self) { group in
                for _ in 0..<8 { group.addTask { try await fixture.look(at: start("1401-01-01")).taken } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            // A clock that finds a step being taken leaves the rest to the one that takes it, or to the next look.
            #expect(Set(taken).count == taken.count)
            _ = try await fixture.look(at: start("1401-01-01"))
            let counts = try await fixture.actCounts()
            for kind in ["open_period", "close_period", "rank", "publish"] { #expect(counts[kind] == 1, "\(kind)") }
            #expect(try await fixture.messages("step_taken") == 4)
        }
    }

    @Test("the clock skips the steps taken by hand and takes the next one")
    func byHand() async throws {
        try await Fixture.with { fixture in
            try await fixture.planWithDays()
            try await fixture.ranking.openPeriod(period, scheme: "small", version: 1)
            try await fixture.close(period)
            #expect(try await fixture.look(at: start("1400-07-02")).taken.isEmpty)
            #expect(try await fixture.look(at: start("1400-07-25")).taken.map(\.step) == [.ranks])
        }
    }

    @Test("the clock closes a reopened period only on a new closing day")
    func reopened() async throws {
        try await Fixture.with { fixture in
            try await fixture.planWithDays()
            _ = try await fixture.look(at: start("1400-07-25"))
            try await fixture.ranking.reopenPeriod(period, reason: "late files")
            #expect(try await fixture.look(at: start("1400-08-01")).taken.isEmpty)
            #expect(try await fixture.ranking.steps(of: period).map(\.dueOn) == [day("1400-07-01"), nil, nil, nil])
            let again: [PeriodStep: Day?] = [
                .closes: day("1400-08-05"), .ranks: day("1400-08-06"), .publishes: day("1400-08-07"),
            ]
            try await fixture.ranking.schedulePeriod(
                period, ScheduleChange(days: again, allowPast: true), reason: "late files are in")
            let outcome = try await fixture.look(at: start("1400-08-07"))
            #expect(outcome.taken.map(\.step) == [.closes, .ranks, .publishes])
            #expect(try await fixture.actCounts()["close_period"] == 2)
        }
    }

    @Test("the clock sends each reminder before the closing day once, and again when that day moves")
    func reminders() async throws {
        try await Fixture.with { fixture in
            try await fixture.planWithDays()
            for (moment, count) in [
                ("1400-07-12", 0), ("1400-07-13", 1), ("1400-07-14", 1), ("1400-07-19", 2), ("1400-07-20", 2),
            ] {
                for _ in 0..<2 { _ = try await fixture.look(at: start(moment)) }
                #expect(try await fixture.messages("closing_soon") == count, "\(moment)")
            }
            try await fixture.ranking.schedulePeriod(
                period, ScheduleChange(days: [.closes: day("1400-07-24")], allowPast: true), reason: "more time")
            _ = try await fixture.look(at: start("1400-07-20"))
            #expect(try await fixture.messages("closing_soon") == 3)
        }
    }
}

@Suite("A step that cannot be taken")
struct FailingStepTests {
    private let period = Fixture.firstHalf

    @Test("the clock reports every hour a step whose totals do not reconcile, and takes it once they do")
    func totals() async throws {
        try await Fixture.with { fixture in
            try await fixture.planWithDays()
            try await fixture.planNext()
            try await fixture.losingOneResult(true)
            let first = try await fixture.look(at: start("1400-07-25"))
            #expect(first.taken.map(\.step) == [.opens, .closes, .opens])
            #expect(first.failed.map(\.step) == [.ranks])
            #expect(first.failed.first?.error.code == .totalsDoNotReconcile)
            #expect(try await fixture.state() == .closed)
            #expect(try await fixture.number("select count(*) from registry.assessment") == 0)
            let failure = try #require(try await fixture.ranking.failedSteps().first?.failure)
            #expect(failure.attempts == 1 && failure.message.persian.contains("یکی نیست"))
            // A minute later it is tried again; the operator is told again after an hour.
            for (seconds, attempts, told) in [(59.0, 1, 1), (60, 2, 1), (3_599, 3, 1), (4_500, 4, 2), (8_100, 5, 3)] {
                _ = try await fixture.look(at: start("1400-07-25").addingTimeInterval(seconds))
                #expect(try await fixture.ranking.failedSteps().first?.failure?.attempts == attempts, "\(seconds)")
                #expect(try await fixture.messages("step_failed") == told, "\(seconds)")
            }
            try await fixture.losingOneResult(false)
            let later = try await fixture.look(at: start("1400-07-26"))
            #expect(later.taken.map(\.step) == [.ranks] && later.failed.isEmpty)
            #expect(try await fixture.ranking.failedSteps().isEmpty)
            #expect(try await fixture.ranking.checkRecord().firstBroken == nil)
        }
    }

    @Test("the clock opens a period with the scheme that is set at the moment of opening")
    func schemeChangedMeanwhile() async throws {
        try await Fixture.with { fixture in
            try await fixture.planWithDays()
            try await fixture.ranking.adoptScheme(document: smallScheme.replacing("version: 1", with: "version: 2"))
            let change = ScheduleChange(scheme: SchemeVersion(code: "small", version: 2))
            let key = try #require(RequestKey("s"))
            var looking: Task<PeriodClock.Outcome, any Error>?
            _ = try await fixture.ranking.once(key, RequestDigest(of: [])) { ranking in
                try await ranking.schedulePeriod(period, change, reason: "corrected")
                looking = Task { try await fixture.look(at: start("1400-07-01")) }
                let waiting: PostgresQuery = """
                    select count(*) from pg_stat_activity
                    where wait_event_type = 'Lock' and datname = current_database()
                    """
                try await until("nobody waits") { try await fixture.number(waiting) > 0 }
                return RequestAnswer(status: 200, contentType: "text/plain", body: [])
            }
            #expect(try await looking?.value.taken.map(\.step) == [.opens])
            #expect(try await fixture.ranking.period(period).schemeVersion == 2)
        }
    }

    @Test("new days make the clock try a failed step at once")
    func newDays() async throws {
        try await Fixture.with { fixture in
            try await fixture.planWithDays()
            try await fixture.losingOneResult(true)
            _ = try await fixture.look(at: start("1400-07-25"))
            try await fixture.losingOneResult(false)
            #expect(try await fixture.look(at: start("1400-07-25")).taken.isEmpty)
            try await fixture.ranking.schedulePeriod(period, ScheduleChange(remindBeforeDays: []), reason: "resolved")
            #expect(try await fixture.look(at: start("1400-07-25")).taken.map(\.step) == [.ranks])
        }
    }
}

extension Fixture {
    /// The second half of 1400, whose opening is due with the rest.
    fileprivate func planNext() async throws {
        try await ranking.planPeriod(halfYear("1400-H2"))
        try await ranking.schedulePeriod(
            halfYear("1400-H2"),
            ScheduleChange(
                days: [.opens: day("1400-07-25")], scheme: SchemeVersion(code: "small", version: 1), allowPast: true),
            reason: "days of 1400")
    }

    /// While it is on, the result of one office is lost on its way into the database.
    fileprivate func losingOneResult(_ isOn: Bool) async throws {
        try await administrator { connection in
            try await connection.execute(
                script: isOn
                    ? """
                    create function public.lose_one() returns trigger language plpgsql as $$
                    begin
                        return case when new.office_id = (select min(id) from registry.office) then null else new end;
                    end $$;
                    alter function public.lose_one() security definer;
                    create trigger lose_one before insert on staging.assessment_row
                        for each row execute function public.lose_one()
                    """ : "drop trigger lose_one on staging.assessment_row; drop function public.lose_one()")
        }
    }
}
