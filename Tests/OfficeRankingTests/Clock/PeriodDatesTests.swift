import OfficeRanking
import RankingRules
import TestDatabase
import Testing

@Suite("The days of a half-year")
struct PeriodDatesTests {
    private let period = Fixture.firstHalf

    @Test(
        "the table of periods refuses days that are out of order",
        arguments: [
            [(PeriodStep.opens, "1400-07-21"), (.closes, "1400-07-20")],
            [(.closes, "1400-07-20"), (.ranks, "1400-07-20")], [(.ranks, "1400-07-25"), (.publishes, "1400-07-24")],
            [(.opens, "1400-07-25"), (.ranks, "1400-07-25")], [(.opens, "1400-07-25"), (.publishes, "1400-07-24")],
            [(.closes, "1400-07-25"), (.publishes, "1400-07-25")],
        ])
    func order(days: [(PeriodStep, String)]) async throws {
        try await Fixture.with { fixture in
            await expectRefusal(.constraintViolated("steps_come_in_their_order")) {
                try await fixture.planWithDays(
                    days: days.reduce(into: [:]) { $0.updateValue(day($1.1), forKey: $1.0) })
            }
        }
    }

    @Test("a period may open and close on one day, be ranked on the next and published on the same")
    func tightest() async throws {
        try await Fixture.with { fixture in
            try await fixture.planWithDays(days: [
                .opens: day("1400-07-20"), .closes: day("1400-07-20"), .ranks: day("1400-07-21"),
                .publishes: day("1400-07-21"),
            ])
            #expect(try await fixture.look(at: start("1400-07-20")).taken.map(\.step) == [.opens])
            #expect(
                try await fixture.look(at: start("1400-07-21")).taken.map(\.step)
                    == [.closes, .ranks, .publishes])
        }
    }

    @Test("an extension of a period needs a reason, stands in the record and leaves the other days unchanged")
    func extended() async throws {
        try await Fixture.with { fixture in
            try await fixture.planWithDays()
            let change = ScheduleChange(days: [.closes: day("1400-07-22")], allowPast: true)
            await expectRefusal(.reasonIsRequired) { try await fixture.ranking.schedulePeriod(period, change) }
            try await fixture.ranking.schedulePeriod(period, change, reason: "asked for by the associations")
            let days = try await fixture.ranking.steps(of: period).map(\.dueOn)
            #expect(
                days == [day("1400-07-01"), day("1400-07-22"), day("1400-07-25"), day("1400-08-01")])
            let last = try await fixture.ranking.acts(of: period).last
            #expect(last?.kind == "schedule_period" && last?.reason == "asked for by the associations")
        }
    }

    @Test("a day that has begun in Tehran can be set only with an explicit option and a reason")
    func past() async throws {
        try await Fixture.with { fixture in
            try await fixture.ranking.planPeriod(period)
            try await awayFromMidnight()
            let today = try await fixture.databaseDay()
            let desk = fixture.ranking
            await expectRefusal(.dayIsPast(step: "closes \(today)")) {
                try await desk.schedulePeriod(
                    period, ScheduleChange(days: [.closes: today, .ranks: today.adding(days: 1)]))
            }
            try await desk.schedulePeriod(period, ScheduleChange(days: [.closes: today.adding(days: 1)]))
            let meant = ScheduleChange(days: [.closes: today], allowPast: true)
            await expectRefusal(.reasonIsRequired) { try await desk.schedulePeriod(period, meant) }
            try await desk.schedulePeriod(period, meant, reason: "ends tonight")
            // It is known already, so it is not set again.
            let same = ScheduleChange(days: [.closes: today, .publishes: today.adding(days: 9)])
            try await desk.schedulePeriod(period, same, reason: "publish later")
        }
    }

    @Test("the day of a step cannot change once the step is taken")
    func taken() async throws {
        try await Fixture.with { fixture in
            try await fixture.planWithDays()
            for (moment, step) in [
                ("1400-07-01", PeriodStep.opens), ("1400-07-21", .closes), ("1400-07-25", .ranks),
                ("1400-08-01", .publishes),
            ] {
                _ = try await fixture.look(at: start(moment))
                await expectRefusal(.stepIsTaken(step: step.rawValue)) {
                    try await fixture.ranking.schedulePeriod(
                        period, ScheduleChange(days: [step: nil]), reason: "too late")
                }
            }
        }
    }

    @Test("an unknown scheme, or one not valid in the half-year, is refused when its days are set")
    func scheme() async throws {
        try await Fixture.with { fixture in
            let text = smallScheme.replacing("valid_from: 1390-H1", with: "valid_from: 1400-H2")
            try await fixture.ranking.adoptScheme(document: text)
            try await fixture.ranking.planPeriod(period)
            await expectRefusal(.schemeIsNotValidThen(validity: "1400-H2 – ")) {
                try await fixture.ranking.schedulePeriod(
                    period, ScheduleChange(scheme: SchemeVersion(code: "small", version: 1)))
            }
            await expectRefusal(.unknownScheme("small 2")) {
                try await fixture.ranking.schedulePeriod(
                    period, ScheduleChange(scheme: SchemeVersion(code: "small", version: 2)))
            }
            await expectRefusal(.constraintViolated("opening_day_has_a_scheme")) {
                try await fixture.ranking.schedulePeriod(period, ScheduleChange(days: [.opens: day("1400-07-01")]))
            }
        }
    }

    @Test("a provincial account cannot set the days of a half-year or take its steps")
    func provincial() async throws {
        try await Fixture.with { fixture in
            try await fixture.planWithDays()
            let desk = try await fixture.provincialAccount()
            await expectRefusal(.notAllowed) {
                try await desk.schedulePeriod(period, ScheduleChange(days: [.closes: nil]), reason: "x")
            }
            await expectRefusal(.notAllowed) { try await fixture.look(PeriodClock(desk), at: start("1400-07-01")) }
            #expect(try await desk.steps(of: period).count == 4)
            let acts = try await desk.acts(of: period)
            #expect(acts.count == 2 && acts.compactMap(\.actor).isEmpty)
            #expect(try await fixture.state() == .planned)
        }
    }
}
