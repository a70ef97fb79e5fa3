import Foundation
import OfficeRanking
import RankingRules
import Testing

@Suite("The instants of steps in Tehran")
struct StepInstantTests {
    /// Summer time began when 2 Farvardin 1400 would have begun, at 00:00 of 2021-03-22, and ended at 24:00 of
    /// 30 Shahrivar 1400, 2021-09-21; since 1401 there is none.
    @Test(
        "a day begins at its first instant, also where its first hour was skipped or the hour before came twice",
        arguments: [
            ("1400-01-01", "2021-03-20T20:30:00Z"), ("1400-01-02", "2021-03-21T20:30:00Z"),
            ("1400-01-03", "2021-03-22T19:30:00Z"), ("1400-06-30", "2021-09-20T19:30:00Z"),
            ("1400-06-31", "2021-09-21T20:30:00Z"), ("1400-07-01", "2021-09-22T20:30:00Z"),
            ("1401-01-02", "2022-03-21T20:30:00Z"), ("1402-01-02", "2023-03-21T20:30:00Z"),
            ("1402-06-31", "2023-09-21T20:30:00Z"),
        ])
    func startOfDay(day text: String, begins: String) async throws {
        try await Fixture.with { fixture in
            let due = try await dueAt(fixture, .ranks, day(text))
            #expect(due == instant(begins))
        }
    }

    @Test(
        "a closing day ends at midnight in Tehran, after 25 hours on 30 Shahrivar 1400, 23 on 2 Farvardin 1400",
        arguments: [
            ("1400-01-01", "2021-03-21T20:30:00Z"), ("1400-01-02", "2021-03-22T19:30:00Z"),
            ("1400-06-29", "2021-09-20T19:30:00Z"), ("1400-06-30", "2021-09-21T20:30:00Z"),
            ("1400-12-29", "2022-03-20T20:30:00Z"),
        ])
    func closing(day text: String, closes: String) async throws {
        try await Fixture.with { fixture in
            let due = try await dueAt(fixture, .closes, day(text))
            #expect(due == instant(closes))
        }
    }

    @Test("in the hour of 30 Shahrivar 1400 that came twice the period is open both times, and closed after it")
    func repeatedHour() async throws {
        try await Fixture.with { fixture in
            try await fixture.planWithDays(
                days: [.opens: day("1400-06-01"), .closes: day("1400-06-30"), .ranks: nil, .publishes: nil])
            for (moment, state) in [
                ("2021-09-21T19:15:00Z", EvaluationPeriod.State.open), ("2021-09-21T19:45:00Z", .open),
                ("2021-09-21T20:29:59Z", .open), ("2021-09-21T20:30:00Z", .closed),
            ] {
                _ = try await fixture.look(at: instant(moment))
                #expect(try await fixture.state() == state, "\(moment)")
            }
        }
    }

    @Test("2 Farvardin 1400, which had no 00:00, opens a period at 01:00")
    func skippedMidnight() async throws {
        try await Fixture.with { fixture in
            try await fixture.planWithDays(days: [.opens: day("1400-01-02")])
            #expect(try await fixture.look(at: instant("2021-03-21T20:29:59Z")).taken.isEmpty)
            #expect(try await fixture.look(at: instant("2021-03-21T20:30:00Z")).taken.count == 1)
            #expect(try await fixture.state() == .open)
        }
    }

    private func dueAt(_ fixture: Fixture, _ step: PeriodStep, _ day: Day) async throws -> Date? {
        try await fixture.ranking.planPeriod(Fixture.firstHalf)
        try await fixture.ranking.schedulePeriod(
            Fixture.firstHalf, ScheduleChange(days: [step: day], allowPast: true), reason: "days of 1400")
        return try await fixture.ranking.steps(of: Fixture.firstHalf).first { $0.step == step }?.dueAt
    }
}
