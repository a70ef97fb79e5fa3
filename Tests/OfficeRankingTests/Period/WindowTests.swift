import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("When sources and reviewers may act")
struct WindowTests {
    private let first = Fixture.firstHalf
    private let decision = "office_code,decision_number,kind,decided_on\nG-1,R-1,overcharging,1400/02/01\n"
    private let declared = "office_code,staff\nG-1,7\nT-1,4\n"

    @Test("a declaration is accepted only from the first to the last day of its window, both included")
    func inclusiveDays() async throws {
        for (opens, closes, problem) in [(0, 0, nil), (-1, 0, nil), (0, 1, nil), (1, 2, "opens"), (-2, -1, "closed")] {
            try await Fixture.withOfficesOfTwoProvinces { fixture, today in
                let window = (opens: today.adding(days: opens), closes: today.adding(days: closes))
                try await fixture.setWindow(from: window.opens, until: window.closes)
                let days = "office \(window.opens) \(window.closes)"
                switch problem {
                case "opens":
                    await expectRefusal(.windowNotOpen(window: days)) {
                        try await fixture.take(.declarations, declared)
                    }
                case "closed":
                    await expectRefusal(.windowClosed(window: days)) { try await fixture.take(.declarations, declared) }
                default:
                    #expect(try await fixture.take(.declarations, declared).effect == .stored)
                }
                // Decisions come in until the period closes.
                #expect(try await fixture.take(.violations, decision).effect == .stored)
            }
        }
    }

    @Test("a window opens and closes to the second, at midnight in Tehran")
    func instants() async throws {
        try await Fixture.with { fixture in
            try await fixture.openWithOffices()
            try await fixture.setWindow(from: day("1400-07-01"), until: day("1400-07-20"))
            func problem(_ instant: Date) async throws -> String? {
                try await fixture.administrator {
                    try await $0.query(
                        "select registry.problem_of_days('2021-09-23', '2021-10-12', \(instant))"
                    )[0].decode(String?.self)
                }
            }
            let (opening, end) = (start("1400-07-01"), start("1400-07-21"))
            #expect(try await problem(opening.addingTimeInterval(-1)) == "window_not_open")
            #expect(try await problem(opening) == nil)
            #expect(try await problem(end.addingTimeInterval(-1)) == nil)
            #expect(try await problem(end) == "window_closed")
        }
    }

    @Test("an extended window of a province or an office opens to that one only")
    func extensions() async throws {
        try await Fixture.withOfficesOfTwoProvinces { fixture, today in
            try await fixture.setWindow(from: today.adding(days: -9), until: today.adding(days: -5))
            try await fixture.setWindow(for: .office("T-1"), from: today, until: today.adding(days: 1))
            let report = FindingReport()
            let outcome = try await fixture.take(.declarations, declared, report: report)
            #expect(outcome.effect == .refused)
            let found = report.first.filter { $0.severity == .error }
            #expect(found.map(\.code) == [.windowClosed] && found.map(\.line) == [2])
            #expect(found.first?.arguments.count == 4 && found.first?.arguments[1] == "self-declaration of the office")
            #expect(try await fixture.take(.declarations, "office_code,staff\nT-1,4\n").effect == .stored)
            try await fixture.setWindow(for: .province("01"), from: nil, until: today)
            #expect(try await fixture.take(.declarations, declared).effect == .stored)
            let windows = try await fixture.ranking.windows(of: first)
            #expect(windows.map(\.place) == [.country, .office("T-1"), .province("01")])
            #expect(windows.map(\.number) == [1, 2, 3] && windows.last?.opensOn == today)
        }
    }

    @Test("an office between two windows cannot declare, and is told the next one")
    func gap() async throws {
        try await Fixture.withOfficesOfTwoProvinces { fixture, today in
            try await fixture.setWindow(from: today.adding(days: -9), until: today.adding(days: -5))
            try await fixture.setWindow(for: .office("T-1"), from: today.adding(days: 3), until: today.adding(days: 4))
            await expectRefusal(.windowNotOpen(window: "office \(today.adding(days: 3)) \(today.adding(days: 4))")) {
                try await fixture.take(.declarations, "office_code,staff\nT-1,4\n")
            }
            await expectRefusal(.windowClosed(window: "office \(today.adding(days: -9)) \(today.adding(days: -5))")) {
                try await fixture.take(.declarations, "office_code,staff\nG-1,4\n")
            }
            // Of another province.
            try await fixture.setWindow(for: .province("02"), from: today, until: today)
            await expectRefusal(.windowClosed(window: "office \(today.adding(days: -9)) \(today.adding(days: -5))")) {
                try await fixture.take(.declarations, "office_code,staff\nG-1,4\n")
            }
            try await fixture.setWindow(for: .province("01"), from: today, until: today)
            #expect(try await fixture.take(.declarations, "office_code,staff\nG-1,4\n").effect == .stored)
        }
    }

    @Test("a repeated declaration and its review are accepted after the declaration's window")
    func repeated() async throws {
        try await Fixture.withOfficesOfTwoProvinces { fixture, today in
            try await fixture.take(.declarations, declared)
            try await fixture.setWindow(from: today.adding(days: -9), until: today.adding(days: -5))
            #expect(try await fixture.take(.declarations, declared).effect == .unchanged)
            let second = try await fixture.account("second", role: "headquarters")
            let file = try fixture.file(.reviews, "office_code,staff_confirmed\nG-1,6\n")
            let options = ImportOptions(period: first, today: Fixture.today)
            #expect(try await second.importFiles([file], options, report: FindingReport()).effect == .stored)
            try await fixture.setWindow("review", from: today.adding(days: 1), until: today.adding(days: 2))
            let other = try fixture.file(.reviews, "office_code,staff_confirmed\nT-1,3\n")
            await expectRefusal(
                .windowNotOpen(window: "review \(today.adding(days: 1)) \(today.adding(days: 2))")
            ) {
                _ = try await second.importFiles([other], options, report: FindingReport())
            }
        }
    }

    @Test("only the changed rows of a late file are findings, and verdicts may be repeated after their window")
    func mixedFiles() async throws {
        try await Fixture.withOfficesOfTwoProvinces { fixture, today in
            try await fixture.take(.declarations, declared)
            let second = try await fixture.account("second", role: "headquarters")
            let options = ImportOptions(period: first, today: Fixture.today)
            let verdicts = try fixture.file(.reviews, "office_code,staff_confirmed\nG-1,6\n")
            _ = try await second.importFiles([verdicts], options, report: FindingReport())
            for activity in ["office", "review"] {
                try await fixture.setWindow(activity, from: today.adding(days: -9), until: today.adding(days: -5))
            }
            let report = FindingReport()
            let outcome = try await fixture.take(.declarations, "office_code,staff\nG-1,7\nT-1,5\n", report: report)
            #expect(outcome.effect == .refused)
            #expect(report.first.map(\.code) == [.windowClosed] && report.first.map(\.line) == [3])
            #expect(try await second.importFiles([verdicts], options, report: FindingReport()).effect == .unchanged)
        }
    }

    @Test("a submission outside its window is refused also by plain SQL")
    func plainSQL() async throws {
        try await Fixture.withOfficesOfTwoProvinces { fixture, today in
            try await fixture.setWindow(from: today.adding(days: -9), until: today.adding(days: -5))
            try await expectAnswer("RK109 window_closed", "a submission by plain SQL") {
                try await fixture.administrator { connection in
                    try await connection.withTransaction { connection in
                        try await connection.query("select ranking.act_as('operator')")
                        try await connection.query(
                            """
                            insert into registry.submission (office_id, period_id, source, number, revision, province_id,
                                actor_id, person_id, is_withdrawn, is_on_behalf, owner_has_spoken, said, value, said_in)
                            select o.id, p.id, s.position, 1, 1, o.province_id, a.id, a.person_id, false, true, false,
                                s.criteria, v.value, v.said
                            from registry.office o, registry.evaluation_period p, registry.account a, registry.source s,
                                lateral (
                                    select array_agg(case when s.criteria & (1::bigint << c.position::integer) <> 0
                                            then 1 end::bigint order by c.position) as value,
                                        array_agg(case when s.criteria & (1::bigint << c.position::integer) <> 0
                                            then 1 end order by c.position) as said
                                    from registry.criterion c where c.scheme_id = p.scheme_id) v
                            where o.code = 'G-1' and p.half_year = '1400-H1' and a.name = 'operator'
                                and s.scheme_id = p.scheme_id and s.code = 'office'
                            """)
                    }
                }
            }
        }
    }
}

extension Fixture {
    /// An open period with the offices of two provinces; midnight is far.
    static func withOfficesOfTwoProvinces(_ body: (Fixture, _ today: Day) async throws -> Void) async throws {
        try await Fixture.with { fixture in
            try await awayFromMidnight()
            try await fixture.open(scheme: smallScheme)
            try await fixture.take(.offices, Fixture.officesOfTwoProvinces)
            try await body(fixture, try await fixture.databaseDay())
        }
    }

    func setWindow(
        _ activity: String = "office", for place: ActingPlace = .country, from opens: Day?, until closes: Day,
        reason: String? = "x"
    ) async throws {
        let change = WindowChange(activity, for: place, opensOn: opens, closesOn: closes, allowPast: true)
        try await ranking.setWindow(Self.firstHalf, change, reason: reason)
    }
}
